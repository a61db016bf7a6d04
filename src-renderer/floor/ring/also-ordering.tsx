import { UsersRound } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { useDraftsAt } from '../tables/drafts-at.ts';

/** Somebody else takes an order at the same table: the two of them talk before the guests have everything twice ([RNG4]). */
export function AlsoOrdering({ table }: { readonly table: string | null }) {
  const t = useText();
  const drafts = useDraftsAt(table);
  return drafts.map(({ id, by, items }) => (
    <p
      key={id}
      role="status"
      data-also={by}
      className="flex items-start gap-2 rounded-lg border-2 border-accent bg-surface px-3 py-2 text-chrome"
    >
      <UsersRound aria-hidden className="mt-0.5 size-[1.2em] shrink-0 text-accent" />
      <span className="words">
        <b>{t('floor.alsoOrdering', { name: by })}</b> {t('tables.notSent', { number: items })}
      </span>
    </p>
  ));
}
