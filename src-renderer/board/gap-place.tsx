import { Undo2 } from 'lucide-react';
import { useLayoutEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { useMoment, useScreen, useScreenState } from '../screen/screen-context.ts';
import { useIsPass, useStationName } from '../screen/use-site.ts';
import type { Bumped } from '../store/bumped.ts';
import { bumpOf, gapMs, type Slot } from '../store/slots.ts';
import type { Ticket } from '../store/ticket.ts';
import { deedLook } from './deed-look.ts';
import { positionOf, type Spot } from './ticket-frame.tsx';
import type { GridBox, Place } from './ticket-layout.ts';
import { useCalled } from './use-called.ts';

type GapPlaceProps = {
  readonly slot: Slot;
  readonly spot: Spot;
  readonly box: GridBox | undefined;
  /** As high as the ticket was, in pixels. */
  readonly height: number | undefined;
};

/** Where a ticket stood until a moment ago ([SLT1]): says so, and for a while gives it back ([UND1]). */
export function GapPlace({ slot, spot, box, height }: GapPlaceProps) {
  const isOver = useMoment(({ steadyMs }) => steadyMs - (slot.goneAtMs ?? 0) >= gapMs);
  const bumped = useScreenState((state) => bumpOf(slot, state.bumped));
  const at = placeOf(spot);
  const { guard } = useScreen();
  const isList = box === undefined;
  const isOwn = bumped !== undefined;
  // In a list it is lower than the ticket was.
  useLayoutEffect(() => {
    if (isList) isOwn ? guard.moved() : guard.slid();
  }, [isList, isOwn, guard]);
  return (
    <div
      data-gap={slot.id}
      style={box ? { ...positionOf(at, box), height: at?.height ?? height } : undefined}
      className={`flex flex-col items-center gap-2 overflow-hidden rounded-xl border-2 border-dashed border-edge p-2 text-center ${box ? '' : 'min-h-24'}`}
    >
      {!isOver && <Gone ticket={slot.ticket} bumped={bumped} goneAtMs={slot.goneAtMs ?? 0} />}
    </div>
  );
}

/** Of a torn ticket the first cell; the others stay empty. */
function placeOf(spot: Spot): Place | undefined {
  return typeof spot === 'object' ? spot : undefined;
}

type GoneProps = { readonly ticket: Ticket; readonly bumped: Bumped | undefined; readonly goneAtMs: number };

function Gone({ ticket, bumped, goneAtMs }: GoneProps) {
  const t = useText();
  const { client, guard } = useScreen();
  const isPass = useIsPass(ticket.viewpoint);
  const nameOf = useStationName();
  const label = useCalled(ticket.order);
  if (!bumped) return <p className="words text-[1.5rem] text-muted">{t('slot.gone', { ticket: label })}</p>;
  const { deed } = bumped;
  const { Icon, left, undo: wayBack, pointsOn } = deedLook(bumped, isPass);
  const blanks = { ticket: label, station: deed.kind === 'give' ? nameOf(deed.to) : '' };
  // It stands where the ticket's own button stood: the second tap of two is for neither ([TAP1]).
  const undo = () => guard.allows(ticket.id, true, ticket.id) && client.undo(bumped);
  return (
    <>
      <p className="flex items-center gap-2 text-[1.5rem] text-muted">
        <Icon aria-hidden className={`size-[1.1em] shrink-0 ${pointsOn ? 'rtl:rotate-180' : ''}`} strokeWidth={3} />
        <span className="words">{t(left, blanks)}</span>
      </p>
      <button
        type="button"
        data-undo
        aria-label={t(wayBack, blanks)}
        onClick={undo}
        className="flex min-h-hit w-full max-w-80 items-center justify-center gap-3 rounded-lg border-2 border-edge bg-surface text-[1.75rem] font-bold active:bg-raised"
      >
        <Undo2 aria-hidden className="size-[1.1em] rtl:-scale-x-100" strokeWidth={2.5} />
        {t('slot.undo')}
        <SecondsLeft untilMs={goneAtMs + gapMs} />
      </button>
    </>
  );
}

/** What is about to go, and to be another ticket's place, says when. Drawn by the style: it is no part of the name. */
function SecondsLeft({ untilMs }: { readonly untilMs: number }) {
  const left = useMoment(({ steadyMs }) => Math.min(gapMs / 1000, Math.max(1, Math.ceil((untilMs - steadyMs) / 1000))));
  return (
    <span
      aria-hidden
      data-seconds-left={left}
      className="tabular min-w-[1ch] text-muted after:content-[attr(data-seconds-left)]"
    />
  );
}
