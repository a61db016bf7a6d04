import { expect, test } from 'vitest';
import { createStillness } from './stillness.ts';

function stillInHand() {
  const clock = { now: 0 };
  return { clock, still: createStillness(() => clock.now) };
}

test('[SLT2] a screen that nobody has ever touched is still, and each touch begins anew', () => {
  const { clock, still } = stillInHand();
  expect(still.forMs()).toBe(Number.POSITIVE_INFINITY);
  still.touched();
  clock.now = 2000;
  expect(still.forMs()).toBe(2000);
  still.touched();
  expect(still.forMs()).toBe(0);
});

test('[SLT2] it is not still while a finger stays on it, until it is known for no finger', () => {
  const { clock, still } = stillInHand();
  still.touched(true);
  clock.now = 29_999;
  expect(still.forMs()).toBe(0);
  still.touched(false);
  clock.now = 31_999;
  expect(still.forMs()).toBe(2000);
  still.touched(true);
  clock.now += 30_000;
  expect(still.forMs()).toBe(30_000);
});
