import { CirclePause, PencilLine } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import type { Draft } from '../../store/drafts.ts';
import { tableLabel } from '../../store/ticket-label.ts';
import { useDrafts } from '../board-context.ts';
import { NextUpNote } from './next-up-note.tsx';

type HeaderNewsProps = {
  /** Tickets with something on hold. */
  readonly held: number;
};

/**
 * What is about to come, and what waits to be fired, below the number of open tickets: small enough that the header keeps
 * its height, so that nothing is pushed away ([OVW3], [DRF1]).
 */
export function HeaderNews({ held }: HeaderNewsProps) {
  const drafts = useDrafts();
  // Two rows of it are as much as there is room for.
  const isFull = drafts.length > 0;
  return (
    <span className="block w-0 min-w-full text-chrome leading-[1.1] sm:overflow-hidden">
      {isFull && <Drafts drafts={drafts} />}
      <span className={isFull ? 'flex gap-x-2' : 'flex flex-wrap gap-x-3'}>
        {held > 0 && <HeldNote held={held} isShort={isFull} />}
        <NextUpNote isInHeader />
      </span>
    </span>
  );
}

function HeldNote({ held, isShort }: HeaderNewsProps & { readonly isShort: boolean }) {
  const t = useText();
  const words = t('overview.held', { count: held });
  return (
    <span title={words} className="flex items-center gap-1.5 font-semibold whitespace-nowrap">
      <CirclePause aria-hidden className="size-[1.2em] shrink-0" />
      <span className={isShort ? 'sr-only' : ''}>{words}</span>
      {isShort && (
        <span aria-hidden dir="ltr" className="tabular">
          {held}
        </span>
      )}
    </span>
  );
}

/** More than fit are counted. */
const mostNamed = 2;

function Drafts({ drafts }: { readonly drafts: readonly Draft[] }) {
  const t = useText();
  const hidden = drafts.length - mostNamed;
  return (
    <span className="flex items-center gap-1.5 font-semibold whitespace-nowrap text-muted">
      <PencilLine role="img" aria-label={t('drafts.title')} className="size-[1.1em] shrink-0" />
      {drafts.slice(0, mostNamed).map(({ id, tableNumber, items, by }) => (
        <span key={id} data-draft={id} className="flex min-w-0 items-center gap-1 max-sm:max-w-16 max-sm:shrink-0">
          <bdi className="truncate font-bold text-text">{tableNumber ? tableLabel(tableNumber) : by}</bdi>
          <span className="tabular shrink-0 max-2xl:hidden">{t('drafts.items', { count: items })}</span>
        </span>
      ))}
      {hidden > 0 && <span className="tabular shrink-0">{t('drafts.more', { hidden })}</span>}
    </span>
  );
}
