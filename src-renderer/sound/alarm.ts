import type { Settings } from '#shared/domain/settings.ts';
import type { Ticket } from '../store/ticket.ts';
import { isUntouched } from './marks.ts';

/** 0: as loud as the first time; each further step is louder. */
export type Loudness = 0 | 1 | 2 | 3;

/** A new ticket that nobody has touched is rung for again, and louder ([CHM7]). */
export interface Alarm {
  /** How loud to ring now; `undefined` for not at all. `nowMs` is the server's time. */
  look(tickets: readonly Ticket[], settings: Settings, nowMs: number): Loudness | undefined;
}

const louderEveryMs = 60_000;

export function createAlarm(): Alarm {
  let lookedAtMs: number | undefined;
  let rangAtMs = Number.NEGATIVE_INFINITY;
  let isOwed = false;

  return {
    look: (tickets, settings, nowMs) => {
      const sinceMs = lookedAtMs ?? nowMs;
      lookedAtMs = nowMs;
      const steps = tickets.filter(isUnnoticed).map((ticket) => ({
        now: stepsUntil(nowMs - ticket.sinceMs, settings),
        before: stepsUntil(sinceMs - ticket.sinceMs, settings),
      }));
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

/** No command of any screen has touched anything of it here. */
export function isUnnoticed({ lines }: Pick<Ticket, 'lines'>): boolean {
  return lines.some(({ state }) => state === 'todo') && lines.every(isUntouched);
}

/** How often a ticket of that age should have been rung for again. */
function stepsUntil(ageMs: number, { alarmRepeatSeconds, alarmLouderSeconds }: Settings): number {
  if (ageMs < alarmRepeatSeconds * 1000) return 0;
  const louderMs = ageMs - alarmLouderSeconds * 1000;
  return louderMs < 0 ? 1 : 2 + Math.floor(louderMs / louderEveryMs);
}
