import { type Deed, type DeedValue, gathered, named, type orderFields } from './deed.ts';
import type { OrderId } from './id.ts';
import type { Line } from './line.ts';
import { lineDeeds } from './line-deeds.ts';
import type { Order } from './order.ts';

/**
 * What happened between two versions of an order, in the order in which people would tell it ([STE5]).
 *
 * @param splitInto the order that dishes were split off into: a half that stays looks like one that was changed
 */
export function orderDeeds(before: Order | undefined, after: Order, splitInto: OrderId | null): readonly Deed[] {
  if (!before) return [firstDeed(after)];
  return gathered([
    ...whereDishesWent(before, after, splitInto),
    ...after.lines.flatMap((line) => deedsOfLine(lineOf(before, line), line, splitInto !== null)),
    ...fieldDeeds(before, after),
    ...endDeeds(before, after),
  ]);
}

function firstDeed({ lines, splitFrom }: Order): Deed {
  const dishes = lines.map(named);
  return splitFrom === null ? { what: 'placed', dishes } : { what: 'split-from', dishes, order: splitFrom };
}

function deedsOfLine(was: Line | undefined, line: Line, isSplit: boolean): readonly Deed[] {
  if (was) return lineDeeds(was, line, isSplit);
  const dishes = [named(line)];
  return [line.mergedFrom ? { what: 'merged-in', dishes, order: line.mergedFrom } : { what: 'added', dishes }];
}

/** All have gone to another order ([GRO2]), or some to one of their own ([GRO1]). */
function whereDishesWent(before: Order, after: Order, splitInto: OrderId | null): readonly Deed[] {
  if (after.mergedInto !== null && before.mergedInto === null)
    return [{ what: 'merged-into', dishes: before.lines.map(named), order: after.mergedInto }];
  if (splitInto === null) return [];
  const dishes = before.lines.flatMap((line) => {
    const left = lineOf(after, line)?.quantity ?? 0;
    return left < line.quantity ? [{ name: line.name, quantity: line.quantity - left }] : [];
  });
  return [{ what: 'split-off', dishes, order: splitInto }];
}

const lineOf = ({ lines }: Order, { id }: Line) => lines.find((line) => line.id === id);

const fieldsOf = (order: Order): Readonly<Record<(typeof orderFields)[number], DeedValue>> => ({
  table: order.tableNumber,
  priority: order.priority,
  payment: order.paymentStatus,
  method: order.paymentMethod,
  covers: order.covers,
  'order-notes': order.notes,
  promised: order.promisedAtMs,
});

function fieldDeeds(before: Order, after: Order): readonly Deed[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return (Object.keys(now) as (typeof orderFields)[number][])
    .filter((field) => old[field] !== now[field])
    .map((field) => ({ what: 'changed', dishes: [], field, old: old[field], new: now[field] }));
}

function endDeeds(before: Order, after: Order): readonly Deed[] {
  const deeds: Deed[] = [];
  const [was, is] = [before.cancelledAtMs !== null, after.cancelledAtMs !== null];
  if (is && !was) deeds.push({ what: 'cancelled', reason: after.cancelReason });
  if (was && !is) deeds.push({ what: 'uncancelled' });
  if (before.clearedAtMs === null && after.clearedAtMs !== null) deeds.push({ what: 'put-away' });
  if (before.clearedAtMs !== null && after.clearedAtMs === null) deeds.push({ what: 'brought-back' });
  return deeds;
}
