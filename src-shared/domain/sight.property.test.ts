import fc from 'fast-check';
import equal from 'fast-deep-equal';
import { expect, test } from 'vitest';
import { statesOf } from '../../test/harness/deed-parts.ts';
import { anyMeanwhile, anyNews, commandOf, type Deed } from '../../test/harness/kitchen-deeds.ts';
import { runs, serve, service } from '../../test/harness/kitchen-service.ts';
import type { KitchenWorld } from '../../test/harness/kitchen-world.ts';
import type { LineId, StationId } from './id.ts';
import { contentOf } from './line.ts';
import type { Order } from './order.ts';
import { goneAtMs } from './part-state.ts';
import type { Progress } from './progress.ts';
import { sightOf } from './sight.ts';
import { ticketAt, type Viewpoint, viewpointOf } from './station-ticket.ts';

/** Commands come a second apart; or in one moment, or the clock is set back by an hour before each. */
const anyClock = fc.constantFrom(0, 0, -1000, -3600_000);

test('[BMP2] a late bump leaves alone whatever was changed, called off, brought back or added since somebody looked, also back again', () => {
  const news = fc.array(anyNews, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      service,
      news,
      fc.constantFrom(null, 'grill', 'fry', 'bar'),
      fc.boolean(),
      anyClock,
      (one, since, id, isNamed, byMs) => {
        const world = serve(one, () => undefined);
        // A board at a station that has been taken out shows all, and bumps as what it shows.
        const viewpoint = viewpointOf(world.stations, id as StationId | null);
        const { station } = viewpoint;
        const looks = [...world.orders.values()].map((order) => {
          const stood = ticketAt(order, viewpoint, world.nowMs())?.lines ?? [];
          const lineIds = isNamed ? stood.map(({ line }) => line.id) : null;
          return { order, lineIds, seen: sightOf(stood, viewpoint, order.updatedAtMs, lineIds) };
        });
        doAll(world, since, byMs);
        for (const { order: looked, lineIds, seen } of looks) {
          const { restaurantId, id: orderId } = looked;
          const order = world.orders.get(orderId)!;
          const states = statesOf(world, order).filter(({ version }) => version >= looked.version);
          world.run({ kind: 'order.bump', restaurantId, orderId, station, lineIds, seen, by: null });
          const after = world.orders.get(orderId)!;
          for (const line of order.lines)
            if (wasOtherwise(states, line.id)) expect(after.lines.find((each) => each.id === line.id)).toEqual(line);
        }
      },
    ),
    runs,
  );
});

test('[BMP2] [LIN3] a late tap that takes a dish back leaves what was handed over since, and what had gone back since', () => {
  const meanwhile = fc.array(anyMeanwhile, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      service,
      meanwhile,
      fc.constantFrom('grill', 'fry', 'bar'),
      fc.boolean(),
      anyClock,
      (one, since, id, keepTimer, byMs) => {
        const world = serve(one, () => undefined);
        const station = id as StationId;
        const viewpoint = viewpointOf(world.stations, station);
        if (viewpoint.goal !== 'ready') return;
        const looks = looksAt(world, viewpoint);
        doAll(world, since, byMs);
        for (const { order: looked, lineIds, seen } of looks) {
          const { restaurantId, id: orderId } = looked;
          const order = world.orders.get(orderId)!;
          world.run({ kind: 'order.recall', restaurantId, orderId, station, lineIds, seen, keepTimer, by: null });
          const after = world.orders.get(orderId)!;
          for (const line of order.lines) {
            const [was, is] = [looked, order].map((at) => shareOf(at, line.id, station));
            if (is?.status !== 'completed' && was?.turn === is?.turn) continue;
            expect(shareOf(after, line.id, station)).toEqual(is);
          }
        }
      },
    ),
    runs,
  );
});

test('[BMP2] [FIR1] a late start leaves what is on hold, or was changed, called off or brought back since as it is', () => {
  const meanwhile = fc.array(anyMeanwhile, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(service, meanwhile, fc.constantFrom(null, 'grill', 'fry', 'bar'), anyClock, (one, since, id, byMs) => {
      const world = serve(one, () => undefined);
      const viewpoint = viewpointOf(world.stations, id as StationId | null);
      const { station } = viewpoint;
      const looks = looksAt(world, viewpoint);
      doAll(world, since, byMs);
      for (const { order: looked, seen } of looks) {
        const { restaurantId, id: orderId } = looked;
        for (const was of looked.lines) {
          const order = world.orders.get(orderId)!;
          const line = order.lines.find((each) => each.id === was.id);
          if (!line) continue;
          const states = statesOf(world, order).filter(({ version }) => version >= looked.version);
          if (line.heldAtMs === null && !wasOtherwise(states, line.id)) continue;
          const on = { restaurantId, orderId, lineId: line.id, station };
          world.run({ kind: 'line.set-status', ...on, status: 'preparing', seen, by: null });
          expect(world.orders.get(orderId)!.lines.find((each) => each.id === line.id)).toEqual(line);
        }
      }
    }),
    runs,
  );
});

/** All that stood on that board, each dish by its name. */
function looksAt(world: KitchenWorld, viewpoint: Viewpoint) {
  return [...world.orders.values()].map((order) => {
    const stood = ticketAt(order, viewpoint, world.nowMs())?.lines ?? [];
    const lineIds = stood.map(({ line }) => line.id);
    return { order, lineIds, seen: sightOf(stood, viewpoint, order.updatedAtMs, lineIds) };
  });
}

function doAll(world: KitchenWorld, deeds: readonly Deed[], byMs: number): void {
  for (const [index, deed] of deeds.entries()) {
    world.turnClock(byMs);
    const command = commandOf(world, deed, `since ${index}`);
    if (command) world.run(command);
  }
}

const shareOf = ({ lines }: Order, id: LineId, station: StationId): Progress | undefined =>
  lines.find((line) => line.id === id)?.progress.find((part) => part.station === station);

/** The dish was not always, from then on, what it had been. */
function wasOtherwise(states: readonly Order[], id: LineId): boolean {
  const told = states.map((order) => {
    const line = order.lines.find((each) => each.id === id);
    return line && { ...contentOf(line), isGone: goneAtMs(order, line) !== null };
  });
  return told.some((one) => !equal(one, told[0]));
}
