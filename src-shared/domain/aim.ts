import { type Decision, type KitchenView, refuse } from './decision.ts';
import type { LineId, StationId } from './id.ts';
import type { Line } from './line.ts';
import type { Order } from './order.ts';
import type { Progress } from './progress.ts';
import { hasExpo, type Stations, stationOf } from './station.ts';
import { type Viewpoint, viewpointOf } from './station-ticket.ts';

/** Which shares of an order a command is meant for. */
export type Aim = {
  readonly viewpoint: Viewpoint;
  /** Lines were named one by one. */
  readonly isByLine: boolean;
  meets(line: Line, part: Progress): boolean;
};

type Where = { readonly station: StationId | null; readonly lineIds: readonly LineId[] | null };

/** A refusal when there is no such station or line. */
export function aimAt(view: KitchenView, order: Order, { station, lineIds }: Where): Aim | Refused {
  const viewpoint = lookingFrom(view.stations(), order, station);
  if (!viewpoint) return { refused: noSuchStation };
  if (lineIds?.some((id) => !order.lines.some((line) => line.id === id))) return { refused: noSuchItem };
  return {
    viewpoint,
    isByLine: lineIds !== null,
    meets: (line, part) =>
      (lineIds === null || lineIds.includes(line.id)) &&
      (viewpoint.station === null || part.station === viewpoint.station),
  };
}

/** [RTE5] A station that was taken out or renamed counts as long as the order has work there, so that it can be given away. */
function lookingFrom(stations: Stations, order: Order, station: StationId | null): Viewpoint | undefined {
  if (station === null || stationOf(stations, station)) return viewpointOf(stations, station);
  const hasWork = order.lines.some(({ progress }) => progress.some((part) => part.station === station));
  return hasWork ? { station, goal: hasExpo(stations) ? 'ready' : 'completed' } : undefined;
}

export type Refused = { readonly refused: Decision };

export const noSuchItem = refuse('item_not_found', 'The order has no such item.');
export const noSuchStation = refuse('station_not_found', 'There is no such station.');
export const orderCancelled = refuse('order_closed', 'The order is cancelled.');
