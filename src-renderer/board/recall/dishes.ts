import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Viewpoint } from '#shared/domain/station-ticket.ts';

/** What was cooked here; of an order that was called off, what would have been. What is on hold is neither. */
export function linesOf({ lines }: Order, { station }: Viewpoint): readonly Line[] {
  const here = lines.filter(({ progress }) => station === null || progress.some((part) => part.station === station));
  const live = here.filter(({ voidedAtMs, heldAtMs }) => voidedAtMs === null && heldAtMs === null);
  return live.length > 0 ? live : here;
}

/** `1 × Soup, 2 × Burger` */
export const dishesOf = (order: Order, viewpoint: Viewpoint): string =>
  linesOf(order, viewpoint)
    .map(({ quantity, name }) => `${quantity} × ${name}`)
    .join(', ');
