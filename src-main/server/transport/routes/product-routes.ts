import { z } from 'zod';
import { AppError } from '#shared/errors/app-error.ts';
import { productListQuery } from '#shared/protocol/list-requests.ts';
import { availabilityIn, inventoryIn, productChangeIn, productIn } from '#shared/protocol/product-requests.ts';
import { uuid } from '#shared/protocol/text.ts';
import type { MenuDesk } from '../../core/menu-desk.ts';
import type { OrderReader } from '../../ports.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import { sendAnswer } from '../problem.ts';
import { markOf } from '../request-mark.ts';
import type { Door } from './door.ts';

/** The menu by HTTP. */
export function productRoutes(app: Door, desk: MenuDesk, reader: OrderReader): void {
  const params = z.strictObject({ id: uuid });
  const write = { config: { access: 'menu.write' } } as const;
  const listing = { querystring: productListQuery };
  app.get(`${apiRoot}/products`, { config: { access: 'menu.read' }, schema: listing }, async (request, reply) =>
    reply.type('application/json').send(await reader.listProducts(callerIn(request).restaurantId, request.query)),
  );

  app.post(`${apiRoot}/products`, { ...write, schema: { body: productIn } }, async (request, reply) =>
    sendAnswer(reply, await desk.create(callerIn(request), request.body, markOf(request))),
  );

  app.get(
    `${apiRoot}/products/:id`,
    { config: { access: 'menu.read' }, schema: { params } },
    async (request, reply) => {
      const item = desk.item(callerIn(request), request.params.id);
      if (!item || item.deleted_at !== null) throw new AppError('product_not_found');
      return reply.header('etag', `"${item.version}"`).send(item);
    },
  );

  app.patch(
    `${apiRoot}/products/:id`,
    { ...write, schema: { params, body: productChangeIn } },
    async (request, reply) =>
      sendAnswer(reply, await desk.change(callerIn(request), request.params.id, request.body, markOf(request))),
  );

  app.delete(`${apiRoot}/products/:id`, { ...write, schema: { params } }, async (request, reply) =>
    sendAnswer(reply, await desk.remove(callerIn(request), request.params.id, markOf(request))),
  );

  app.patch(
    `${apiRoot}/products/:id/availability`,
    { config: { access: 'menu.availability' }, schema: { params, body: availabilityIn } },
    async (request, reply) => {
      const { available, until } = request.body;
      const { id } = request.params;
      return sendAnswer(
        reply,
        await desk.setAvailability(callerIn(request), id, { available, until }, markOf(request)),
      );
    },
  );

  app.patch(
    `${apiRoot}/products/:id/inventory`,
    { config: { access: 'menu.availability' }, schema: { params, body: inventoryIn } },
    async (request, reply) => {
      const { quantity } = request.body;
      return sendAnswer(reply, await desk.countStock(callerIn(request), request.params.id, quantity, markOf(request)));
    },
  );
}
