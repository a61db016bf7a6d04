import equal from 'fast-deep-equal';
import { unseen } from './acknowledge.ts';
import { noSuchItem, orderCancelled } from './aim.ts';
import type { AddLines, ChangeLine, VoidLine } from './command.ts';
import { accept, type Decision, type KitchenView, refuse } from './decision.ts';
import { begunAnew } from './leftover.ts';
import { contentOf, type Line, type LineContent, lineStatus } from './line.ts';
import type { Order } from './order.ts';
import { changed } from './order-change.ts';
import { inexactTotal, tooLarge } from './order-size.ts';
import { isCooked } from './progress.ts';
import { inCourse, retimed } from './retiming.ts';

/** [ADD1] More of what the table wants; a ticket that was done comes back with the new lines only. */
export function addLines(view: KitchenView, order: Order, { lines }: AddLines, nowMs: number): Decision {
  if (order.cancelledAtMs !== null) return orderCancelled;
  const all = retimed(order, [...begunAnew(order, nowMs), ...lines], nowMs, view.settings());
  const more = { lines: all, clearedAtMs: null };
  const data = { added_items: lines.length };
  return tooLarge({ ...order, ...more }) ?? changed(order, more, nowMs, 'order_updated', data);
}

/** [CHG1] The cook sees the old beside the new until each station has acknowledged it. */
export function changeLine(view: KitchenView, order: Order, { lineId, change }: ChangeLine, nowMs: number): Decision {
  const line = order.lines.find((one) => one.id === lineId);
  if (!line) return noSuchItem;
  if (order.cancelledAtMs !== null) return orderCancelled;
  if (line.voidedAtMs !== null) return refuse('item_voided', 'The item was cancelled.');
  const next = { ...line, ...change };
  if (equal(contentOf(next), contentOf(line))) return accept();
  if (line.progress.some(isCooked)) return refuse('item_ready', 'It is cooked already. Add another item instead.');
  const settings = view.settings();
  const told = withTrace(line, inCourse(order, line, next, nowMs, settings), nowMs);
  const lines = retimed(order, replaced(order, line, told), nowMs, settings);
  const data = { item_id: line.id };
  return inexactTotal({ ...order, lines }) ?? changed(order, { lines }, nowMs, 'order_updated', data);
}

const replaced = ({ lines }: Order, line: Line, next: Line) => lines.map((one) => (one === line ? next : one));

/** Changed back, there is nothing to be told, unless somebody had taken note of it. */
function withTrace(before: Line, next: Line, nowMs: number): Line {
  const from = toldAsOld(before, contentOf(next));
  if (equal(from, contentOf(next))) return { ...next, changedFrom: null, changedAtMs: nowMs };
  return unseen({ ...next, changedFrom: from, changedAtMs: nowMs });
}

/**
 * One story for all stations, whether they have taken note of the change before or not: where this one goes back to what
 * was at first, the old is what that one had made of it ([ACG2]).
 */
function toldAsOld(before: Line, next: LineContent): LineContent {
  const [first, last] = [before.changedFrom, contentOf(before)];
  if (!first || !isNoted(before)) return first ?? last;
  const isBack = (field: keyof LineContent) => equal(first[field], next[field]);
  const back = (Object.keys(first) as (keyof LineContent)[]).filter(isBack);
  return { ...first, ...Object.fromEntries(back.map((field) => [field, last[field]])) };
}

const isNoted = ({ progress, expoSeenAtMs }: Line) =>
  expoSeenAtMs !== null || progress.some(({ acknowledgedAtMs }) => acknowledgedAtMs !== null);

/** [VOI1] It stays on the ticket, struck through, until the cook has seen it. */
export function voidLine(view: KitchenView, order: Order, { lineId, reason }: VoidLine, nowMs: number): Decision {
  const line = order.lines.find((one) => one.id === lineId);
  if (!line) return noSuchItem;
  if (order.cancelledAtMs !== null) return orderCancelled;
  if (line.voidedAtMs !== null) return accept();
  if (lineStatus(line) === 'completed') return refuse('item_completed', 'The item has been handed over already.');
  const voided = unseen({ ...line, voidedAtMs: nowMs, voidReason: reason });
  const lines = retimed(order, replaced(order, line, voided), nowMs, view.settings());
  const statuses = { old_item_status: lineStatus(line), new_item_status: lineStatus(voided) };
  return changed(order, { lines }, nowMs, 'item_status_changed', { item_id: line.id, ...statuses });
}
