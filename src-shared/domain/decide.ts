import { assertNever } from '../errors/assert-never.ts';
import { acknowledge } from './acknowledge.ts';
import { bump } from './bump.ts';
import type { Command, OrderCommand, PlaceOrder } from './command.ts';
import { accept, type Decision, type KitchenView, refuse } from './decision.ts';
import { backFromTheWay, deliver, ship } from './deliver.ts';
import { fire, hold } from './firing.ts';
import { addLines, changeLine, voidLine } from './line-change.ts';
import { changeProduct, countStock, createProduct, removeProduct, setAvailability } from './menu.ts';
import { importMenu } from './menu-import.ts';
import { type Order, orderStatus } from './order.ts';
import { notePrinted } from './printed.ts';
import { noted } from './quiet.ts';
import { recall } from './recall.ts';
import { merge, mergedAway, split } from './regroup.ts';
import { reroute } from './reroute.ts';
import { closeSelfOrder, placeSelfOrder, takingSelfOrder } from './self-ordering.ts';
import { setLineStatus, setOrderStatus } from './set-status.ts';
import { changeSettings, setStations } from './site.ts';
import { stamped } from './stamp.ts';
import { takeStock } from './stock-taking.ts';
import { undo } from './undo.ts';
import { cancel, clear, setPayment, setPriority, transfer } from './whole-order.ts';

/**
 * The kitchen's rules: what a command does to what is known. Pure: the server runs it with authority inside its
 * transaction, a screen with hope while the answer is under way. `isSilent`: no screen is to ring for it ([CHM10]).
 */
export function decide(view: KitchenView, command: Command, nowMs: number, isSilent = false): Decision {
  const decision = takeStock(view, command, decided(view, command, nowMs), nowMs);
  if (!decision.ok) return decision;
  return accept(
    ...decision.events.map((event) => {
      const before = 'order' in event ? view.order(event.order.id) : undefined;
      return noted(stamped(event, before), before, isSilent);
    }),
  );
}

function decided(view: KitchenView, command: Command, nowMs: number): Decision {
  switch (command.kind) {
    case 'order.place':
      return takingSelfOrder(view, command.selfOrder, command.draft.id, place(view, command), nowMs);
    case 'product.create':
      return createProduct(view, command);
    case 'product.change':
      return changeProduct(view, command, nowMs);
    case 'product.remove':
      return removeProduct(view, command, nowMs);
    case 'product.set-availability':
      return setAvailability(view, command, nowMs);
    case 'product.count-stock':
      return countStock(view, command, nowMs);
    case 'menu.import':
      return importMenu(view, command, nowMs);
    case 'stations.set':
      return setStations(view, command, nowMs);
    case 'settings.change':
      return changeSettings(view, command, nowMs);
    case 'self-order.place':
      return placeSelfOrder(view, command);
    case 'self-order.close':
      return closeSelfOrder(view, command, nowMs);
    default:
      return onOrder(view, command, nowMs);
  }
}

function place(view: KitchenView, { draft }: PlaceOrder): Decision {
  if (view.order(draft.id)) {
    return refuse(
      'order_exists',
      'This order was taken before and its Idempotency-Key has expired; nothing was added.',
    );
  }
  const data = { order_id: draft.id, old_status: null, new_status: orderStatus(draft) };
  return accept({ type: 'order_created', order: draft, data, atMs: draft.createdAtMs });
}

function onOrder(view: KitchenView, command: OrderCommand, nowMs: number): Decision {
  const order = view.order(command.orderId);
  if (!order) return refuse('order_not_found', 'There is no such order.');
  if (command.ifVersion !== undefined && command.ifVersion !== order.version) {
    return refuse('version_mismatch', `The order is at version ${order.version}, not ${command.ifVersion}.`);
  }
  if (order.mergedInto !== null) return mergedAway(view, order);
  if (order.clearedAtMs !== null && !takenWhenCleared.has(command.kind)) return orderCleared;
  return work(view, order, command, nowMs);
}

/** [CLR2] */
const takenWhenCleared: ReadonlySet<OrderCommand['kind']> = new Set<OrderCommand['kind']>([
  'order.add-lines',
  'order.merge',
  'order.recall',
  'order.set-payment',
  'order.clear',
]);

const orderCleared = refuse('order_closed', 'The order was left over and has been put away. A recall brings it back.');

function work(view: KitchenView, order: Order, command: OrderCommand, nowMs: number): Decision {
  switch (command.kind) {
    case 'order.set-status':
      return setOrderStatus(view, order, command, nowMs);
    case 'order.ship':
      return ship(view, order, command, nowMs);
    case 'order.deliver':
      return deliver(view, order, command, nowMs);
    case 'line.set-status':
      return setLineStatus(view, order, command, nowMs);
    case 'order.bump':
      return bump(view, order, command, nowMs);
    case 'order.recall':
      return recall(view, backFromTheWay(order), command, nowMs);
    case 'order.acknowledge':
      return acknowledge(view, order, command, nowMs);
    case 'order.hold':
      return hold(view, order, command, nowMs);
    case 'order.fire':
      return fire(view, order, command, nowMs);
    case 'order.reroute':
      return reroute(view, order, command, nowMs);
    case 'order.add-lines':
      return takingSelfOrder(
        view,
        command.selfOrder,
        order.id,
        addLines(view, backFromTheWay(order), command, nowMs),
        nowMs,
      );
    case 'line.change':
      return changeLine(view, order, command, nowMs);
    case 'line.void':
      return voidLine(view, order, command, nowMs);
    case 'order.cancel':
      return cancel(order, command, nowMs);
    case 'order.set-payment':
      return setPayment(order, command, nowMs);
    case 'order.set-priority':
      return setPriority(order, command, nowMs);
    case 'order.transfer':
      return transfer(order, command, nowMs);
    case 'order.split':
      return split(view, order, command, nowMs);
    case 'order.merge':
      return merge(view, backFromTheWay(order), command, nowMs);
    case 'order.undo':
      return undo(view, order, command, nowMs);
    case 'order.clear':
      return clear(order, nowMs);
    case 'order.note-printed':
      return notePrinted(order, command, nowMs);
    default:
      return assertNever(command, 'every command on an order has its rule');
  }
}
