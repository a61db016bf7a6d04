import type { Order } from '#shared/domain/order.ts';
import type { Viewpoint } from '#shared/domain/station-ticket.ts';

/** `1 × Soup, 2 × Burger`: what was cooked here; of an order that was called off, what would have been. */
export function dishesOf({ lines }: Order, { station }: Viewpoint): string {
  const here = lines.filter(({ progress }) => station === null || progress.some((part) => part.station === station));
  const live = here.filter(({ voidedAtMs }) => voidedAtMs === null);
  return (live.length > 0 ? live : here).map(({ quantity, name }) => `${quantity} × ${name}`).join(', ');
}
