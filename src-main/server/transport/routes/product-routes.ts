import { productListQuery } from '#shared/protocol/list-requests.ts';
import { productIn } from '#shared/protocol/product-requests.ts';
import type { OrderDesk } from '../../core/order-desk.ts';
import type { OrderReader } from '../../ports.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import { sendAnswer } from '../problem.ts';
import { markOf } from '../request-mark.ts';
import type { Door } from './door.ts';

/** The menu by HTTP; changing and deleting items is not offered yet. */
export function productRoutes(app: Door, desk: OrderDesk, reader: OrderReader): void {
  const listing = { querystring: productListQuery };
  app.get(`${apiRoot}/products`, { config: { access: 'menu.read' }, schema: listing }, async (request, reply) =>
    reply.type('application/json').send(await reader.listProducts(callerIn(request).restaurantId, request.query)),
  );

  app.post(
    `${apiRoot}/products`,
    { config: { access: 'menu.write' }, schema: { body: productIn } },
    async (request, reply) =>
      sendAnswer(reply, await desk.createProduct(callerIn(request), request.body, markOf(request))),
  );
}
