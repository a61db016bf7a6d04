import { expect, test } from 'vitest';
import { storeInHand } from '../../test/harness/chime-kit.ts';
import { createManualTimers } from '../../test/harness/screen-kit.ts';
import { createDrift, driftPx, offsetAt } from './drift.ts';

const minuteMs = 60_000;
const distance = (a: { x: number; y: number }, b: typeof a) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

test('[BRN1] each step is one pixel, none leaves the room, and every place is visited', () => {
  const visited = new Set<string>();
  for (let step = 0; step < 500; step++) {
    const { x, y } = offsetAt(step);
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
    expect(Math.max(x, y)).toBeLessThanOrEqual(driftPx);
    expect(distance(offsetAt(step + 1), { x, y })).toBe(1);
    visited.add(`${x},${y}`);
  }
  expect(visited.size).toBe((driftPx + 1) ** 2);
});

test('[BRN1] it begins in the middle and moves every three minutes', () => {
  const timers = createManualTimers();
  const drift = createDrift(timers, storeInHand());
  const moves: number[] = [];
  drift.subscribe(() => moves.push(timers.nowMs()));
  expect(drift.offset()).toEqual({ x: 4, y: 4 });
  timers.advance(10 * minuteMs);
  expect(moves).toEqual([3, 6, 9].map((minute) => minute * minuteMs));
});

test('[BRN1] nothing moves until nobody has touched the screen for a minute', () => {
  const timers = createManualTimers();
  const drift = createDrift(timers, storeInHand());
  const before = drift.offset();
  timers.advance(2.5 * minuteMs);
  drift.touched();
  timers.advance(minuteMs - 1);
  expect(drift.offset()).toEqual(before);
  timers.advance(1);
  expect(drift.offset()).not.toEqual(before);
});

test('[BRN1] switched off, the picture has the whole screen, also after a reload', () => {
  const timers = createManualTimers();
  const stored = storeInHand();
  const drift = createDrift(timers, stored);
  drift.turn(false);
  expect(drift.offset()).toBeUndefined();
  expect(createDrift(timers, stored).offset()).toBeUndefined();
  drift.turn(true);
  expect(createDrift(timers, stored).offset()).toBeDefined();
});
