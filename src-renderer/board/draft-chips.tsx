import { PencilLine } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import type { Draft } from '../store/drafts.ts';
import { tableLabel } from '../store/ticket-label.ts';
import { useDrafts } from './board-context.ts';

/** More than fit are counted. */
const mostShown = 2;

/** What is about to come, at the end of the overview: the row is there anyway, so nothing is pushed away ([DRF1]). */
export function DraftChips() {
  const t = useText();
  const drafts = useDrafts();
  if (drafts.length === 0) return null;
  const hidden = drafts.length - mostShown;
  return (
    <div className="flex shrink-0 items-stretch gap-1.5 text-chrome text-muted">
      <p className="flex w-24 items-center justify-end gap-2 text-end leading-tight font-semibold">
        <PencilLine aria-hidden className="size-[1.3em] shrink-0" />
        {t('drafts.title')}
      </p>
      <ul className="flex items-stretch gap-1.5">
        {drafts.slice(0, mostShown).map((draft) => (
          <DraftChip key={draft.id} draft={draft} />
        ))}
        {hidden > 0 && <li className="tabular flex items-center px-1 font-semibold">{t('drafts.more', { hidden })}</li>}
      </ul>
    </div>
  );
}

/** As wide as the chip of a ticket, but only an outline: there is nothing to cook yet. */
function DraftChip({ draft: { id, tableNumber, items, by } }: { readonly draft: Draft }) {
  const t = useText();
  return (
    <li
      data-draft={id}
      className="flex w-chip flex-col justify-center rounded-lg border-2 border-dashed border-edge px-1.5 text-center leading-tight font-semibold"
    >
      <bdi className="truncate text-[1.375rem] font-bold text-text">{tableNumber ? tableLabel(tableNumber) : by}</bdi>
      <span className="tabular">{t('drafts.items', { count: items })}</span>
    </li>
  );
}
