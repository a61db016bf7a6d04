import { bumpedListQuery } from '#shared/protocol/list-requests.ts';
import type { Clock, OrderReader } from '../../ports.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import type { Door } from './door.ts';

/** What can be recalled today ([RCL4]). */
export function bumpedRoutes(app: Door, reader: OrderReader, clock: Clock): void {
  const schema = { querystring: bumpedListQuery };
  app.get(`${apiRoot}/orders/bumped`, { config: { access: 'orders.read' }, schema }, async (request, reply) => {
    const { restaurantId } = callerIn(request);
    return reply.type('application/json').send(await reader.listBumped(restaurantId, request.query, clock.nowMs()));
  });
}
