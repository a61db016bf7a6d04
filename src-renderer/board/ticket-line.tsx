import { type MouseEvent, useState } from 'react';
import type { TicketLine as OneLine } from '#shared/domain/station-ticket.ts';
import { useScreen } from '../screen/screen-context.ts';
import { useIsPass, useSettings } from '../screen/use-site.ts';
import type { Ticket } from '../store/ticket.ts';
import { LineDetails } from './line-details.tsx';
import { LineMark } from './line-mark.tsx';
import { LineStations } from './line-stations.tsx';
import { LineWait } from './line-wait.tsx';
import { type LineTap, lineTap } from './next-step.ts';
import { Quantity } from './quantity.tsx';
import { useLineTap } from './use-line-tap.ts';
import { VoidQuestion } from './void-question.tsx';

type TicketLineProps = {
  readonly ticket: Ticket;
  readonly one: OneLine;
  /** No heading above it says that it is on hold. */
  readonly saysHeld: boolean;
};

/** One dish, and what a tap makes of it ([LIN3], [CRD1]). */
export function TicketLine({ ticket, one, saysHeld }: TicketLineProps) {
  const { line, state, isUnseen } = one;
  const { guard } = useScreen();
  const tap = lineTap(one, ticket.viewpoint.goal, useSettings(), useIsPass(ticket.viewpoint));
  const act = useLineTap(ticket);
  const [isAsked, setAsked] = useState(false);
  const onTap = ({ detail }: MouseEvent) => {
    const at = detail === 0 ? undefined : ticket.id;
    if (tap === 'none' || !guard.allows(line.id, slides.has(tap), at)) return;
    if (tap === 'ask-cooked') setAsked(!isAsked);
    else act(line, tap);
  };
  const look = looks[state];
  const from = isUnseen ? line.changedFrom : null;
  return (
    <>
      <button
        type="button"
        data-line={line.id}
        data-status={state}
        aria-pressed={state === 'ready' || state === 'done'}
        aria-disabled={tap === 'none'}
        onClick={onTap}
        className={`grid min-h-line w-full grid-cols-[auto_1fr_auto] content-center items-start gap-x-3 px-3 py-2 text-start enabled:active:bg-raised ${from ? 'border-s-8 border-accent' : ''}`}
      >
        <Quantity line={line} was={from?.quantity} look={look} />
        <span className={`words min-w-0 text-item leading-[1.15] font-semibold ${look} ${strikes(state)}`}>
          {line.name}
        </span>
        <LineMark one={one} underWay={ticket.underWay.get(line.id)} />
        <span className="col-span-2 col-start-2 grid min-w-0 justify-items-start gap-0.5">
          <LineDetails one={one} look={`${look} ${strikes(state)}`} />
          <LineWait one={one} saysHeld={saysHeld} />
          <LineStations ticket={ticket} one={one} />
        </span>
      </button>
      {isAsked && tap === 'ask-cooked' && <VoidQuestion ticket={ticket} line={line} />}
    </>
  );
}

/** What makes the lines below slide ([TAP1]). */
const slides: ReadonlySet<LineTap> = new Set(['see', 'ask-cooked']);

/** Cooks look for what is to be done: the rest steps back, but stays readable. */
const looks: Readonly<Record<OneLine['state'], string>> = {
  todo: '',
  ready: 'text-muted',
  done: 'text-muted',
  void: 'text-muted',
  waiting: 'text-muted',
  later: 'text-muted',
  held: 'text-muted',
  gone: '',
};

const strikes = (state: OneLine['state']) => (state === 'void' ? 'line-through decoration-4' : '');
