import { z } from 'zod';
import { productListQuery } from '#shared/protocol/list-requests.ts';
import { productIn } from '#shared/protocol/product-requests.ts';
import { uuid } from '#shared/protocol/text.ts';
import { availabilityIn } from '#shared/protocol/work-requests.ts';
import type { SiteDesk } from '../../core/site-desk.ts';
import type { OrderReader } from '../../ports.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import { sendAnswer } from '../problem.ts';
import { markOf } from '../request-mark.ts';
import type { Door } from './door.ts';

/** The menu by HTTP; changing and deleting items is not offered yet, but for 86. */
export function productRoutes(app: Door, desk: SiteDesk, reader: OrderReader): void {
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

  const availability = { params: z.strictObject({ id: uuid }), body: availabilityIn };
  app.patch(
    `${apiRoot}/products/:id/availability`,
    { config: { access: 'menu.availability' }, schema: availability },
    async (request, reply) => {
      const { id } = request.params;
      const { available } = request.body;
      return sendAnswer(reply, await desk.setAvailability(callerIn(request), id, available, markOf(request)));
    },
  );
}
