import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { useFocusBack } from '../../people/panel-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { ChangedFields } from './changed-fields.tsx';
import type { MenuPreview } from './menu-file-text.ts';

type ImportPreviewProps = {
  readonly preview: MenuPreview;
  readonly isBusy: boolean;
  readonly onTake: () => void;
  readonly onNo: () => void;
};

/** What would change; nothing has yet ([IMP1]). */
export function ImportPreview({ preview, isBusy, onTake, onNo }: ImportPreviewProps) {
  const t = useText();
  const { created, changed, removed, unchanged } = preview;
  const isNothing = created.length + changed.length + removed.length === 0;
  useFocusBack();
  return (
    <section
      data-import-preview
      aria-label={t('menuOffice.preview')}
      className="grid min-w-0 gap-5 rounded-xl border-2 border-accent bg-surface p-4"
    >
      <p role="status" className="text-[1.25rem] leading-snug font-bold">
        {isNothing
          ? t('menuOffice.nothingChanges', { number: unchanged })
          : t('menuOffice.wouldChange', {
              created: created.length,
              changed: changed.length,
              removed: removed.length,
              unchanged,
            })}
      </p>
      <Listing name="created" title={t('menuOffice.createdTitle')} items={created} />
      <Listing name="changed" title={t('menuOffice.changedTitle')} items={changed}>
        {({ fields }) => <ChangedFields fields={fields} />}
      </Listing>
      <Listing name="removed" title={t('menuOffice.removedTitle')} items={removed} />
      <div className="flex flex-wrap gap-3">
        {!isNothing && (
          <Button look="primary" wraps data-take disabled={isBusy} onClick={onTake}>
            <Check aria-hidden className="size-[1.3em] shrink-0" strokeWidth={3} />
            {t('menuOffice.doIt')}
          </Button>
        )}
        <Button look="framed" onClick={onNo}>
          {t('action.cancel')}
        </Button>
      </div>
    </section>
  );
}

/** Nobody reads more; how many there are is told. */
const mostShown = 100;

type ListingProps<Item> = {
  readonly name: 'created' | 'changed' | 'removed';
  readonly title: string;
  readonly items: readonly Item[];
  readonly children?: (item: Item) => ReactNode;
};

function Listing<Item extends { readonly sku: string; readonly name: string }>({
  name,
  title,
  items,
  children,
}: ListingProps<Item>) {
  const t = useText();
  if (items.length === 0) return null;
  return (
    <div data-listing={name} className="grid min-w-0 gap-2">
      <h4 className="text-[1.25rem] font-bold">{title}</h4>
      <ul className="divide-y divide-edge">
        {items.slice(0, mostShown).map((item) => (
          <li key={item.sku} data-item={item.sku} className="grid min-w-0 gap-1 py-2">
            <span className="words text-[1.25rem] leading-snug">
              <span className="font-semibold">{item.name}</span> <span className="text-muted">{item.sku}</span>
            </span>
            {children?.(item)}
          </li>
        ))}
      </ul>
      {items.length > mostShown && (
        <p className="text-chrome text-muted">{t('menuOffice.andMore', { number: items.length - mostShown })}</p>
      )}
    </div>
  );
}
