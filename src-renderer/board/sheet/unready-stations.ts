import type { StationId } from '#shared/domain/id.ts';
import { rankOf } from '#shared/domain/progress.ts';
import type { TicketLine, Viewpoint } from '#shared/domain/station-ticket.ts';

/** Stations that have something of these lines left to do, and so may give it away: at a station, itself alone. */
export function unreadyStations(lines: readonly TicketLine[], { station }: Viewpoint): readonly StationId[] {
  const parts = lines.filter(({ state }) => state !== 'void').flatMap(({ line }) => line.progress);
  const open = parts.filter(({ status }) => rankOf(status) < rankOf('ready')).map((part) => part.station);
  return [...new Set(open)].filter((id) => station === null || id === station);
}
