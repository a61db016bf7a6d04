import type { Settings } from '#shared/domain/settings.ts';
import { lineSinceMs, type TicketLine } from '#shared/domain/station-ticket.ts';
import type { Ticket } from '../store/ticket.ts';
import { isQuiet, isUntouched } from './marks.ts';

/** 0: as loud as the first time; each further step is louder. */
export type Loudness = 0 | 1 | 2 | 3;

/** New work that nobody has touched is rung for again, and louder ([CHM7]). */
export interface Alarm {
  /** How loud to ring now; `undefined` for not at all. `nowMs` is the server's time. */
  look(tickets: readonly Ticket[], settings: Settings, nowMs: number): Loudness | undefined;
}

const louderEveryMs = 60_000;

export function createAlarm(): Alarm {
  let lookedAtMs: number | undefined;
  let rangAtMs = Number.NEGATIVE_INFINITY;
  let isOwed = false;
  /** Tickets are the same objects until something changes: most looks have nothing to find out. */
  const known = new WeakMap<Ticket, number>();

  /** Since when a ticket has work that nobody may have seen; for ever in the future when it has none. */
  function unnoticedSinceMs(ticket: Ticket): number {
    const sinceMs = known.get(ticket) ?? Math.min(...unnoticed(ticket).map(lineSinceMs));
    known.set(ticket, sinceMs);
    return sinceMs;
  }

  return {
    look: (tickets, settings, nowMs) => {
      const sinceMs = lookedAtMs ?? nowMs;
      lookedAtMs = nowMs;
      const waiting = tickets.map(unnoticedSinceMs).filter(Number.isFinite);
      const steps = waiting.map((cameMs) => {
        return { now: stepsUntil(nowMs - cameMs, settings), before: stepsUntil(sinceMs - cameMs, settings) };
      });
      isOwed = steps.length > 0 && (isOwed || steps.some(({ now, before }) => now > before));
      // Twenty tickets in a rush must not ring every three seconds: one alarm speaks for all of them.
      if (!isOwed || nowMs - rangAtMs < settings.alarmRepeatSeconds * 1000) return undefined;
      isOwed = false;
      rangAtMs = nowMs;
      const most = Math.max(...steps.map(({ now }) => now));
      return Math.min(3, Math.max(0, most - 1)) as Loudness;
    },
  };
}

/**
 * The work that nobody may have seen: no command of any screen has touched anything of the ticket here, or of what was
 * added to it. Who has begun what was added last has seen what was there before.
 */
export function unnoticed({ lines }: Pick<Ticket, 'lines'>): readonly TicketLine[] {
  const isUnseenFrom = (first: number) => lines.every((one) => one.line.addition < first || isUntouched(one));
  return lines.filter((one) => one.state === 'todo' && !isQuiet(one) && isUnseenFrom(one.line.addition));
}

/** How often work of that age should have been rung for again. */
function stepsUntil(ageMs: number, { alarmRepeatSeconds, alarmLouderSeconds }: Settings): number {
  if (ageMs < alarmRepeatSeconds * 1000) return 0;
  const louderMs = ageMs - alarmLouderSeconds * 1000;
  return louderMs < 0 ? 1 : 2 + Math.floor(louderMs / louderEveryMs);
}
