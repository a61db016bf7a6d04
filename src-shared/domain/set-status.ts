import { barredBy, seen, settled } from './acknowledge.ts';
import { noSuchItem, orderCancelled } from './aim.ts';
import type { SetLineStatus, SetOrderStatus } from './command.ts';
import { accept, type Decision, type KitchenView, refuse } from './decision.ts';
import { released } from './firing.ts';
import { type Line, lineStatus, mapProgress } from './line.ts';
import { type Order, orderStatus } from './order.ts';
import { changedLines } from './order-change.ts';
import { advance, type Progress, rankOf } from './progress.ts';
import { wasHeldSince, wasSeenSo } from './sight.ts';
import { isYetToBegin } from './timing.ts';

/**
 * Every line that is not voided, at every station ([LIN1]). Who says that an order is being prepared does not mean the
 * course that is on hold ([FIR1]).
 */
export function setOrderStatus(view: KitchenView, order: Order, command: SetOrderStatus, nowMs: number): Decision {
  const { status, by } = command;
  const current = orderStatus(order);
  if (current === 'cancelled') return orderCancelled;
  if (rankOf(status) < rankOf(current)) return backwards(current, status);
  const isMeant = (line: Line) => status === 'completed' || !isYetToBegin(line, nowMs);
  const barred = barredBy(view, status === 'pending' ? [] : order.lines.filter(isMeant));
  return barred ?? changedLines(order, (line) => released(line, move(line)), nowMs);

  function move(line: Line): Line {
    if (!isMeant(line)) return line;
    if (status === 'completed') return handedOver(line, { nowMs, by });
    return line.voidedAtMs === null ? mapProgress(line, (part) => advance(part, status, { nowMs, by })) : line;
  }
}

/** Out of the house; of what was called off nothing is left to be acknowledged either. */
export function handedOver(line: Line, { nowMs, by }: { readonly nowMs: number; readonly by: string | null }): Line {
  if (line.voidedAtMs === null) return mapProgress(line, (part) => advance(part, 'completed', { nowMs, by }));
  return settled(mapProgress(line, (part) => seen(part, nowMs)));
}

export function setLineStatus(view: KitchenView, order: Order, command: SetLineStatus, nowMs: number): Decision {
  const { lineId, station, status, by } = command;
  const line = order.lines.find((one) => one.id === lineId);
  if (!line) return noSuchItem;
  if (order.cancelledAtMs !== null) return orderCancelled;
  if (lineStatus(line) === 'voided') return refuse('item_voided', 'The item was cancelled.');
  const parts = line.progress.filter((part) => station === null || part.station === station);
  if (parts.length === 0) return refuse('item_not_found', 'The item is not cooked at that station.');
  const current = station === null ? lineStatus(line) : (parts[0]?.status ?? 'pending');
  if (!wasSeenSo(order, line, { station, goal: 'completed' }, command.seen)) return accept();
  if (status === 'preparing' && wasHeldSince(line, command.seen)) return accept();
  if (current === status) return changedLines(order, (one) => one, nowMs);
  if (rankOf(status) < rankOf(current as Progress['status'])) return backwards(current, status);
  const move = (part: Progress) => (parts.includes(part) ? advance(part, status, { nowMs, by }) : part);
  return (
    barredBy(view, [line], (_, part) => parts.includes(part)) ??
    changedLines(order, (one) => (one === line ? released(one, mapProgress(one, move)) : one), nowMs)
  );
}

function backwards(current: string, wanted: string): Decision {
  return refuse('status_backwards', `It is ${current} already; only a recall brings it back to ${wanted}.`);
}
