import type { StationId } from '#shared/domain/id.ts';
import { rankOf } from '#shared/domain/progress.ts';
import type { Station } from '#shared/domain/station.ts';
import type { Ticket } from '../../store/ticket.ts';

export type TransferChoice = {
  readonly from: StationId;
  readonly to: readonly Station[];
  /** What would go. */
  readonly dishes: readonly string[];
};

/** Where the open work of a ticket could go, for each station of this view that has any; the expo cooks nothing. */
export function targetsOf({ lines, viewpoint }: Ticket, stations: readonly Station[]): readonly TransferChoice[] {
  const open = lines
    .filter(({ line }) => line.voidedAtMs === null)
    .flatMap(({ line, parts }) =>
      parts
        .filter(({ status }) => rankOf(status) < rankOf('ready'))
        .map(({ station }) => ({ station, dish: `${line.quantity} × ${line.name}` })),
    );
  const cooks = stations.filter(({ kind }) => kind === 'prep');
  const sources = viewpoint.station === null ? [...new Set(open.map(({ station }) => station))] : [viewpoint.station];
  return sources
    .map((from) => ({
      from,
      to: cooks.filter(({ id }) => id !== from),
      dishes: open.filter(({ station }) => station === from).map(({ dish }) => dish),
    }))
    .filter(({ to, dishes }) => to.length > 0 && dishes.length > 0);
}
