import { expect, test } from 'vitest';
import { createManualTimers } from '../../test/harness/screen-kit.ts';
import { createTicker } from './ticker.ts';

test('[TCK1] it ticks once a second, on the full second of the server, for all listeners alike', () => {
  const timers = createManualTimers();
  const ticker = createTicker(timers, { at: (steadyMs) => steadyMs + 10_400 });
  const ticks: number[] = [];
  ticker.subscribe(() => ticks.push(ticker.now().serverMs));
  ticker.subscribe(() => undefined);
  timers.advance(2700);
  expect(ticks).toEqual([11_000, 12_000, 13_000]);
});

test('[TCK1] it rests while nobody listens', () => {
  const timers = createManualTimers();
  const ticker = createTicker(timers, { at: (steadyMs) => steadyMs });
  let ticks = 0;
  const leave = ticker.subscribe(() => ticks++);
  timers.advance(1500);
  leave();
  timers.advance(10_000);
  expect(ticks).toBe(1);
  ticker.subscribe(() => ticks++);
  expect(ticker.now().steadyMs).toBe(11_500);
});
