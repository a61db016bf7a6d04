import type { NotePrinted } from './command.ts';
import { accept, type Decision } from './decision.ts';
import type { Order, Printed } from './order.ts';
import { changed } from './order-change.ts';

/** [PRT8] The newest slip of each station; told a second time it changes nothing. */
export function notePrinted(order: Order, { station, atMs }: NotePrinted, nowMs: number): Decision {
  const known = order.printed ?? [];
  const last = known.find((one) => one.station === station);
  if (last && last.atMs >= atMs) return accept();
  const printed: readonly Printed[] = [...known.filter((one) => one !== last), { station, atMs }];
  return changed(order, { printed }, nowMs, 'order_updated', { printed_at_station: station });
}
