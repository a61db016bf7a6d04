import { expect, test } from 'vitest';
import { orderId, stationId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import type { Viewpoint } from '#shared/domain/station-ticket.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { nextUp } from './next-up.ts';

const kitchen: Viewpoint = { station: stationId('kitchen'), goal: 'ready' };
const nowMs = 2_000_000;

/** One order for each list of lines. */
function upNext(orders: readonly Partial<Line>[][], viewpoint = kitchen) {
  const all = orders.map((lines, nth) =>
    buildOrder(`${nth}`, { lines: lines.map((line, index) => buildLine(`${nth}.${index}`, line)) }),
  );
  return nextUp({ orders: new Map(all.map((order) => [orderId(order.id), order])) }, viewpoint, nowMs);
}

test('[OVW2] orders for later are counted, with the time of the first', () => {
  const later = [{ startsAtMs: nowMs + 60_000 }, { startsAtMs: nowMs + 30_000 }];
  expect(upNext([later, [{ startsAtMs: nowMs + 90_000 }], [{}]])).toEqual({
    later: 2,
    nextAtMs: nowMs + 30_000,
  });
});

test('[OVW2] what is a ticket already is not also to come, and other stations’ work never is', () => {
  const later = { startsAtMs: nowMs + 60_000 };
  expect(upNext([[{}, later]]).later).toBe(0);
  expect(upNext([[later]], { station: stationId('bar'), goal: 'ready' }).later).toBe(0);
});
