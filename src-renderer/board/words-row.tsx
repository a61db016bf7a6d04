import { useWork } from './board-context.ts';
import { HeldToast, useSaidHeld } from './held/held-toast.tsx';
import { Notices } from './notices.tsx';
import { PrioritisedToast } from './prioritised-toast.tsx';
import { useSoldOut } from './sold-out.ts';
import { SoldOutToast } from './sold-out-toast.tsx';
import { useStayed } from './stayed.ts';
import { StayedToast } from './stayed-toast.tsx';

type WordsRowProps = {
  /** This screen has a keyboard: what can be answered names its key. */
  readonly showKeys: boolean;
};

/**
 * What the screen has to say about a tap, one thing at a time: it lies over the row of all tickets, or where there is
 * none over the heads of tickets, so that it moves nothing and covers no button that bumps ([WRD1]).
 */
export function WordsRow({ showKeys }: WordsRowProps) {
  return (
    <div className="relative z-20 h-0">
      <div className="pointer-events-none absolute inset-x-0 top-0 px-3 max-sm:px-2">
        <PrioritisedToast showKeys={showKeys} />
        <Said showKeys={showKeys} />
      </div>
    </div>
  );
}

function Said({ showKeys }: WordsRowProps) {
  const isPrioritised = useWork(({ prioritised }) => prioritised !== null);
  const stayed = useStayed();
  const soldOut = useSoldOut();
  const held = useSaidHeld();
  if (isPrioritised) return null;
  if (stayed) return <StayedToast key={stayed.key} stayed={stayed} showKeys={showKeys} />;
  if (soldOut) return <SoldOutToast key={soldOut.atMs} soldOut={soldOut} showKeys={showKeys} />;
  if (held) return <HeldToast key={held.atMs} ticket={held.ticket} dish={held.dish} showKeys={showKeys} />;
  return <Notices showKeys={showKeys} />;
}
