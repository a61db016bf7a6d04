import type { LineContent } from '#shared/domain/line.ts';
import type { Sight } from '#shared/domain/sight.ts';
import { toWireSight } from '#shared/protocol/wire-sight.ts';
import { toIso } from '#shared/protocol/wire-time.ts';
import type { HttpRequest } from '../link/http.ts';
import { isOnOrder, type OrderWish, type PlaceOrder, type ScreenCommand } from './screen-command.ts';

type Sending = { readonly lane: string; readonly request: Omit<HttpRequest, 'headers'> };

/** Made once: a key stands for its body, so `made_at` must be the same in every retry ([CMD1], [OLD1]). */
export function sendingOf(command: ScreenCommand, key: string, madeAtMs: number): Sending {
  const { method, path, body } = requestOf(command);
  const request = { method, path, body: { ...body, made_at: toIso(madeAtMs) } };
  return { lane: laneOf(command, key), request };
}

/** Commands of one order, or one dish, go one after the other ([SND3]). */
function laneOf(command: ScreenCommand, key: string): string {
  if (isOnOrder(command)) return command.orderId;
  return command.kind === 'order.place' ? key : command.productId;
}

type Request = { readonly method: 'POST' | 'PATCH'; readonly path: string; readonly body: object };

function requestOf(command: ScreenCommand): Request {
  switch (command.kind) {
    case 'order.place':
      return post('/orders', command.order);
    case 'product.set-availability':
      return patch(`/products/${command.productId}/availability`, { available: command.available });
    case 'order.set-status':
      return patch(`/orders/${command.orderId}/status`, { status: command.status });
    case 'order.ship':
      return patch(`/orders/${command.orderId}/status`, { status: 'shipped', ...seenIn(command.seen) });
    case 'order.deliver':
      return patch(`/orders/${command.orderId}/status`, { status: 'delivered', ...seenIn(command.seen) });
    case 'line.set-status': {
      const { orderId, lineId, status, station, seen } = command;
      return patch(`/orders/${orderId}/items/${lineId}`, { status, ...(station ? { station } : {}), ...seenIn(seen) });
    }
    case 'line.void':
      return patch(pathOfLine(command), { status: 'voided', ...reasonOf(command) });
    case 'line.change':
      return patch(pathOfLine(command), changeOf(command.change));
    case 'order.set-payment':
      return patch(`/orders/${command.orderId}/payment`, paymentOf(command));
    default:
      return post(`/orders/${command.orderId}/${verbs[command.kind]}`, bodyOf(command));
  }
}

const post = (path: string, body: PlaceOrder['order'] | object): Request => ({ method: 'POST', path, body });
const patch = (path: string, body: object): Request => ({ method: 'PATCH', path, body });

type VerbWish = Exclude<
  OrderWish,
  {
    readonly kind:
      | 'order.set-status'
      | 'order.ship'
      | 'order.deliver'
      | 'line.set-status'
      | 'line.void'
      | 'line.change'
      | 'order.set-payment';
  }
>;

const verbs: Readonly<Record<VerbWish['kind'], string>> = {
  'order.bump': 'bump',
  'order.recall': 'recall',
  'order.acknowledge': 'acknowledge',
  'order.hold': 'hold',
  'order.fire': 'fire',
  'order.reroute': 'reroute',
  'order.set-priority': 'priority',
  'order.undo': 'undo',
  'order.add-items': 'items',
  'order.split-items': 'split',
  'order.transfer': 'transfer',
  'order.cancel': 'cancel',
  'order.merge': 'merge',
};

function bodyOf(command: VerbWish): object {
  switch (command.kind) {
    case 'order.undo':
      return { key: command.of };
    case 'order.add-items':
      return { items: command.items, ...(command.selfOrder ? { self_order: command.selfOrder } : {}) };
    case 'order.split-items':
      return { items: command.items, table_number: command.tableNumber };
    case 'order.transfer':
      return { table_number: command.tableNumber };
    case 'order.cancel':
      return reasonOf(command);
    case 'order.merge':
      return { from: command.fromId };
    case 'order.set-priority':
      return { priority: command.priority };
    case 'order.hold':
    case 'order.fire':
      return { ...whereOf(command), course: command.course };
    case 'order.reroute':
      return { ...whereOf(command), to: command.to };
    case 'order.recall':
      return { ...whereOf(command), keep_timer: command.keepTimer, ...seenIn(command.seen) };
    case 'order.acknowledge':
      return {
        ...whereOf(command),
        ...(command.cooked === undefined ? {} : { cooked: command.cooked }),
        ...seenIn(command.seen),
      };
    case 'order.bump':
      return { ...whereOf(command), ...seenIn(command.seen) };
  }
}

const pathOfLine = ({ orderId, lineId }: { readonly orderId: string; readonly lineId: string }) =>
  `/orders/${orderId}/items/${lineId}`;

const reasonOf = ({ reason }: { readonly reason: string | null }) => (reason ? { reason } : {});

/** Modifiers by their names: their prices are the menu's. */
const changeOf = ({ modifiers, ...rest }: Partial<LineContent>) => ({
  ...rest,
  ...(modifiers ? { modifiers: modifiers.map(({ name }) => name) } : {}),
});

const paymentOf = ({ status, method }: Extract<OrderWish, { readonly kind: 'order.set-payment' }>) => ({
  payment_status: status,
  ...(method === undefined ? {} : { payment_method: method }),
});

const whereOf = ({ station, lineIds }: Extract<VerbWish, { readonly station: unknown }>) => ({
  station,
  item_ids: lineIds,
});

const seenIn = (seen: Sight | undefined) => (seen ? { seen: toWireSight(seen) } : {});
