import { expect, test } from 'vitest';
import { createSteadyClock } from './steady-clock.ts';

function clockInHand() {
  const device = { monotonic: 5000, wall: 1_800_000_000_000 };
  const read = createSteadyClock({ monotonicMs: () => device.monotonic, wallMs: () => device.wall });
  return { device, read };
}

test('[CLK2] time that passes on both clocks counts once', () => {
  const { device, read } = clockInHand();
  device.monotonic += 700;
  device.wall += 701;
  expect(read()).toBe(700);
});

test('[CLK2] sleep counts although the monotonic clock stood still', () => {
  const { device, read } = clockInHand();
  device.monotonic += 5;
  device.wall += 3_600_000;
  expect(read()).toBe(3_600_000);
});

test('[CLK2] setting the device back takes nothing away', () => {
  const { device, read } = clockInHand();
  device.monotonic += 1000;
  device.wall -= 7_200_000;
  expect(read()).toBe(1000);
  device.monotonic += 1000;
  device.wall += 1000;
  expect(read()).toBe(2000);
});
