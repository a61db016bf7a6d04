import { type Decision, type KitchenView, refuse } from './decision.ts';
import type { LineId, StationId } from './id.ts';
import type { Line } from './line.ts';
import type { Order } from './order.ts';
import type { Progress } from './progress.ts';
import { stationOf } from './station.ts';
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
  if (station !== null && !stationOf(view.stations(), station)) return { refused: noSuchStation };
  if (lineIds?.some((id) => !order.lines.some((line) => line.id === id))) return { refused: noSuchItem };
  const viewpoint = viewpointOf(view.stations(), station);
  return {
    viewpoint,
    isByLine: lineIds !== null,
    meets: (line, part) =>
      (lineIds === null || lineIds.includes(line.id)) &&
      (viewpoint.station === null || part.station === viewpoint.station),
  };
}

export type Refused = { readonly refused: Decision };

export const noSuchItem = refuse('item_not_found', 'The order has no such item.');
export const noSuchStation = refuse('station_not_found', 'There is no such station.');
export const orderCancelled = refuse('order_closed', 'The order is cancelled.');
