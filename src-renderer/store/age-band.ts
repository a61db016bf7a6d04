import type { Settings } from '#shared/domain/settings.ts';
import { ageLimits, type StationTicket } from '#shared/domain/station-ticket.ts';

export const ageBands = ['new', 'warn', 'late'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Of the ticket's age; below zero when the moment was before the ticket came. */
export type AgeLimits = { readonly warnMs: number; readonly lateMs: number };

/** [AGE1]: ages are of the server's clock; a limit counts from its first moment. */
export function ageBand(ageMs: number, { warnMs, lateMs }: AgeLimits): AgeBand {
  if (ageMs >= lateMs) return 'late';
  return ageMs >= warnMs ? 'warn' : 'new';
}

/**
 * A scheduled order is late when its promise is past, and slow as long before as others are ([CRD2]).
 * Nobody is slow with what only waits to be fired.
 */
export function bandLimits(ticket: StationTicket, settings: Settings): AgeLimits {
  const usual = ageLimits(ticket, settings);
  const { promisedAtMs } = ticket.order;
  if (promisedAtMs === null) return ticket.lines.every(isOnHold) ? never : usual;
  const lateMs = promisedAtMs - ticket.sinceMs;
  return { lateMs, warnMs: lateMs - (usual.lateMs - usual.warnMs) };
}

/**
 * From when a ticket is slow, in minutes; null where that is by a promise, which stands on the ticket as its time of day, or
 * where nothing is waited for but somebody's hand.
 */
export function targetMinutes(ticket: StationTicket, settings: Settings): number | null {
  if (ticket.order.promisedAtMs !== null) return null;
  const { warnMs } = bandLimits(ticket, settings);
  return Number.isFinite(warnMs) ? warnMs / 60_000 : null;
}

const never: AgeLimits = { warnMs: Number.POSITIVE_INFINITY, lateMs: Number.POSITIVE_INFINITY };

const isOnHold = ({ state }: StationTicket['lines'][number]) => state === 'held' || state === 'done';
