import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { RestaurantId } from '#shared/domain/id.ts';
import type { Product } from '#shared/domain/product.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { menuExportQuery, menuImportIn } from '#shared/protocol/product-requests.ts';
import { words } from '#shared/protocol/text.ts';
import { toWireProduct } from '#shared/protocol/wire-product.ts';
import type { MenuImport } from '../../core/menu-import.ts';
import type { EncodedMenu } from '../../fanout/guest-menu.ts';
import { toMenuItem } from '../../menu-file/menu-file.ts';
import { writeTable } from '../../menu-file/menu-table.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import { sendAnswer } from '../problem.ts';
import { markOf } from '../request-mark.ts';
import { createUnreadAnswers } from '../unread-answers.ts';
import type { Door } from './door.ts';

export type MenuRoutesDeps = {
  readonly imports: MenuImport;
  /** As everybody may read it; undefined for a restaurant that there is not. */
  guestMenuOf(restaurantId: string | undefined): EncodedMenu | undefined;
  /** All that is on the menu. */
  menuOf(restaurantId: RestaurantId): readonly Product[];
};

/** The menu as a whole: as guests read it, and as a file that goes out and comes in. */
export function menuRoutes(app: Door, { imports, menuOf, guestMenuOf }: MenuRoutesDeps): void {
  const unread = createUnreadAnswers();
  const query = z.strictObject({ restaurant_id: words(64).optional() });
  app.get(`${apiRoot}/menu`, { config: { access: 'open' }, schema: { querystring: query } }, async (request, reply) => {
    const menu = guestMenuOf(request.query.restaurant_id);
    if (!menu) throw new AppError('not_found');
    reply.header('etag', menu.etag);
    if (isKnown(menu, request.headers)) return reply.code(304).send();
    if (!request.caller) unread.wait(reply.raw, request.raw.socket);
    return reply.type('application/json').send(menu.body);
  });

  app.get(
    `${apiRoot}/products/export`,
    { config: { access: 'menu.write' }, schema: { querystring: menuExportQuery } },
    async (request, reply) => {
      const products = menuOf(callerIn(request).restaurantId).map(toWireProduct);
      const { format } = request.query;
      reply.header('content-disposition', `attachment; filename="menu.${format}"`);
      return format === 'csv'
        ? reply.type('text/csv; charset=utf-8').send(writeTable(products))
        : reply.send({ items: products.map(toMenuItem) });
    },
  );

  const importing = { config: { access: 'menu.write' }, schema: { body: menuImportIn } } as const;
  app.post(`${apiRoot}/products/import/preview`, importing, async (request, reply) =>
    reply.send(imports.preview(callerIn(request), request.body)),
  );
  app.post(`${apiRoot}/products/import`, importing, async (request, reply) =>
    sendAnswer(reply, await imports.take(callerIn(request), request.body, markOf(request))),
  );
}

/** Whoever has it already names it; caches in between may have made it a weak one. */
const isKnown = ({ etag }: EncodedMenu, { 'if-none-match': known }: IncomingHttpHeaders) =>
  known?.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, ''))) ?? false;
