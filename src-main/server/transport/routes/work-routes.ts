import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type LineId, lineId, orderId, type StationId, stationId } from '#shared/domain/id.ts';
import { mergeIn, transferIn } from '#shared/protocol/order-requests.ts';
import { uuid } from '#shared/protocol/text.ts';
import { fromWireSight } from '#shared/protocol/wire-sight.ts';
import {
  acknowledgeIn,
  bumpIn,
  chosenIn,
  priorityIn,
  recallIn,
  rerouteIn,
  undoIn,
} from '#shared/protocol/work-requests.ts';
import type { OrderChange, OrderDesk } from '../../core/order-desk.ts';
import type { Action } from '../../permissions.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import { sendAnswer } from '../problem.ts';
import { markOf } from '../request-mark.ts';
import type { Door } from './door.ts';

const onOrder = z.strictObject({ id: uuid });

/** What a kitchen does with an order: one address for each verb. */
export function workRoutes(app: Door, desk: OrderDesk): void {
  /** `read` makes the command of the checked body. */
  function verb<Body extends z.ZodType>(
    name: string,
    access: Action,
    body: Body,
    read: (body: z.output<Body>, by: string, id: string) => OrderChange,
  ): void {
    const schema = { params: onOrder, body };
    app.post(`${apiRoot}/orders/:id/${name}`, { config: { access }, schema }, async (request, reply) => {
      const caller = callerIn(request);
      const { id } = request.params as z.output<typeof onOrder>;
      const change = read(request.body as z.output<Body>, caller.displayName, id);
      return sendAnswer(reply, await desk.change(caller, change, markOf(request as FastifyRequest)));
    });
  }

  verb('bump', 'orders.work', bumpIn, (body, by, id) => ({
    kind: 'order.bump',
    ...at(id),
    ...where(body),
    seen: fromWireSight(body?.seen),
    by,
  }));
  verb('recall', 'orders.work', recallIn, (body, by, id) => {
    const keepTimer = body?.keep_timer ?? false;
    return { kind: 'order.recall', ...at(id), ...where(body), keepTimer, seen: fromWireSight(body?.seen), by };
  });
  verb('acknowledge', 'orders.work', acknowledgeIn, (body, _by, id) => {
    return {
      kind: 'order.acknowledge',
      ...at(id),
      ...where(body),
      cooked: body?.cooked,
      seen: fromWireSight(body?.seen),
    };
  });
  verb('hold', 'orders.work', chosenIn, (body, _by, id) => ({ kind: 'order.hold', ...at(id), ...chosen(body) }));
  verb('fire', 'orders.work', chosenIn, (body, _by, id) => ({ kind: 'order.fire', ...at(id), ...chosen(body) }));
  verb('reroute', 'orders.work', rerouteIn, (body, _by, id) => {
    const { station, to } = body;
    return { kind: 'order.reroute', ...at(id), ...where(body), station: stationId(station), to: stationId(to) };
  });
  verb('priority', 'orders.work', priorityIn, ({ priority }, _by, id) => ({
    kind: 'order.set-priority',
    ...at(id),
    priority,
  }));
  verb('transfer', 'orders.change', transferIn, (body, _by, id) => ({
    kind: 'order.transfer',
    ...at(id),
    tableNumber: body.table_number,
  }));
  verb('merge', 'orders.change', mergeIn, ({ from }, _by, id) => ({
    kind: 'order.merge',
    ...at(id),
    fromId: orderId(from),
  }));

  const undoing = { params: onOrder, body: undoIn };
  app.post(
    `${apiRoot}/orders/:id/undo`,
    { config: { access: 'orders.work' }, schema: undoing },
    async (request, reply) => {
      const { id } = request.params;
      return sendAnswer(reply, await desk.undo(callerIn(request), id, request.body, markOf(request)));
    },
  );
}

const at = (id: string) => ({ orderId: orderId(id) });

type Where = { readonly station?: string | null | undefined; readonly item_ids?: readonly string[] | null | undefined };

function where(body: Where | null | undefined): { station: StationId | null; lineIds: readonly LineId[] | null } {
  const station = body?.station ? stationId(body.station) : null;
  return { station, lineIds: lineIds(body) };
}

const lineIds = (body: Where | null | undefined) => body?.item_ids?.map(lineId) ?? null;

function chosen(body: (Where & { readonly course?: number | null | undefined }) | null | undefined) {
  return { ...where(body), course: body?.course ?? null };
}
