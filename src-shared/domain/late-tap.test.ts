import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { buildLine } from '../../test/harness/screen-kit.ts';

const at = { station: 'grill', lineIds: ['soup'] } as const;
const ready = { kind: 'line.set-status', lineId: 'soup', station: 'grill', status: 'ready' } as const;
const takeBack = { kind: 'order.recall', ...at, keepTimer: true } as const;

/** Soup that is ready at the grill, which has bread to do beside it. */
function withSoup() {
  const kitchen = kitchenInHand([buildLine('soup', shares('grill')), buildLine('bread', shares('grill'))]);
  kitchen.run(ready);
  return kitchen;
}

test('[BMP2] [LIN3] a late tap that takes a dish back leaves what the pass has handed over since with the guest', () => {
  const kitchen = withSoup();
  const seen = kitchen.sight('grill', ['soup']);
  kitchen.run({ kind: 'order.bump', lineIds: ['soup'] });
  expect(kitchen.run({ ...takeBack, seen })).toBe('nothing');
  expect(kitchen.line('soup').progress).toMatchObject([{ status: 'completed', turn: 0 }]);
  expect(kitchen.look('grill')).toEqual(['soup:done', 'bread:todo']);
});

test('[RCL1] who does not say what they saw brings back also what was handed over', () => {
  const kitchen = withSoup();
  kitchen.run({ kind: 'order.bump', lineIds: ['soup'] });
  expect(kitchen.run(takeBack)).toBe('done');
});

test('[BMP2] a tap that takes a dish back does so once, however often it has gone to and fro since', () => {
  const kitchen = withSoup();
  const seen = kitchen.sight('grill', ['soup']);
  expect(kitchen.run({ ...takeBack, seen })).toBe('done');
  kitchen.run(ready);
  expect(kitchen.run({ ...takeBack, seen })).toBe('nothing');
});

test('[BMP2] a tap that takes a dish back may have been made before its own bump was answered', () => {
  const kitchen = kitchenInHand([buildLine('soup', shares('grill')), buildLine('bread', shares('grill'))]);
  const seen = kitchen.sight('grill', ['soup']);
  kitchen.run(ready);
  expect(kitchen.run({ ...takeBack, seen })).toBe('done');
});

test('[BMP2] [CLR1] a late tap that takes a dish back brings nothing of the day before', () => {
  const kitchen = withSoup();
  const seen = kitchen.sight('grill', ['soup']);
  kitchen.run({ kind: 'order.clear' });
  expect(kitchen.run({ ...takeBack, seen })).toBe('nothing');
  expect(kitchen.now().clearedAtMs).not.toBeNull();
});

const start = { kind: 'line.set-status', lineId: 'bread', station: 'grill', status: 'preparing' } as const;

test('[BMP2] [FIR1] a late start leaves what was put on hold since on hold, and begins what was fired again', () => {
  const kitchen = withSoup();
  const seen = kitchen.sight('grill', ['bread']);
  kitchen.run({ kind: 'order.hold' });
  expect(kitchen.run({ ...start, seen })).toBe('nothing');
  expect(kitchen.line('bread')).toMatchObject({
    heldAtMs: kitchen.now().updatedAtMs,
    progress: [{ status: 'pending' }],
  });
  kitchen.run({ kind: 'order.fire' });
  expect(kitchen.run({ ...start, seen })).toBe('done');
});

test('[BMP2] [FIR1] [UND1] a late start leaves what is on hold again, because its fire was undone', () => {
  const kitchen = withSoup();
  kitchen.run({ kind: 'order.hold' });
  const undo = kitchen.undoable({ kind: 'order.fire' });
  const seen = kitchen.sight('grill', ['bread']);
  expect(undo()).toBe('done');
  expect(kitchen.run({ ...start, seen })).toBe('nothing');
  expect(kitchen.line('bread').heldAtMs).not.toBeNull();
});

test('[FIR1] who does not say what they saw begins what is on hold all the same', () => {
  const kitchen = withSoup();
  kitchen.run({ kind: 'order.hold' });
  expect(kitchen.run(start)).toBe('done');
  expect(kitchen.line('bread').heldAtMs).toBeNull();
});
