import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs, serve, service } from '../../test/harness/kitchen-service.ts';
import type { KitchenWorld } from '../../test/harness/kitchen-world.ts';
import { decide } from './decide.ts';
import type { LineId } from './id.ts';
import { lastVisit } from './last-visit.ts';
import type { Order } from './order.ts';
import { rankOf } from './progress.ts';
import { ticketAt, viewpointOf } from './station-ticket.ts';

/** What a recall of these dishes, or of all, would make of the order; `undefined` when it is refused. */
function recalled(world: KitchenWorld, { id, restaurantId }: Order, lineIds: readonly LineId[] | null, how: How) {
  const view = {
    order: (orderId: Order['id']) => world.orders.get(orderId),
    product: () => undefined,
    productBySku: () => undefined,
    products: () => [],
    stations: () => world.stations,
    settings: () => world.settings,
    selfOrder: () => undefined,
    waitingSelfOrders: () => [],
  };
  const command = { kind: 'order.recall', restaurantId, orderId: id, by: 'Bo', ...how, lineIds } as const;
  const decision = decide(view, command, world.nowMs() + 1000);
  if (!decision.ok) return undefined;
  return decision.events.flatMap((event) => ('order' in event ? [event.order] : []))[0] ?? world.orders.get(id)!;
}

type How = { readonly station: never; readonly keepTimer: boolean };

test('[RCL7] [RCL1] a recall of the last visit is taken wherever a recall is, and puts the ticket back with it', () => {
  fc.assert(
    fc.property(service, fc.boolean(), fc.constantFrom(null, 'grill', 'fry', 'bar', 'pass'), (one, keepTimer, id) => {
      const world = serve(one, () => undefined);
      if (id !== null && !world.stations.list.some((station) => station.id === id)) return;
      const viewpoint = viewpointOf(world.stations, id as never);
      const isOn = (order: Order) => ticketAt(order, viewpoint, world.nowMs() + 1000) !== undefined;
      const how = { station: id as never, keepTimer };
      for (const order of world.orders.values()) {
        const visit = lastVisit(order, viewpoint);
        const byName = recalled(world, order, visit.length > 0 ? visit : null, how);
        const all = recalled(world, order, null, how);
        expect(byName !== undefined).toBe(all !== undefined);
        if (!byName || !all) continue;
        if (isOn(all)) expect(isOn(byName)).toBe(true);
        if (visit.length > 0) expect(isOn(byName)).toBe(true);
        const back = ticketAt(byName, viewpoint, world.nowMs() + 1000)?.lines ?? [];
        for (const lineId of visit)
          expect(['todo', 'ready']).toContain(back.find(({ line }) => line.id === lineId)?.state);
        // Nobody else's work comes back with it, and nothing of another round.
        for (const [index, line] of order.lines.entries())
          if (visit.length > 0 && !visit.includes(line.id))
            expect(byName.lines[index]!.progress.map(({ status }) => status)).toEqual(
              line.progress.map(({ status }) => status),
            );
      }
    }),
    runs,
  );
});

test('[RCL7] something is in the last visit wherever something was finished, and it was finished there', () => {
  fc.assert(
    fc.property(service, fc.constantFrom(null, 'grill', 'fry', 'bar', 'pass'), (one, id) => {
      const world = serve(one, () => undefined);
      const viewpoint = viewpointOf(world.stations, id as never);
      const isHere = ({ station }: { station: string }) => viewpoint.station === null || viewpoint.station === station;
      for (const order of world.orders.values()) {
        const finished = order.lines.filter(({ progress, voidedAtMs }) => {
          const parts = progress.filter(isHere);
          const isMade = parts.every(({ after }) =>
            progress.every(({ station, status }) => !after.includes(station) || rankOf(status) >= rankOf('ready')),
          );
          const isDone = parts.every(({ status }) => rankOf(status) >= rankOf(viewpoint.goal));
          return voidedAtMs === null && parts.length > 0 && isMade && isDone;
        });
        const isGone = order.cancelledAtMs !== null;
        const isLeft =
          order.clearedAtMs !== null &&
          order.lines.some(
            ({ progress, voidedAtMs }) => voidedAtMs === null && progress.some(({ status }) => status !== 'completed'),
          );
        const visit = lastVisit(order, viewpoint);
        expect(visit.length > 0).toBe(finished.length > 0 && !isGone && !isLeft);
        for (const lineId of visit) expect(finished.map((line) => line.id)).toContain(lineId);
      }
    }),
    runs,
  );
});
