import { expect, test } from 'vitest';
import { createServerClock } from './server-clock.ts';

test('[CLK1] the frame that was quickest on its way decides', () => {
  const clock = createServerClock(0);
  clock.sample(10_080, 200, true);
  clock.sample(15_080, 5100, false);
  clock.sample(20_080, 10_900, false);
  expect(clock.at(11_000)).toBe(20_980);
});

test('[CLK1] a new connection forgets what was known of the clock', () => {
  const clock = createServerClock(0);
  clock.sample(50_000, 0, true);
  clock.sample(20_000, 1000, true);
  expect(clock.at(1000)).toBe(20_000);
});

test('[CLK1] after a minute a quick frame of long ago no longer counts, so that drift is followed', () => {
  const clock = createServerClock(0);
  clock.sample(1000, 0, true);
  for (let beat = 1; beat <= 12; beat++) clock.sample(900 + beat * 5000, beat * 5000, false);
  expect(clock.at(0)).toBe(900);
});

test('[CLK1] a time that cannot be read changes nothing', () => {
  const clock = createServerClock(0);
  clock.sample(1000, 0, true);
  clock.sample(Number.NaN, 10, true);
  expect(clock.at(0)).toBe(1000);
});
