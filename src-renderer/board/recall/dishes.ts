import type { LineId } from '#shared/domain/id.ts';
import { lastVisit } from '#shared/domain/last-visit.ts';
import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Viewpoint } from '#shared/domain/station-ticket.ts';

/** What was cooked here; of an order that was called off, what would have been. What is on hold is neither. */
export function linesOf({ lines }: Order, { station }: Viewpoint): readonly Line[] {
  const here = lines.filter(({ progress }) => station === null || progress.some((part) => part.station === station));
  const live = here.filter(({ voidedAtMs, heldAtMs }) => voidedAtMs === null && heldAtMs === null);
  return live.length > 0 ? live : here;
}

/** What comes back: all that was cooked here at its last visit; null when that is all there is ([RCL7]). */
export function returningLines(order: Order, viewpoint: Viewpoint): readonly LineId[] | null {
  const visit = lastVisit(order, viewpoint);
  return visit.length === 0 || visit.length === linesOf(order, viewpoint).length ? null : visit;
}

/** `1 × Soup, 2 × Burger` */
export const namesOf = (lines: readonly Line[]): string =>
  lines.map(({ quantity, name }) => `${quantity} × ${name}`).join(', ');
