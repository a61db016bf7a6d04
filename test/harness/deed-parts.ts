import { timeLines } from '#shared/domain/coming-lines.ts';
import type { UndoChange } from '#shared/domain/command.ts';
import { type LineId, lineId, orderId, type StationId, stationId } from '#shared/domain/id.ts';
import type { Line, LineContent } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import { untouched } from '#shared/domain/progress.ts';
import { firings } from '#shared/domain/settings.ts';
import { type Sight, sightOf } from '#shared/domain/sight.ts';
import { ticketAt, viewpointOf } from '#shared/domain/station-ticket.ts';
import type { Deed } from './kitchen-deeds.ts';
import { type KitchenWorld, withExpo, withoutExpo } from './kitchen-world.ts';

/** Another way of handing over, a station that is taken out, one that hands on to another. */
export const kitchens = [
  withExpo,
  withoutExpo,
  withExpo.filter(({ id }) => id !== 'fry'),
  withExpo.map((one) => (one.id === 'grill' ? { ...one, next: stationId('fry') } : one)),
];

export const settingsOf = ({ flag, number }: Deed) => ({
  holdCourses: flag,
  acknowledgeAllergens: number % 2 === 0,
  firing: firings[number % firings.length] ?? 'at-once',
});

type Where = { readonly station: StationId | null; readonly lineIds: readonly LineId[] | null };

/** What stood on their board so many states of the order ago. */
export function sightBefore(world: KitchenWorld, order: Order, ago: number, { station, lineIds }: Where): Sight {
  const past = statesOf(world, order);
  const state = past[Math.max(0, past.length - 1 - ago)] ?? order;
  const viewpoint = viewpointOf(world.stations, station);
  const lines = ticketAt(state, viewpoint, world.nowMs())?.lines ?? [];
  return sightOf(lines, viewpoint, state.updatedAtMs, lineIds);
}

/** All that the order ever was, oldest first. */
export const statesOf = ({ first, events }: KitchenWorld, { id }: Order): readonly Order[] =>
  [...first, ...events.map(({ order }) => order)].filter((state) => state.id === id);

/** Sometimes back to what it was before the change that is yet to be seen. */
export function changeOf({ number, flag, course }: Deed, { changedFrom }: Line, made: string): Partial<LineContent> {
  if (changedFrom && number % 3 === 0) return changedFrom;
  if (course !== null) return { course, allergens: flag ? ['nuts'] : [] };
  return flag ? { quantity: number + 1 } : { notes: made, seat: number + 1 };
}

/** Of what was ever done to the order; a split has no undo, and the door knows which those were ([UND1]). */
export function undoOf(world: KitchenWorld, order: Order, number: number): UndoChange | undefined {
  const { id, restaurantId } = order;
  // The last ones rather: of what was done long ago somebody has made more since.
  const past = world.events.filter((event) => event.order.id === id).toReversed();
  const event = past[number % Math.max(1, Math.min(4, past.length))];
  if (!event || 'split_into' in event.data) return undefined;
  const before = statesOf(world, order).find(({ version }) => version === event.order.version - 1);
  return before && { kind: 'order.undo', restaurantId, orderId: id, before, after: event.order };
}

/** One more of that dish, as it would be rung in now. */
export function moreOf(world: KitchenWorld, order: Order, line: Line, made: string): readonly Line[] {
  const more: Line = {
    ...line,
    id: lineId(`${made}.0`),
    progress: line.progress.map(({ station, routedBy, after }) => untouched(station, routedBy, after)),
    round: 1,
    addition: 1 + Math.max(...order.lines.map(({ addition }) => addition)),
    addedAtMs: world.nowMs(),
    heldAtMs: null,
    startsAtMs: null,
    firedAtMs: null,
    changedFrom: null,
    changedAtMs: null,
    voidedAtMs: null,
    voidReason: null,
    voidCooked: null,
    expoSeenAtMs: null,
    quiet: null,
  };
  return timeLines([more], order, world.nowMs(), world.settings);
}

export function partsOf(lines: readonly Line[], isWhole: boolean, made: string) {
  return [...new Set(lines)].map((line, index) => ({
    lineId: line.id,
    quantity: isWhole ? line.quantity : Math.ceil(line.quantity / 2),
    newLineId: lineId(`${made}.${index}`),
  }));
}

export const emptied = (order: Order, made: string): Order => ({ ...order, id: orderId(made), version: 1, lines: [] });
