import type { StationId } from '#shared/domain/id.ts';
import { rankOf } from '#shared/domain/progress.ts';
import { isYetToCook } from '#shared/domain/station-ticket.ts';
import type { Ticket } from './ticket.ts';

/** A station, and its dishes that the rest of the ticket waits for. */
export type HoldUp = { readonly station: StationId; readonly dishes: readonly string[] };

/** What holds a ticket up at the pass ([PAS2]): nothing before the first dish is ready, or when all are. */
export function holdUps({ lines }: Pick<Ticket, 'lines'>): readonly HoldUp[] {
  const isBegun = lines.some(
    ({ line, state }) => state !== 'void' && line.progress.some(({ status }) => isReady(status)),
  );
  if (!isBegun) return [];
  const dishes = new Map<StationId, string[]>();
  for (const { line } of lines.filter(isYetToCook)) {
    for (const { station, status } of line.progress)
      if (!isReady(status)) dishes.set(station, [...(dishes.get(station) ?? []), line.name]);
  }
  return [...dishes].map(([station, names]) => ({ station, dishes: names }));
}

const isReady = (status: Parameters<typeof rankOf>[0]) => rankOf(status) >= rankOf('ready');
