import type { StationId } from '#shared/domain/id.ts';
import type { Product } from '#shared/domain/product.ts';
import type { RouteReason } from '#shared/domain/progress.ts';
import { type Dish, routeOf } from '#shared/domain/routing.ts';
import type { Stations } from '#shared/domain/station.ts';

/** One station on the way of a dish: in which turn, and why it comes there. */
export type TrialStop = {
  readonly station: StationId;
  /** 1 for where it begins; those of one turn work at the same time. */
  readonly turn: number;
  readonly reason: RouteReason;
  /** Those that hand it on to here. */
  readonly after: readonly StationId[];
};

const dishOf = ({ name, sku, category, stations }: Product): Dish => ({ name, sku, category, stations });

/** [STE4] Where the kitchen would send a dish: by the very rule that it goes by when one is ordered ([RTE1]). */
export function trialRoute(product: Product, stations: Stations): readonly TrialStop[] {
  const shares = routeOf(dishOf(product), stations);
  const turnOf = (id: StationId): number => {
    const makers = shares.find(({ station }) => station === id)?.after ?? [];
    return 1 + Math.max(0, ...makers.map(turnOf));
  };
  return shares
    .map(({ station, routedBy, after }) => ({ station, turn: turnOf(station), reason: routedBy, after }))
    .sort((a, b) => a.turn - b.turn);
}

export type TrialLine = { readonly product: Product; readonly quantity: number };

/** What each station gets of an order, in the order of the list. */
export function trialTickets(lines: readonly TrialLine[], stations: Stations) {
  const routed = lines.map((line) => ({ ...line, at: trialRoute(line.product, stations).map((stop) => stop.station) }));
  return stations.list
    .filter(({ kind }) => kind === 'prep')
    .map((station) => ({ station, lines: routed.filter(({ at }) => at.includes(station.id)) }))
    .filter((ticket) => ticket.lines.length > 0);
}

/** Categories whose dishes, or some of them, no station asks for ([RTE1]). */
export function unasked(products: Iterable<Product>, stations: Stations): readonly string[] {
  const isUnasked = (product: Product) => routeOf(dishOf(product), stations)[0]?.routedBy === 'fallback';
  return [...new Set([...products].filter(isUnasked).map(({ category }) => category))].sort();
}
