import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Before, linesOf, runs, serve, service } from '../../test/harness/kitchen-service.ts';
import type { KitchenWorld } from '../../test/harness/kitchen-world.ts';
import { allDay } from './all-day.ts';
import { applyAll, emptyKitchen } from './apply.ts';
import type { Command, SplitOrder } from './command.ts';
import type { OrderEvent } from './event.ts';
import type { LineId } from './id.ts';
import type { Line } from './line.ts';
import { type Order, orderStatus } from './order.ts';
import { isAfterLater, isOnBoard, partState } from './part-state.ts';
import { type Progress, rankOf, type WorkStatus } from './progress.ts';
import { type StationTicket, ticketAt, viewpointOf } from './station-ticket.ts';

test('[ORD1] [LIN2] derived statuses always equal the lines', () => {
  fc.assert(
    fc.property(service, (one) => {
      serve(one, (world) => {
        for (const order of world.orders.values()) expect(orderStatus(order)).toBe(statusByHand(order));
      });
    }),
    runs,
  );
});

/** The rule again, told in another way than the code tells it. */
function statusByHand({ lines, cancelledAtMs }: Order): string {
  const live = lines.filter((line) => line.voidedAtMs === null);
  const all = live.flatMap((line) => line.progress.map(({ status }) => status));
  if (cancelledAtMs !== null || live.length === 0) return 'cancelled';
  const every = (...wanted: WorkStatus[]) => all.every((status) => wanted.includes(status));
  if (every('completed')) return 'completed';
  if (every('ready', 'completed')) return 'ready';
  return every('pending') ? 'pending' : 'preparing';
}

test('[ALL1] the counts are what the tickets of that screen still have to cook', () => {
  fc.assert(
    fc.property(service, fc.constantFrom(null, 'grill', 'fry', 'bar', 'pass'), (one, id) => {
      serve(one, (world) => {
        const counted = allDay(ticketsAt(world, id)).flatMap(({ name, quantity, waiting, modifiers }) => [
          [name, quantity],
          [`${name}, waiting`, waiting],
          ...modifiers.map((modifier) => [`${name} with ${modifier.name}`, modifier.quantity]),
        ]);
        expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(countedByHand(world, id)));
      });
    }),
    runs,
  );
});

/** From the orders themselves: what of them is this board's to cook or to fire, and what of that can be begun. */
function countedByHand(world: KitchenWorld, id: string | null): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (name: string, quantity: number) => sums.set(name, (sums.get(name) ?? 0) + quantity);
  const { station, goal } = viewpointOf(world.stations, id as never);
  const isWhole = station === null;
  for (const { order, line } of linesOf(world.orders)) {
    const open = line.progress.filter((part) => (isWhole || part.station === id) && isOpen(part));
    const isOff = order.cancelledAtMs !== null || order.clearedAtMs !== null || line.voidedAtMs !== null;
    const hasTime = line.heldAtMs === null && (line.startsAtMs ?? 0) <= world.nowMs();
    const due = open.filter(({ status }) => status === 'preparing' || hasTime);
    const isMade = ({ after }: Progress) => !line.progress.some((one) => after.includes(one.station) && isOpen(one));
    const canBegin = due.some(isMade);
    const isToFire = line.heldAtMs !== null && goal === 'completed' && !isAfterLater(order, line, world.nowMs());
    if (open.length === 0 || isOff || !(canBegin || isToFire || (isWhole && due.length > 0))) continue;
    add(line.name, line.quantity);
    add(`${line.name}, waiting`, canBegin ? 0 : line.quantity);
    for (const { name } of line.modifiers) add(`${line.name} with ${name}`, line.quantity);
  }
  return sums;
}

const isOpen = ({ status }: Progress) => rankOf(status) < rankOf('ready');

function ticketsAt(world: KitchenWorld, id: string | null): StationTicket[] {
  const viewpoint = viewpointOf(world.stations, id as never);
  return [...world.orders.values()].flatMap((order) => ticketAt(order, viewpoint, world.nowMs()) ?? []);
}

test('[GRO1] [GRO2] whatever is split, merged, moved, changed or called off: every line is in one order, and nothing of it is lost', () => {
  fc.assert(
    fc.property(service, (one) => {
      serve(one, (world, before, command) => {
        const ids = linesOf(world.orders).map(({ line }) => line.id);
        expect(new Set(ids).size).toBe(ids.length);
        const total = (orders: Before) => linesOf(orders).reduce((sum, { line }) => sum + line.quantity, 0);
        expect(total(world.orders)).toBe(total(before) + addedBy(command, before));
      });
    }),
    runs,
  );
});

/** How much more there is to be afterwards, all orders taken together. */
function addedBy(command: Command, before: Before): number {
  const sum = (lines: readonly Line[]) => lines.reduce((all, { quantity }) => all + quantity, 0);
  if (command.kind === 'order.add-lines') return sum(command.lines);
  if (command.kind === 'order.undo') return sum(command.before.lines) - sum(command.after.lines);
  if (command.kind !== 'line.change') return 0;
  const line = before.get(command.orderId)?.lines.find(({ id }) => id === command.lineId);
  return (command.change.quantity ?? line?.quantity ?? 0) - (line?.quantity ?? 0);
}

test('[LIN1] [RCL1] what is cooked stays cooked, but for a recall; a line that goes to another order goes as it is', () => {
  fc.assert(
    fc.property(service, (one) => {
      serve(one, (world, before, command) => {
        const { kind } = command;
        // What goes back is marked as gone back, so that it is news to whoever has seen it done ([BMP2]).
        const isBack = kind === 'order.recall' || kind === 'order.undo';
        const now = new Map(linesOf(world.orders).map(({ line }) => [line.id, line]));
        for (const { line: earlier, order } of linesOf(before)) {
          const line = now.get(earlier.id);
          for (const part of earlier.progress) {
            const later = line?.progress.find(({ station }) => station === part.station);
            // Work that joins what was done there is to be done.
            if (kind === 'order.reroute' && (!later || part.station === command.to)) continue;
            const isGoneBack = isBack && later && later.turn > part.turn;
            // Given to another station, and taken back from it.
            const isTakenBack = kind === 'order.undo' && !later;
            if (isGoneBack || isTakenBack) continue;
            expect(rankOf(later?.status ?? 'pending')).toBeGreaterThanOrEqual(rankOf(part.status));
          }
          if (line && !isCooked(earlier) && !isBack) expect(kind === 'order.reroute' && isCooked(line)).toBe(false);
          if (kind === 'order.split')
            for (const half of halvesOf(command, earlier, now)) expect(half.progress).toEqual(earlier.progress);
          if (kind === 'order.split') expect(line?.progress).toEqual(earlier.progress);
          // What was put away has a clock from now ([CLR1]).
          if (kind !== 'order.merge') continue;
          const clocks = (order.clearedAtMs === null ? earlier : line!).progress;
          expect(line!.progress).toEqual(
            earlier.progress.map((part, at) => ({ ...part, sinceMs: clocks[at]!.sinceMs })),
          );
        }
      });
    }),
    runs,
  );
});

/** What of a line has gone under an id of its own. */
function halvesOf({ parts }: SplitOrder, { id }: Line, now: ReadonlyMap<LineId, Line>): readonly Line[] {
  return parts.flatMap(({ lineId, newLineId }) => (lineId === id ? (now.get(newLineId) ?? []) : []));
}

const isCooked = ({ progress }: Line) => progress.every(({ status }) => rankOf(status) >= rankOf('ready'));

test('[EVT1] [EVT2] one event per order with the next version; in any order and any number of times they give the same kitchen', () => {
  fc.assert(
    fc.property(service, fc.array(fc.nat(1000), { maxLength: 60 }), (one, picks) => {
      const world = serve(one, () => undefined);
      const first = one.orders.map((order) => ({ order }));
      const changes = [...first, ...world.events.map(({ order }) => ({ order }))];
      const inOrder = applyAll(emptyKitchen, changes);
      const mixed = [...picks.map((pick) => changes[pick % changes.length]!), ...changes.toReversed()];
      let late = emptyKitchen;
      for (const change of mixed) late = applyAll(late, [change]);
      expect(new Map([...late.orders].sort())).toEqual(new Map([...inOrder.orders].sort()));
      for (const [id, order] of world.orders) {
        expect(inOrder.orders.get(id)).toEqual(isOnBoard(order) ? order : undefined);
        const versions = world.events.filter((event) => event.order.id === id).map((event) => event.order.version);
        const from = one.orders.some((known) => known.id === id) ? 2 : 1;
        expect(versions).toEqual(versions.map((_, index) => from + index));
      }
      for (const event of world.events) expectTypeToTell(event);
    }),
    runs,
  );
});

/** What the event says that the status did. */
function expectTypeToTell({ type, order, data }: OrderEvent): void {
  const { old_status: from, new_status: to } = data;
  expect(data).toMatchObject({ order_id: order.id, new_status: orderStatus(order) });
  const isNew = from === null;
  const isMove = !isNew && from !== to && order.mergedInto === null && type !== 'order_recalled';
  const plain = ['order_updated', 'item_status_changed', 'payment_status_changed', 'order_recalled'];
  if (isMove) expect(type).toBe(to === 'cancelled' ? 'order_cancelled' : 'order_status_changed');
  else expect(isNew ? ['order_created'] : plain).toContain(type);
}

test('[TKT4] [ORD4] [FIR1] what a station has to do is on its board, whatever is on a board is in the snapshot, and what is on hold was begun by nobody', () => {
  fc.assert(
    fc.property(service, (one) => {
      serve(one, (world) => {
        for (const order of world.orders.values()) {
          for (const { heldAtMs, progress } of order.lines)
            if (heldAtMs !== null) expect(progress.every(({ status }) => status === 'pending')).toBe(true);
          for (const { id } of world.stations.list) {
            const viewpoint = viewpointOf(world.stations, id);
            const ticket = ticketAt(order, viewpoint, world.nowMs());
            if (ticket) expect(isOnBoard(order)).toBe(true);
            const isPutAway = (line: Line) => viewpoint.station === null && line.expoSeenAtMs !== null;
            const todo = order.lines.flatMap((line) =>
              line.progress.filter(
                (part) =>
                  (viewpoint.station === null || part.station === id) &&
                  (isPutAway(line) ? ['todo', 'ready'] : ['todo', 'ready', 'void']).includes(
                    partState(order, line, part, viewpoint.goal, world.nowMs()),
                  ),
              ),
            );
            expect(ticket !== undefined || todo.length === 0).toBe(true);
          }
        }
      });
    }),
    runs,
  );
});

test('[BMP1] a bump takes the ticket off that board, and touches no other station', () => {
  fc.assert(
    fc.property(service, fc.constantFrom('grill', 'fry', 'bar', 'pass'), (one, id) => {
      const world = serve(one, () => undefined);
      for (const order of [...world.orders.values()]) {
        const { restaurantId } = order;
        const bump = {
          kind: 'order.bump',
          restaurantId,
          orderId: order.id,
          station: id as never,
          lineIds: null,
          by: 'Ana',
        } as const;
        const isKnown = world.stations.list.some((station) => station.id === id);
        if (!isKnown && order.lines.some(({ progress }) => progress.some(({ station }) => station === id))) continue;
        const decision = world.run(bump);
        const refusal = isKnown ? 'acknowledge_first' : 'station_not_found';
        const isAway = order.mergedInto !== null;
        if (isAway) expect(decision).toMatchObject({ ok: false, refusal: { code: 'order_merged' } });
        else if (!decision.ok)
          expect(decision.refusal.code).toBe(order.clearedAtMs === null ? refusal : 'order_closed');
        // Nothing is begun of what was called off ([VOI1]).
        if (isAway) continue;
        if (isKnown && order.cancelledAtMs !== null && order.clearedAtMs === null) expect(decision.ok).toBe(true);
        if (isKnown && !world.settings.acknowledgeAllergens && order.clearedAtMs === null)
          expect(decision.ok).toBe(true);
        if (!decision.ok) continue;
        const after = world.orders.get(order.id)!;
        const viewpoint = viewpointOf(world.stations, id as never);
        const left = ticketAt(after, viewpoint, world.nowMs());
        // The next course waits before the eyes of whoever fires it.
        if (viewpoint.goal === 'completed' && left) expect(left.lines.some(({ state }) => state === 'held')).toBe(true);
        else expect(left).toBeUndefined();
        if (id === 'pass') continue;
        for (const [index, line] of after.lines.entries()) {
          const others = (parts: Line['progress']) => parts.filter(({ station }) => station !== id);
          expect(others(line.progress)).toEqual(others(order.lines[index]!.progress));
        }
      }
    }),
    runs,
  );
});
