import { PencilLine } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { tableLabel } from '../../store/ticket-label.ts';
import { useDrafts } from '../screen-context.ts';
import { NextUpNote } from './next-up-note.tsx';

/**
 * What is about to come, below the number of open tickets: small enough that the header keeps its height, so that
 * nothing is pushed away ([OVW3], [DRF1]).
 */
export function HeaderNews() {
  return (
    <div className="w-0 min-w-full text-chrome leading-[1.1] sm:overflow-hidden">
      <Drafts />
      <NextUpNote isInHeader />
    </div>
  );
}

/** More than fit are counted. */
const mostNamed = 2;

function Drafts() {
  const t = useText();
  const drafts = useDrafts();
  if (drafts.length === 0) return null;
  const hidden = drafts.length - mostNamed;
  return (
    <p className="flex items-center gap-1.5 font-semibold whitespace-nowrap text-muted">
      <PencilLine role="img" aria-label={t('drafts.title')} className="size-[1.1em] shrink-0" />
      {drafts.slice(0, mostNamed).map(({ id, tableNumber, items, by }) => (
        <span key={id} data-draft={id} className="flex min-w-0 items-center gap-1 max-sm:max-w-16 max-sm:shrink-0">
          <bdi className="truncate font-bold text-text">{tableNumber ? tableLabel(tableNumber) : by}</bdi>
          <span className="tabular shrink-0 max-2xl:hidden">{t('drafts.items', { count: items })}</span>
        </span>
      ))}
      {hidden > 0 && <span className="tabular shrink-0">{t('drafts.more', { hidden })}</span>}
    </p>
  );
}
