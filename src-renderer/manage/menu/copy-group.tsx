import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { ModifierGroup } from '#shared/domain/modifier-group.ts';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { Button } from '../../ui/button.tsx';
import { nameOrder } from '../../ui/name-order.ts';
import { type GroupDraft, groupDrafts, type Writing } from './dish-draft.ts';

type CopyGroupProps = {
  readonly writing: Writing;
  /** The dish that is open. */
  readonly except: Product['id'] | undefined;
  readonly onCopy: (group: GroupDraft) => void;
};

type Offered = { readonly group: ModifierGroup; readonly dish: string };

/** A group that another dish has already: nobody writes “Doneness” twice. */
export function CopyGroup({ writing, except, onCopy }: CopyGroupProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const products = useScreenState((state) => kitchenOf(state).products);
  const offered = isOpen ? groupsOf([...products.values()].filter(({ id }) => id !== except)) : [];
  const hasAny = [...products.values()].some(({ id, modifierGroups }) => id !== except && modifierGroups.length > 0);
  if (!hasAny) return null;
  const copy = (group: ModifierGroup) => {
    setOpen(false);
    for (const draft of groupDrafts([group], writing)) onCopy(draft);
  };
  return (
    <div className="grid min-w-0 flex-1 basis-64 gap-3">
      <div>
        <Button look="framed" wraps data-copy-group aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Copy aria-hidden className="size-[1.2em] shrink-0" />
          {t('menuOffice.copyGroup')}
        </Button>
      </div>
      {isOpen && (
        <ul className="grid max-h-96 gap-2 overflow-y-auto rounded-xl border border-edge bg-surface p-2">
          {offered.map(({ group, dish }) => (
            <li key={JSON.stringify(group)} className="grid">
              <button
                type="button"
                onClick={() => copy(group)}
                className="grid min-h-hit content-center gap-1 rounded-lg px-3 py-2 text-start active:bg-raised"
              >
                <span className="words text-[1.25rem] leading-tight font-bold">{group.name}</span>
                <span className="words text-chrome leading-snug">
                  {group.options.map(({ name }) => name).join(', ')}
                </span>
                <span className="words text-chrome leading-snug text-muted">{dish}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Each once, with the first dish that has it. */
function groupsOf(products: readonly Product[]): readonly Offered[] {
  const found = new Map<string, Offered>();
  for (const { name, modifierGroups } of products)
    for (const group of modifierGroups) {
      const same = JSON.stringify(group);
      if (!found.has(same)) found.set(same, { group, dish: name });
    }
  return [...found.values()].sort((one, other) => nameOrder(one.group.name, other.group.name));
}
