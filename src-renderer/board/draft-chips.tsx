import { PencilLine } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { tableLabel } from '../store/ticket-label.ts';
import { useDrafts } from './screen-context.ts';

/** More than fit are counted. */
const mostShown = 2;

/** What is about to come, at the end of the overview: the row is there anyway, so nothing is pushed away ([DRF1]). */
export function DraftChips() {
  const t = useText();
  const drafts = useDrafts();
  if (drafts.length === 0) return null;
  const hidden = drafts.length - mostShown;
  return (
    <ul className="flex max-w-1/2 min-w-0 shrink-0 items-center gap-2 overflow-hidden text-chrome text-muted">
      {drafts.slice(0, mostShown).map(({ id, tableNumber, items, by }) => (
        <li
          key={id}
          data-draft={id}
          className="flex h-full min-w-0 items-center gap-2 rounded-lg border-2 border-dashed border-edge px-3 font-semibold"
        >
          <PencilLine aria-hidden className="size-[1.1em] shrink-0" />
          <span className="truncate">
            {t('drafts.one', { ticket: tableNumber ? tableLabel(tableNumber) : by, count: items })}
          </span>
        </li>
      ))}
      {hidden > 0 && <li className="tabular shrink-0 font-semibold">{t('drafts.more', { hidden })}</li>}
    </ul>
  );
}
