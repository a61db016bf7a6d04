import fc from 'fast-check';
import equal from 'fast-deep-equal';
import { expect, test } from 'vitest';
import { statesOf } from '../../test/harness/deed-parts.ts';
import { anyNews, commandOf } from '../../test/harness/kitchen-deeds.ts';
import { runs, serve, service } from '../../test/harness/kitchen-service.ts';
import type { LineId, StationId } from './id.ts';
import { contentOf } from './line.ts';
import type { Order } from './order.ts';
import { goneAtMs } from './part-state.ts';
import { sightOf } from './sight.ts';
import { ticketAt, viewpointOf } from './station-ticket.ts';

test('[BMP2] a late bump leaves alone whatever was changed, called off, brought back or added since somebody looked, also back again', () => {
  const news = fc.array(anyNews, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      service,
      news,
      fc.constantFrom(null, 'grill', 'fry', 'bar'),
      fc.boolean(),
      (one, since, id, isNamed) => {
        const world = serve(one, () => undefined);
        // A board at a station that has been taken out shows all, and bumps as what it shows.
        const viewpoint = viewpointOf(world.stations, id as StationId | null);
        const { station } = viewpoint;
        const looks = [...world.orders.values()].map((order) => {
          const stood = ticketAt(order, viewpoint, world.nowMs())?.lines ?? [];
          const lineIds = isNamed ? stood.map(({ line }) => line.id) : null;
          return { order, lineIds, seen: sightOf(stood, viewpoint, order.updatedAtMs, lineIds) };
        });
        for (const [index, deed] of since.entries()) {
          const command = commandOf(world, deed, `since ${index}`);
          if (command) world.run(command);
        }
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

/** The dish was not always, from then on, what it had been. */
function wasOtherwise(states: readonly Order[], id: LineId): boolean {
  const told = states.map((order) => {
    const line = order.lines.find((each) => each.id === id);
    return line && { ...contentOf(line), isGone: goneAtMs(order, line) !== null };
  });
  return told.some((one) => !equal(one, told[0]));
}
