import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { runs, serve, service } from '../../test/harness/kitchen-service.ts';
import type { KitchenWorld } from '../../test/harness/kitchen-world.ts';
import { buildLine } from '../../test/harness/screen-kit.ts';
import { agedAt } from './ageing.ts';
import type { Bump } from './command.ts';
import { stationId } from './id.ts';
import type { Order } from './order.ts';
import { goneAtMs } from './part-state.ts';
import { rankOf } from './progress.ts';
import { viewpointOf } from './station-ticket.ts';

const grill = stationId('grill');

/** The bump that the grill's age makes when everything there is old. */
function bumpByAge(world: KitchenWorld, order: Order): Bump | undefined {
  const nowMs = world.nowMs();
  const viewpoint = viewpointOf(world.stations, grill);
  const aged = agedAt(order, viewpoint, world.settings, { nowMs, oldMs: nowMs });
  const on = { restaurantId: order.restaurantId, orderId: order.id, station: grill };
  return aged && { kind: 'order.bump', ...on, ...aged, by: null, byAge: true };
}

function oldTicket() {
  const line = buildLine('burger', shares('grill', 'fry'));
  const kitchen = kitchenInHand([
    { ...line, progress: line.progress.map((part) => ({ ...part, status: 'preparing' })) },
  ]);
  const age = () => {
    const command = bumpByAge(kitchen.world, kitchen.now());
    return command ? kitchen.run(command) : 'nothing';
  };
  return { ...kitchen, age };
}

test.each([
  ['changed', { kind: 'line.change', lineId: 'burger', change: { notes: 'no onions' } }, 'burger:todo!'],
  ['called off', { kind: 'line.void', lineId: 'burger', reason: null }, 'burger:void!'],
  ['cancelled with its order', { kind: 'order.cancel', reason: null }, 'burger:void!'],
] as const)(
  '[AUB1] [CHG1] [VOI1] what was %s stays, however old, until its station has seen that',
  (_how, news, stands) => {
    const { run, age, look } = oldTicket();
    run(news);
    expect(age()).toBe('nothing');
    expect(look('grill')).toEqual([stands]);
    run({ kind: 'order.acknowledge', station: 'grill' });
    age();
    expect(look('grill')).toBeUndefined();
  },
);

test('[AUB1] [ADD1] what was added stays until somebody has touched it or taken note of it', () => {
  const added = (id: string) => buildLine(id, { ...shares('grill'), addition: 1 });
  const { run, age, look } = oldTicket();
  run({ kind: 'order.add-lines', lines: [added('soup'), added('bread')] });
  run({ kind: 'line.set-status', lineId: 'soup', station: 'grill', status: 'preparing' });
  expect(age()).toBe('done');
  expect(look('grill')).toEqual(['burger:done', 'soup:done', 'bread:todo']);
  expect(age()).toBe('nothing');
  run({ kind: 'order.acknowledge', station: 'grill' });
  expect(age()).toBe('done');
  expect(look('grill')).toBeUndefined();
});

test('[AUB1] [BMP2] a change that comes before the bump by age does is left by it', () => {
  const { run, now, world, look } = oldTicket();
  const command = bumpByAge(world, now())!;
  run({ kind: 'line.change', lineId: 'burger', change: { notes: 'no onions' } });
  expect(run(command)).toBe('nothing');
  expect(look('grill')).toEqual(['burger:todo!']);
});

test('[AUB1] whatever has happened, age takes note of no news, leaves what was called off, and is never refused', () => {
  fc.assert(
    fc.property(service, (one) => {
      const world = serve(one);
      for (const before of [...world.orders.values()]) {
        const command = bumpByAge(world, before);
        if (!command) continue;
        expect(world.run(command).ok).toBe(true);
        const after = world.orders.get(before.id)!;
        for (const [index, line] of before.lines.entries()) {
          const next = after.lines[index]!;
          const isNews = goneAtMs(before, line) !== null || line.changedFrom !== null;
          for (const [at, part] of line.progress.entries()) {
            if (isNews) expect(next.progress[at]!.acknowledgedAtMs).toBe(part.acknowledgedAtMs);
            if (goneAtMs(before, line) !== null) expect(next).toEqual(line);
            expect(rankOf(next.progress[at]!.status)).toBeGreaterThanOrEqual(rankOf(part.status));
          }
        }
      }
    }),
    runs,
  );
});
