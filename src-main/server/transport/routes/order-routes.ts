import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { lineId, orderId, stationId } from '#shared/domain/id.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { orderListQuery } from '#shared/protocol/list-requests.ts';
import {
  cancelIn,
  type ItemPatchIn,
  itemPatchIn,
  itemsIn,
  orderIn,
  orderStatusIn,
  paymentIn,
  splitIn,
} from '#shared/protocol/order-requests.ts';
import { uuid } from '#shared/protocol/text.ts';
import { fromWireSight } from '#shared/protocol/wire-sight.ts';
import type { OrderChange, OrderDesk } from '../../core/order-desk.ts';
import type { Answer } from '../../core/submission.ts';
import { may } from '../../permissions.ts';
import type { Caller, OrderReader } from '../../ports.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import { sendAnswer } from '../problem.ts';
import { markOf } from '../request-mark.ts';
import type { Door } from './door.ts';

const onOrder = z.strictObject({ id: uuid });
const onItem = z.strictObject({ id: uuid, item_id: uuid });

/** Orders by HTTP: parse, authorise, hand to the desk, reply. */
export function orderRoutes(app: Door, desk: OrderDesk, reader: OrderReader): void {
  readOrders(app, desk, reader);

  app.post(
    `${apiRoot}/orders`,
    { config: { access: 'orders.place' }, schema: { body: orderIn } },
    async (request, reply) => {
      const answer = await desk.place(callerIn(request), request.body, markOf(request));
      if (answer.status === 201) reply.header('location', `${apiRoot}/orders/${answer.id}`);
      return sendAnswer(reply, answer);
    },
  );

  for (const path of [`${apiRoot}/orders/:id/status`, `${apiRoot}/admin/orders/:id/status`]) {
    const schema = { params: onOrder, body: orderStatusIn };
    app.patch(path, { config: { access: 'orders.work' }, schema }, async (request, reply) => {
      const change = statusChange(callerIn(request), request.params.id, request.body);
      return sendAnswer(reply, await desk.change(callerIn(request), change, markOf(request)));
    });
  }

  changeItems(app, desk);

  const cancelling = { params: onOrder, body: cancelIn };
  app.post(
    `${apiRoot}/orders/:id/cancel`,
    { config: { access: 'orders.cancel' }, schema: cancelling },
    async (request, reply) => {
      const change = cancelChange(request.params.id, request.body?.reason);
      return sendAnswer(reply, await desk.change(callerIn(request), change, markOf(request)));
    },
  );

  const paying = { params: onOrder, body: paymentIn };
  app.patch(
    `${apiRoot}/orders/:id/payment`,
    { config: { access: 'orders.pay' }, schema: paying },
    async (request, reply) => {
      const { payment_status: status, payment_method: method } = request.body;
      const change = { kind: 'order.set-payment', orderId: orderId(request.params.id), status, method } as const;
      return sendAnswer(reply, await desk.change(callerIn(request), change, markOf(request)));
    },
  );
}

function changeItems(app: Door, desk: OrderDesk): void {
  app.post(
    `${apiRoot}/orders/:id/items`,
    { config: { access: 'orders.change' }, schema: { params: onOrder, body: itemsIn } },
    async (request, reply) => {
      const { id } = request.params;
      return sendAnswer(reply, await desk.addItems(callerIn(request), id, request.body, markOf(request)));
    },
  );

  app.patch(
    `${apiRoot}/orders/:id/items/:item_id`,
    { config: { access: 'orders.work' }, schema: { params: onItem, body: itemPatchIn } },
    async (request, reply) => sendAnswer(reply, await patchItem(desk, request.params, request.body, request)),
  );

  app.post(
    `${apiRoot}/orders/:id/split`,
    { config: { access: 'orders.change' }, schema: { params: onOrder, body: splitIn } },
    async (request, reply) => {
      const answer = await desk.split(callerIn(request), request.params.id, request.body, markOf(request));
      if (answer.status === 201) reply.header('location', `${apiRoot}/orders/${answer.id}`);
      return sendAnswer(reply, answer);
    },
  );
}

/** Work on a line is the kitchen's, what is on it the floor's. */
function patchItem(desk: OrderDesk, at: ItemAt, body: ItemPatchIn, request: FastifyRequest): Promise<Answer> {
  const caller = callerIn(request);
  if (body.status !== undefined) return desk.change(caller, itemChange(at, body.status, body, caller), markOf(request));
  if (!may(caller.role, 'orders.change')) throw new AppError('not_allowed');
  return desk.changeItem(caller, { orderId: at.id, lineId: at.item_id }, body, markOf(request));
}

type ItemAt = z.output<typeof onItem>;

function readOrders(app: Door, desk: OrderDesk, reader: OrderReader): void {
  const listing = { querystring: orderListQuery };
  app.get(`${apiRoot}/orders`, { config: { access: 'orders.read' }, schema: listing }, async (request, reply) =>
    reply.type('application/json').send(await reader.listOrders(callerIn(request).restaurantId, request.query)),
  );

  app.get(
    `${apiRoot}/orders/:id`,
    { config: { access: 'orders.read' }, schema: { params: onOrder } },
    async (request, reply) => {
      const order = desk.order(callerIn(request), request.params.id);
      return reply.header('etag', `"${order.version}"`).send(order);
    },
  );

  app.get(
    `${apiRoot}/orders/:id/history`,
    { config: { access: 'orders.read' }, schema: { params: onOrder } },
    async (request, reply) => {
      const { restaurantId } = callerIn(request);
      desk.order(callerIn(request), request.params.id);
      return reply.type('application/json').send(await reader.history(restaurantId, orderId(request.params.id)));
    },
  );
}

function statusChange(caller: Caller, id: string, body: z.output<typeof orderStatusIn>): OrderChange {
  const { status } = body;
  const done = { orderId: orderId(id), by: caller.displayName };
  const seen = fromWireSight(body.seen);
  if (status === 'shipped') return { kind: 'order.ship', ...done, seen };
  if (status === 'delivered') return { kind: 'order.deliver', ...done, seen };
  if (status !== 'cancelled') return { kind: 'order.set-status', ...done, status };
  if (!may(caller.role, 'orders.cancel')) throw new AppError('not_allowed');
  return cancelChange(id, body.reason);
}

function cancelChange(id: string, reason: string | null | undefined): OrderChange {
  return { kind: 'order.cancel', orderId: orderId(id), reason: reason ?? null };
}

function itemChange(
  at: ItemAt,
  status: NonNullable<ItemPatchIn['status']>,
  { reason, station, seen }: ItemPatchIn,
  { displayName }: Caller,
): OrderChange {
  const target = { orderId: orderId(at.id), lineId: lineId(at.item_id) };
  if (status === 'voided') return { kind: 'line.void', ...target, reason: reason ?? null };
  const where = station ? stationId(station) : null;
  return { kind: 'line.set-status', ...target, station: where, status, seen: fromWireSight(seen), by: displayName };
}
