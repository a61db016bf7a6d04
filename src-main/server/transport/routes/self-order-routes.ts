import { z } from 'zod';
import type { RestaurantId } from '#shared/domain/id.ts';
import { isSameTable } from '#shared/domain/table.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { refuseSelfOrderIn, selfOrderIn } from '#shared/protocol/self-order-requests.ts';
import { uuid } from '#shared/protocol/text.ts';
import { toWireSelfOrder, type WireOwnSelfOrder, type WireTablePlace } from '#shared/protocol/wire-self-order.ts';
import type { GuestLinks } from '../../auth/guest-links.ts';
import { type TableCodes, tableOf } from '../../auth/table-codes.ts';
import type { SelfOrderDesk } from '../../core/self-order-desk.ts';
import type { SiteDesk } from '../../core/site-desk.ts';
import type { Answer } from '../../core/submission.ts';
import type { Caller } from '../../ports.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import { schemeOf } from '../listen.ts';
import { networkAddresses } from '../network-addresses.ts';
import { sendAnswer } from '../problem.ts';
import { markOf } from '../request-mark.ts';
import type { Door } from './door.ts';

export type SelfOrderRouteDeps = {
  readonly desk: SelfOrderDesk;
  readonly links: Pick<GuestLinks, 'pathOf'>;
  readonly codes: Pick<TableCodes, 'pathOf'>;
  readonly site: Pick<SiteDesk, 'settings'>;
  readonly restaurantName: (id: RestaurantId) => string | undefined;
};

const onSelfOrder = z.strictObject({ id: uuid });

/** What guests ask for from their table's code ([SLF1]). A phone sees what it knows the id of, and at that table ([SLF5]). */
export function selfOrderRoutes(app: Door, deps: SelfOrderRouteDeps): void {
  const config = { access: 'self-orders.place', scope: 'own' } as const;
  const { desk } = deps;

  app.get(`${apiRoot}/table`, { config, exposeHeadRoute: false }, async (request): Promise<WireTablePlace> => {
    const caller = callerIn(request);
    return { restaurant: deps.restaurantName(caller.restaurantId) ?? '', table_number: tableOf(caller) };
  });

  app.post(`${apiRoot}/self-orders`, { config, schema: { body: selfOrderIn } }, async (request, reply) => {
    const caller = callerIn(request);
    const answer = await desk.place(caller, tableOf(caller), request.body, markOf(request));
    return sendAnswer(reply, ownAnswer(deps, caller, request.body.id, answer));
  });

  app.get(
    `${apiRoot}/self-orders/:id`,
    { config, schema: { params: onSelfOrder }, exposeHeadRoute: false },
    async (request): Promise<WireOwnSelfOrder> => own(deps, callerIn(request), request.params.id),
  );

  app.post(
    `${apiRoot}/self-orders/:id/withdraw`,
    { config, schema: { params: onSelfOrder } },
    async (request, reply) => {
      const caller = callerIn(request);
      const { id } = request.params;
      own(deps, caller, id);
      const answer = await desk.close(caller, id, { to: 'withdrawn', reason: null }, markOf(request));
      return sendAnswer(reply, ownAnswer(deps, caller, id, answer));
    },
  );

  app.post(
    `${apiRoot}/self-orders/:id/refuse`,
    { config: { access: 'self-orders.answer' }, schema: { params: onSelfOrder, body: refuseSelfOrderIn } },
    async (request, reply) => {
      const end = { to: 'refused', reason: request.body.reason ?? null } as const;
      return sendAnswer(reply, await desk.close(callerIn(request), request.params.id, end, markOf(request)));
    },
  );

  tableCodes(app, deps);
}

/** For whoever prints the codes ([SLF5]). */
function tableCodes(app: Door, { codes, site }: SelfOrderRouteDeps): void {
  app.get(`${apiRoot}/tables/codes`, { config: { access: 'site.write' } }, async (request) => ({
    items: site.settings(callerIn(request)).tables.map(({ name, area }) => ({ name, area, path: codes.pathOf(name) })),
    bases: [...networkAddresses(app.server.address(), schemeOf(app))],
  }));
}

/** Somebody else's is none, also at the same table: its id is what only the phone that made it knows. */
function own({ desk, links }: SelfOrderRouteDeps, caller: Caller, id: string): WireOwnSelfOrder {
  const one = desk.one(caller, id);
  if (!isSameTable(one.table, tableOf(caller))) throw new AppError('self_order_not_found');
  const { order_id: _order, restaurant_id: _restaurant, ...told } = toWireSelfOrder(one);
  const { orderId, restaurantId } = one;
  return { ...told, path: orderId === null ? null : links.pathOf({ id: orderId, restaurantId }) };
}

/** What was done is told to the phone as it is told whenever it asks. */
function ownAnswer(deps: SelfOrderRouteDeps, caller: Caller, id: string, answer: Answer): Answer {
  return answer.status < 400 ? { ...answer, body: JSON.stringify(own(deps, caller, id)) } : answer;
}
