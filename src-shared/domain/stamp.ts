import equal from 'fast-deep-equal';
import type { DomainEvent } from './event.ts';
import { contentOf, type Line } from './line.ts';
import type { Order } from './order.ts';

/**
 * The event with the order's news later than all that anybody can have seen of it ([BMP2]): two commands may come in one
 * millisecond, and a clock be set back. When something is to begin, or did, goes by the clock all the same: a dish that
 * is fired then must not wait until the clock has come there again.
 */
export function stamped(event: DomainEvent, before: Order | undefined): DomainEvent {
  if (!('order' in event)) return event;
  const { order, atMs } = event;
  const stampMs = Math.max(order.updatedAtMs, before ? before.updatedAtMs + 1 : 0, ...order.lines.map(lineNewsMs));
  if (stampMs === order.updatedAtMs) return event;
  const was = new Map(before?.lines.map((line) => [line.id, line]));
  const lines = order.lines.map((line) => stampedLine(line, was.get(line.id), atMs, stampMs));
  const isCancelledNow = before?.cancelledAtMs === null && order.cancelledAtMs === atMs;
  const cancelledAtMs = isCancelledNow ? stampMs : order.cancelledAtMs;
  return { ...event, order: { ...order, lines, cancelledAtMs, updatedAtMs: stampMs } };
}

/** A line that comes from another order brings its news along. */
const lineNewsMs = ({ changedAtMs, voidedAtMs }: Line) => Math.max(changedAtMs ?? 0, voidedAtMs ?? 0);

function stampedLine(line: Line, was: Line | undefined, atMs: number, stampMs: number): Line {
  if (!was || was === line) return line;
  const isChangedNow = line.changedAtMs === atMs && !equal(contentOf(line), contentOf(was));
  const isVoidedNow = line.voidedAtMs === atMs && was.voidedAtMs === null;
  if (!isChangedNow && !isVoidedNow) return line;
  return {
    ...line,
    changedAtMs: isChangedNow ? stampMs : line.changedAtMs,
    voidedAtMs: isVoidedNow ? stampMs : line.voidedAtMs,
  };
}
