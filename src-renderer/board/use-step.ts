import { useState } from 'react';
import { askingMs } from '../screen/asking.ts';
import { useMoment, useScreen } from '../screen/screen-context.ts';
import type { Ticket } from '../store/ticket.ts';
import type { Doubt, Step } from './next-step.ts';
import { useTicketActions } from './use-ticket-actions.ts';

/** Takes the step of a ticket's large button; one that has to be asked about needs a second tap. */
export function useStep(ticket: Ticket, step: Step): { isAsking: boolean; take: (isByKey: boolean) => void } {
  const { guard, ticker } = useScreen();
  const actions = useTicketActions();
  const [asked, setAsked] = useState<{ readonly about: Doubt; readonly atMs: number } | null>(null);
  const isOpen = useMoment(({ steadyMs }) => asked !== null && steadyMs - asked.atMs < askingMs);
  // Whoever was asked about one thing has not answered for another.
  const isAsking = step.kind === 'ask' && isOpen && asked?.about === step.about;

  function take(isByKey: boolean): void {
    // A bump leaves a gap and moves nobody; where it does, that is seen when it happens ([SLT1]).
    if (!guard.allows(ticket.id, false, isByKey ? undefined : ticket.id)) return;
    if (step.kind === 'see') actions.acknowledge(ticket, step.lineIds);
    else if (step.kind === 'fire') actions.fire(ticket, step.course);
    else if (step.kind === 'ask') answer(step.about);
    else actions.bump(ticket);
  }

  function answer(about: Doubt): void {
    if (isAsking && guard.isAnswer(ticket.id)) actions.bump(ticket);
    if (isAsking) return;
    setAsked({ about, atMs: ticker.now().steadyMs });
    guard.asks(ticket.id);
  }

  return { isAsking, take };
}
