import { z } from 'zod';
import { orderId } from '#shared/domain/id.ts';
import { uuid } from '#shared/protocol/text.ts';
import type { GuestLinkOut } from '#shared/protocol/wire-guest.ts';
import type { GuestLinks } from '../../auth/guest-links.ts';
import type { OrderDesk } from '../../core/order-desk.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import { schemeOf } from '../listen.ts';
import { networkAddresses } from '../network-addresses.ts';
import type { Door } from './door.ts';

/** Who may see an order may show its guest the way to it ([GST3]). */
export function guestRoutes(app: Door, links: Pick<GuestLinks, 'pathOf'>, desk: Pick<OrderDesk, 'order'>): void {
  app.get(
    `${apiRoot}/orders/:id/guest-link`,
    { config: { access: 'orders.read' }, schema: { params: z.strictObject({ id: uuid }) } },
    async (request): Promise<GuestLinkOut> => {
      const caller = callerIn(request);
      const { id } = desk.order(caller, request.params.id);
      return {
        path: links.pathOf({ id: orderId(id), restaurantId: caller.restaurantId }),
        bases: [...networkAddresses(app.server.address(), schemeOf(app))],
      };
    },
  );
}
