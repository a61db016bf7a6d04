import equal from 'fast-deep-equal';
import type { StoreApi } from 'zustand/vanilla';
import type { LineId, OrderId, StationId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { sightOf, sightOfAll } from '#shared/domain/sight.ts';
import type { Timers } from '../link/timers.ts';
import { addBumped, type Bumped, type Deed, type WayBack, withoutBumped, withoutBumpedOrder } from './bumped.ts';
import type { CommandActions } from './command-desk.ts';
import { comingBack, hopeFor } from './pending-command.ts';
import { kitchenOf, type ScreenState } from './screen-state.ts';
import type { Ticket } from './ticket.ts';

export type Bumps = {
  bump(ticket: Ticket, lineIds?: readonly LineId[] | null): void;
  /** What is on hold leaves the boards of its stations where an expo has it, so it has a way back like a bump. */
  hold(ticket: Ticket, course: number | null): void;
  /** What waits is begun; fired by mistake it is a course too early, so it has a way back, too ([UND1]). */
  fire(waiting: Waiting, course: number | null, lineIds: readonly LineId[] | null): void;
  /** What is to do at one station is to do at another ([RTE4]); the screen that gave it can have it back. */
  give(ticket: Ticket, from: StationId, to: StationId, lineIds: readonly LineId[] | null): void;
  /** Handed to the driver, or to the guest; on no board any more, and remembered all the same ([SHP1]). */
  send(order: Order, step: 'ship' | 'deliver'): void;
  undo(way: WayBack): void;
  recall(order: Order, station: StationId | null, keepTimer: boolean, lineIds?: readonly LineId[] | null): void;
};

/** Dishes of an order that may stand on no ticket; as hoped for. */
export type Waiting = { readonly order: Order; readonly station: StationId | null };

/** Bumps of this screen and their way back: what stood there before and after is remembered with the command's key. */
export function createBumps(
  store: StoreApi<ScreenState>,
  desk: Pick<CommandActions, 'command'>,
  timers: Pick<Timers, 'nowMs'>,
): Bumps {
  function remember(key: string | undefined, { order: before, station }: Waiting, deed: Deed): void {
    const { id } = before;
    const state = store.getState();
    const confirmed = confirmedIn(state, id) ?? (isOnItsWay(deed) ? before : undefined);
    if (key === undefined || !confirmed) return;
    const pending = state.pending.filter(({ command }) => 'orderId' in command && command.orderId === id);
    const after = hopeFor(confirmed, pending, kitchenOf(state));
    // What changes nothing has no way back: an undo of it would be refused, in place of the bump before ([CMD2]).
    if (equal(before.lines, after.lines) && equal(before.delivery, after.delivery)) return;
    const one: Bumped = { key, before, after, station, deed, atMs: timers.nowMs() };
    store.setState(({ bumped }) => ({ bumped: addBumped(bumped, one) }));
  }

  return {
    bump: (ticket, lineIds = null) => {
      const { order, id: orderId, viewpoint, lines, asOfMs } = ticket;
      const seen = sightOf(lines, viewpoint, asOfMs, lineIds);
      const where = { restaurantId: order.restaurantId, orderId, station: viewpoint.station, lineIds };
      remember(desk.command({ kind: 'order.bump', ...where, seen }), at(ticket), { kind: 'bump' });
    },
    hold: (ticket, course) => {
      const waiting = at(ticket);
      remember(desk.command({ kind: 'order.hold', ...on(waiting), lineIds: null, course }), waiting, { kind: 'hold' });
    },
    fire: (waiting, course, lineIds) => {
      const key = desk.command({ kind: 'order.fire', ...on(waiting), lineIds, course }, waiting.order);
      remember(key, waiting, { kind: 'fire' });
    },
    give: (ticket, from, to, lineIds) => {
      const where = { restaurantId: ticket.order.restaurantId, orderId: ticket.id };
      const key = desk.command({ kind: 'order.reroute', ...where, station: from, to, lineIds });
      remember(key, at(ticket), { kind: 'give', to });
    },
    send: (order, step) => {
      const { restaurantId, id: orderId } = order;
      const known = confirmedIn(store.getState(), orderId) ?? order;
      const seen = sightOfAll(order, known.updatedAtMs);
      const key = desk.command({ kind: `order.${step}`, restaurantId, orderId, seen }, order);
      remember(key, { order, station: null }, { kind: step });
    },
    undo: ({ key, before, after }) => {
      const { restaurantId, id: orderId } = before;
      desk.command({ kind: 'order.undo', restaurantId, orderId, of: key, before, after }, before);
      store.setState(({ bumped }) => ({ bumped: withoutBumped(bumped, key) }));
    },
    recall: (order, station, keepTimer, lineIds = null) => {
      const { id: orderId, restaurantId } = order;
      desk.command({ kind: 'order.recall', restaurantId, orderId, station, lineIds, keepTimer }, order);
      store.setState(({ bumped }) => ({ bumped: withoutBumpedOrder(bumped, orderId, station) }));
    },
  };
}

/** Of an order that may have left the kitchen long ago. */
const isOnItsWay = ({ kind }: Deed) => kind === 'ship' || kind === 'deliver';

const at = ({ order, viewpoint }: Ticket): Waiting => ({ order, station: viewpoint.station });

const on = ({ order, station }: Waiting) => ({ restaurantId: order.restaurantId, orderId: order.id, station });

/** Also one that this screen has just brought back, which the kitchen has yet to confirm. */
function confirmedIn(state: ScreenState, id: OrderId): Order | undefined {
  const kitchen = kitchenOf(state);
  return kitchen.orders.get(id) ?? comingBack(state.pending, kitchen).find((order) => order.id === id);
}
