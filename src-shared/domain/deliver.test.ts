import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { buildLine } from '../../test/harness/screen-kit.ts';
import { liveLines, orderStatus } from './order.ts';
import { sightOfAll } from './sight.ts';

const bag = (order: object = {}) =>
  kitchenInHand([buildLine('steak', shares('grill')), buildLine('soup', shares('cold'))], {
    order: { type: 'delivery', ...order },
  });
const ship = { kind: 'order.ship' } as const;
const deliver = { kind: 'order.deliver' } as const;

test('[SHP1] the driver has it, then the guest; each is told once, by a name of its own, with nothing left to cook', () => {
  const kitchen = bag();
  kitchen.run({ kind: 'order.bump', station: 'grill' });
  expect([kitchen.run(ship), kitchen.run(ship)]).toEqual(['done', 'nothing']);
  expect([orderStatus(kitchen.now()), kitchen.now().delivery?.deliveredAtMs]).toEqual(['completed', null]);
  expect([kitchen.run(deliver), kitchen.run(deliver), kitchen.run(ship)]).toEqual(['done', 'nothing', 'nothing']);
  const { shippedAtMs, deliveredAtMs } = kitchen.now().delivery!;
  expect(deliveredAtMs).toBeGreaterThanOrEqual(shippedAtMs);
  expect(kitchen.world.events.slice(-2)).toMatchObject([
    { type: 'order_shipped', data: { new_status: 'completed' } },
    { type: 'order_delivered', data: { old_status: 'completed', new_status: 'completed' } },
  ]);
});

test('[SHP1] who says that it is there without having shipped it says both', () => {
  const kitchen = bag();
  expect(kitchen.run(deliver)).toBe('done');
  const { delivery } = kitchen.now();
  expect(delivery).toEqual({ shippedAtMs: delivery?.deliveredAtMs, deliveredAtMs: expect.any(Number) });
});

test('[SHP1] [ORD3] what is eaten here, or was called off, is not driven anywhere', () => {
  expect(bag({ type: 'dine_in' }).run(ship)).toBe('invalid');
  const kitchen = bag();
  kitchen.run({ kind: 'order.cancel', reason: null });
  expect([kitchen.run(ship), kitchen.run(deliver)]).toEqual(['order_closed', 'order_closed']);
});

test('[SHP1] [UND1] each is taken back exactly, and not when somebody has gone on from there', () => {
  const kitchen = bag();
  kitchen.run({ kind: 'order.bump', station: 'grill' });
  const before = kitchen.now();
  const unship = kitchen.undoable(ship);
  const undeliver = kitchen.undoable(deliver);
  expect(unship()).toBe('cannot_undo');
  expect([undeliver(), kitchen.now().delivery?.deliveredAtMs]).toEqual(['done', null]);
  expect([unship(), kitchen.now().delivery]).toEqual(['done', undefined]);
  expect(kitchen.now().lines.map(({ progress }) => progress[0]?.status)).toEqual(
    before.lines.map(({ progress }) => progress[0]?.status),
  );
});

test('[SHP3] [BMP2] what came, was changed or went back to work since it was seen is not handed over with the rest', () => {
  for (const step of [ship, deliver]) {
    const kitchen = bag();
    const seen = sightOfAll(kitchen.now(), kitchen.now().updatedAtMs);
    kitchen.run({ kind: 'order.add-lines', lines: [buildLine('late', shares('grill'))] });
    expect([kitchen.run({ ...step, seen }), kitchen.now().delivery]).toEqual(['version_mismatch', undefined]);
    expect(kitchen.run({ ...step, seen: sightOfAll(kitchen.now(), kitchen.now().updatedAtMs) })).toBe('done');
  }
  const again = bag();
  again.run({ kind: 'order.bump', station: null });
  const seen = sightOfAll(again.now(), again.now().updatedAtMs);
  again.run({ kind: 'order.recall', keepTimer: false });
  expect(again.run({ ...ship, seen })).toBe('version_mismatch');
  expect(bag().run({ ...ship, seen: sightOfAll(bag().now(), 0) })).toBe('done');
});

test('[SHP2] cooked again it is driven out anew', () => {
  const kitchen = bag();
  kitchen.run(deliver);
  expect(kitchen.run({ kind: 'order.recall', keepTimer: false })).toBe('done');
  expect('delivery' in kitchen.now()).toBe(false);
  expect([kitchen.run(ship), liveLines(kitchen.now()).length]).toEqual(['done', 2]);
  expect(kitchen.now().delivery?.deliveredAtMs).toBe(null);
});
