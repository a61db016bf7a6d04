import equal from 'fast-deep-equal';
import { orderCancelled } from './aim.ts';
import type { MergeOrder, SplitOrder } from './command.ts';
import { accept, type Decision, type KitchenView, refuse } from './decision.ts';
import type { LineId } from './id.ts';
import { begunAnew } from './leftover.ts';
import { contentOf, type Line } from './line.ts';
import { type Order, orderStatus } from './order.ts';
import { changeOf } from './order-change.ts';
import { tooLarge } from './order-size.ts';
import { retimed } from './retiming.ts';
import type { Settings } from './settings.ts';
import { firedAtMs } from './timing.ts';

/** [GRO1] Some lines become an order of their own, as far cooked as they are. */
export function split(view: KitchenView, order: Order, { parts, draft }: SplitOrder, nowMs: number): Decision {
  if (order.cancelledAtMs !== null) return orderCancelled;
  if (view.order(draft.id)) return refuse('order_exists', 'This was split off before.');
  const taken = new Map(parts.map((part) => [part.lineId, part]));
  const fits = ({ lineId, quantity }: SplitOrder['parts'][number]) =>
    order.lines.some((line) => line.id === lineId && line.voidedAtMs === null && quantity <= line.quantity);
  if (taken.size !== parts.length || !parts.every(fits))
    return refuse('item_not_found', 'The order has not so much of it.');
  const { stays, goes } = apart(order, taken);
  if (!stays.some(({ voidedAtMs }) => voidedAtMs === null))
    return refuse('invalid', 'Something must stay in the order.');
  const lines = promisedAnew(order, stays, nowMs, view.settings());
  const made: Order = { ...draft, lines: promisedAnew(draft, goes, nowMs, view.settings()), splitFrom: order.id };
  const data = { order_id: made.id, old_status: null, new_status: orderStatus(made), split_from: order.id };
  return accept(changeOf(order, { lines }, nowMs, 'order_updated', { split_into: made.id }), {
    type: 'order_created',
    order: made,
    data,
    atMs: nowMs,
  });
}

function apart({ lines }: Order, taken: ReadonlyMap<LineId, SplitOrder['parts'][number]>) {
  const stays: Line[] = [];
  const goes: Line[] = [];
  for (const line of lines) {
    const part = taken.get(line.id);
    if (!part) stays.push(line);
    else if (part.quantity === line.quantity) goes.push(line);
    else {
      const [kept, gone] = halves(line, part.quantity);
      stays.push(kept);
      goes.push({ ...gone, id: part.newLineId });
    }
  }
  return { stays, goes };
}

/**
 * What waits for the promise begins by the size of its own half ([SCH1]). What was fired keeps its time: the dishes that
 * it is to end with are cooked on, whichever order they are in.
 */
function promisedAnew(order: Pick<Order, 'promisedAtMs'>, lines: readonly Line[], nowMs: number, settings: Settings) {
  const anew = retimed(order, lines, nowMs, settings);
  return lines.map((line, index) => (firedAtMs(line) === null ? (anew[index] ?? line) : line));
}

/** Of a change that a cook has yet to see, each half tells its part: the old numbers add up like the new ones ([CHG1]). */
function halves(line: Line, taken: number): readonly [Line, Line] {
  const left = line.quantity - taken;
  const was = line.changedFrom?.quantity ?? line.quantity;
  const wasLeft = Math.min(was, left);
  return [half(line, left, wasLeft), half(line, taken, was - wasLeft)];
}

/** Nothing is told of a half that is as it was. */
function half(line: Line, quantity: number, was: number): Line {
  const next = { ...line, quantity };
  const changedFrom = line.changedFrom && { ...line.changedFrom, quantity: was };
  return { ...next, changedFrom: equal(changedFrom, contentOf(next)) ? null : changedFrom };
}

/** [GRO2] One order takes all lines of another, as far cooked as they are; the other is left empty. */
export function merge(view: KitchenView, order: Order, { fromId }: MergeOrder, nowMs: number): Decision {
  const from = view.order(fromId);
  if (!from) return refuse('order_not_found', 'There is no such order.');
  if (from.id === order.id) return refuse('invalid', 'An order cannot be merged with itself.');
  if (from.mergedInto === order.id) return accept();
  if (from.mergedInto !== null) return mergedAway(view, from);
  if ([order, from].some(({ cancelledAtMs }) => cancelledAtMs !== null)) return orderCancelled;
  if (from.currency !== order.currency || from.paymentStatus !== order.paymentStatus)
    return refuse('invalid', 'One of them is paid and the other is not.');
  const along = takenAlong(order, from);
  const brought = begunAnew(from, nowMs).map((line) => ({ ...line, mergedFrom: line.mergedFrom ?? from.id }));
  const both = [...begunAnew(order, nowMs), ...brought];
  const lines = retimed(along, both, nowMs, view.settings());
  const refusal = tooLarge({ ...order, lines });
  if (refusal) return refusal;
  return accept(
    changeOf(from, { lines: [], mergedInto: order.id }, nowMs, 'order_updated', {
      merged_into: order.id,
      merged_into_number: order.number,
    }),
    changeOf(order, { ...along, lines, clearedAtMs: null }, nowMs, 'order_updated', {
      merged_from: from.id,
    }),
  );
}

/** What somebody said of the other order holds for its dishes still: an allergy, the hurry, the guests. */
function takenAlong(order: Order, from: Order): Partial<Order> & Pick<Order, 'promisedAtMs'> {
  const both = <Value>(value: (one: Order) => Value | null) => [order, from].flatMap((one) => value(one) ?? []);
  const notes = new Set(both((one) => one.notes));
  const covers = both((one) => one.covers);
  const promises = both((one) => one.promisedAtMs);
  return {
    beforeMerge: order.beforeMerge ?? { notes: order.notes, covers: order.covers },
    notes: notes.size > 0 ? [...notes].join(' · ') : null,
    covers: covers.length > 0 ? covers.reduce((sum, count) => sum + count) : null,
    priority: [order, from].some(({ priority }) => priority === 'high') ? 'high' : 'normal',
    // Beside dishes that are wanted at once a promise would make them seem to have time.
    promisedAtMs: promises.length === 2 ? Math.min(...promises) : order.promisedAtMs,
  };
}

/** Nothing more can be done with what is empty, and least of all be paid ([GRO2]). */
export function mergedAway(view: Pick<KitchenView, 'order'>, { mergedInto }: Pick<Order, 'mergedInto'>): Decision {
  const into = mergedInto && view.order(mergedInto);
  if (into && into.mergedInto !== null) return mergedAway(view, into);
  return refuse('order_merged', `Its dishes have gone to ${into ? `order ${into.number}` : 'another order'}.`);
}
