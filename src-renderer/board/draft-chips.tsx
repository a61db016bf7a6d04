import { PencilLine } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { tableLabel } from '../store/ticket-label.ts';
import { useDrafts } from './screen-context.ts';

/** More than fit are counted. */
const mostShown = 2;

/** What is about to come. Beside the tickets, where it pushes nothing away ([DRF1]). */
export function DraftChips() {
  const t = useText();
  const drafts = useDrafts();
  if (drafts.length === 0) return null;
  const hidden = drafts.length - mostShown;
  return (
    <ul className="flex min-w-0 items-center gap-2 overflow-hidden px-2 text-chrome text-muted max-lg:hidden">
      {drafts.slice(0, mostShown).map(({ id, tableNumber, items, by }) => (
        <li
          key={id}
          data-draft={id}
          className="flex min-w-0 items-center gap-2 rounded-lg border-2 border-dashed border-edge px-2 py-1 font-semibold"
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
