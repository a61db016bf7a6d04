import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  anyDeed,
  commandOf,
  createWorld,
  type Deed,
  type KitchenWorld,
  someOrders,
  withExpo,
  withoutExpo,
} from '../../test/harness/kitchen-world.ts';
import { scale } from '../../test/harness/scale.ts';
import { allDay } from './all-day.ts';
import { applyAll, emptyKitchen } from './apply.ts';
import { type Line, lineStatus } from './line.ts';
import { type Order, orderStatus } from './order.ts';
import { isOnBoard, partState } from './part-state.ts';
import { rankOf, type WorkStatus } from './progress.ts';
import { type StationTicket, ticketAt, viewpointOf } from './station-ticket.ts';

const service = fc.record({
  orders: someOrders,
  list: fc.constantFrom(withExpo, withoutExpo),
  deeds: fc.array(anyDeed, { minLength: 1, maxLength: 30 }),
});
const runs = { numRuns: scale({ short: 300, long: 10_000 }) };

type Before = ReadonlyMap<string, Order>;

/** Tries all deeds; `look` is called after each that was taken, with what was there before. */
function serve(
  {
    orders,
    list,
    deeds,
  }: (typeof service)['generate'] extends (...all: never) => { value: infer Value } ? Value : never,
  look: (world: KitchenWorld, before: Before, deed: Deed) => void,
): KitchenWorld {
  const world = createWorld(orders, list);
  for (const [index, deed] of deeds.entries()) {
    const before = new Map(world.orders);
    const command = commandOf(world, deed, `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`);
    if (command && world.run(command).ok) look(world, before, deed);
  }
  return world;
}

const linesOf = (orders: Before) =>
  [...orders.values()].flatMap((order) => order.lines.map((line) => ({ order, line })));

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
        const tickets = ticketsAt(world, id);
        const counted = new Map(allDay(tickets).map(({ name, quantity }) => [name, quantity]));
        const byHand = new Map<string, number>();
        for (const { lines } of tickets) {
          for (const { line, state } of lines) {
            if (!['todo', 'held', 'later', 'waiting'].includes(state)) continue;
            byHand.set(line.name, (byHand.get(line.name) ?? 0) + line.quantity);
          }
        }
        expect(counted).toEqual(byHand);
      });
    }),
    runs,
  );
});

function ticketsAt(world: KitchenWorld, id: string | null): StationTicket[] {
  const viewpoint = viewpointOf(world.stations, id as never);
  return [...world.orders.values()].flatMap((order) => ticketAt(order, viewpoint, world.nowMs()) ?? []);
}

test('[GRO1] [GRO2] whatever is split, merged, moved, changed or called off: every line is in one order, and nothing of it is lost', () => {
  fc.assert(
    fc.property(service, (one) => {
      serve(one, (world, before, { kind }) => {
        const ids = linesOf(world.orders).map(({ line }) => line.id);
        expect(new Set(ids).size).toBe(ids.length);
        const total = (orders: Before) => linesOf(orders).reduce((sum, { line }) => sum + line.quantity, 0);
        const added =
          kind === 'order.add-lines' ? newLines(world, before).reduce((sum, { quantity }) => sum + quantity, 0) : 0;
        expect(total(world.orders)).toBe(total(before) + added);
      });
    }),
    runs,
  );
});

function newLines(world: KitchenWorld, before: Before): Line[] {
  const known = new Set(linesOf(before).map(({ line }) => line.id));
  return linesOf(world.orders).flatMap(({ line }) => (known.has(line.id) ? [] : [line]));
}

test('[LIN1] [RCL1] what is cooked stays cooked, but for a recall; a line that goes to another order goes as it is', () => {
  fc.assert(
    fc.property(service, (one) => {
      serve(one, (world, before, { kind, to }) => {
        if (kind === 'order.recall') return;
        const now = new Map(linesOf(world.orders).map(({ line }) => [line.id, line]));
        for (const { line: earlier } of linesOf(before)) {
          const line = now.get(earlier.id);
          for (const part of earlier.progress) {
            const later = line?.progress.find(({ station }) => station === part.station);
            // Work that joins what was done there is to be done.
            if (kind === 'order.reroute' && (!later || part.station === to)) continue;
            expect(rankOf(later?.status ?? 'pending')).toBeGreaterThanOrEqual(rankOf(part.status));
          }
          if (line && !isCooked(earlier)) expect(kind === 'order.reroute' && isCooked(line)).toBe(false);
          if (kind === 'order.split' || kind === 'order.merge') expect(line?.progress).toEqual(earlier.progress);
        }
      });
    }),
    runs,
  );
});

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
    }),
    runs,
  );
});

test('[TKT4] [ORD4] what a station has to do is on its board, and whatever is on a board is in the snapshot', () => {
  fc.assert(
    fc.property(service, (one) => {
      serve(one, (world) => {
        for (const order of world.orders.values()) {
          for (const { id } of world.stations.list) {
            const viewpoint = viewpointOf(world.stations, id);
            const ticket = ticketAt(order, viewpoint, world.nowMs());
            if (ticket) expect(isOnBoard(order)).toBe(true);
            const isPutAway = (line: Line) => viewpoint.station === null && line.expoSeenAtMs !== null;
            const todo = order.lines.flatMap((line) =>
              line.progress.filter(
                (part) =>
                  (viewpoint.station === null || part.station === id) &&
                  (isPutAway(line) ? ['todo'] : ['todo', 'void']).includes(
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
        expect(world.run(bump).ok).toBe(isKnown);
        if (!isKnown) continue;
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

test('[RCL1] a recall brings back to a station what it had done; keeping the clock is no further round', () => {
  fc.assert(
    fc.property(service, fc.boolean(), (one, keepTimer) => {
      const world = serve(one, () => undefined);
      for (const order of [...world.orders.values()]) {
        const { restaurantId, id: orderId } = order;
        const done = order.lines.filter((line) => line.voidedAtMs === null && lineStatus(line) === 'completed');
        const recall = {
          kind: 'order.recall',
          restaurantId,
          orderId,
          station: null,
          lineIds: null,
          keepTimer,
          by: null,
        } as const;
        const isOver = order.cancelledAtMs !== null || order.mergedInto !== null;
        expect(world.run(recall).ok).toBe(!isOver);
        const after = world.orders.get(orderId)!;
        for (const { id } of isOver ? [] : done) {
          const line = after.lines.find((each) => each.id === id)!;
          // Handed over by mistake, it is ready; cooked anew or where nobody hands over, it is work.
          expect(lineStatus(line)).toBe(keepTimer && one.list === withExpo ? 'ready' : 'preparing');
          expect(line.round - order.lines.find((each) => each.id === id)!.round).toBe(keepTimer ? 0 : 1);
        }
      }
    }),
    runs,
  );
});

/** Counts of turns aside, which only say which of two states is the newer one. */
const withoutTurns = ({ version: _, updatedAtMs: __, lastRecall: ___, lines, ...order }: Order) => ({
  ...order,
  lines: lines.map((line) => ({ ...line, progress: line.progress.map(({ turn: ____, ...part }) => part) })),
});

const undoable = anyDeed.filter(({ kind }) => !['order.add-lines', 'order.split', 'order.merge'].includes(kind));

test('[UND1] undo returns the exact earlier state', () => {
  fc.assert(
    fc.property(service, undoable, (one, deed) => {
      const world = serve(one, () => undefined);
      const before = new Map(world.orders);
      const command = commandOf(world, deed, 'new');
      if (!command || !('orderId' in command) || !world.run(command).ok) return;
      const [earlier, after] = [before.get(command.orderId)!, world.orders.get(command.orderId)!];
      const { restaurantId, id: orderId } = earlier;
      const undo = { kind: 'order.undo', restaurantId, orderId, before: earlier, after } as const;
      expect(world.run(undo)).toMatchObject({ ok: true });
      expect(withoutTurns(world.orders.get(orderId)!)).toEqual(withoutTurns(earlier));
    }),
    runs,
  );
});

test('[UND1] undo takes back its own command and nothing that others did since, or it refuses', () => {
  fc.assert(
    fc.property(service, undoable, anyDeed, (one, deed, other) => {
      const world = serve(one, () => undefined);
      const before = new Map(world.orders);
      const command = commandOf(world, deed, 'new');
      if (!command || !('orderId' in command) || !world.run(command).ok) return;
      const [earlier, after] = [before.get(command.orderId)!, world.orders.get(command.orderId)!];
      const meanwhile = commandOf(world, other, 'other');
      if (meanwhile) world.run(meanwhile);
      const between = world.orders.get(earlier.id)!;
      const { restaurantId, id: orderId } = earlier;
      const decision = world.run({ kind: 'order.undo', restaurantId, orderId, before: earlier, after });
      const now = world.orders.get(orderId)!;
      if (!decision.ok) expect(now).toBe(between);
      else if (between.version === after.version) expect(withoutTurns(now)).toEqual(withoutTurns(earlier));
      else
        for (const line of between.lines) {
          const was = after.lines.find(({ id }) => id === line.id);
          const isOurs = JSON.stringify(was) !== JSON.stringify(earlier.lines.find(({ id }) => id === line.id));
          if (!isOurs) expect(now.lines.find(({ id }) => id === line.id)).toEqual(line);
        }
    }),
    runs,
  );
});
