import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs, serve, service } from '../../test/harness/kitchen-service.ts';
import type { KitchenWorld } from '../../test/harness/kitchen-world.ts';
import type { StationId } from './id.ts';
import type { Line } from './line.ts';
import type { Order } from './order.ts';
import type { Goal } from './part-state.ts';
import { type Progress, rankOf } from './progress.ts';
import { hasExpo, stationOf } from './station.ts';
import { isLater } from './timing.ts';

const isOpen = ({ status }: Progress) => rankOf(status) < rankOf('ready');

test('[RCL1] [CLR1] a recall brings back to a station what it had done, and leaves the others theirs; of what was put away, only what was left', () => {
  fc.assert(
    fc.property(service, fc.boolean(), fc.constantFrom(null, 'grill', 'fry', 'bar'), (one, keepTimer, id) => {
      const world = serve(one, () => undefined);
      for (const order of [...world.orders.values()]) {
        const { restaurantId, id: orderId } = order;
        const station = id as StationId | null;
        const recall = {
          kind: 'order.recall',
          restaurantId,
          orderId,
          station,
          lineIds: null,
          keepTimer,
          by: null,
        } as const;
        const isOver = order.cancelledAtMs !== null || order.mergedInto !== null || isNowhere(world, order, station);
        expect(world.run(recall).ok).toBe(!isOver);
        if (isOver) continue;
        const after = world.orders.get(orderId)!;
        expect(after.clearedAtMs).toBeNull();
        const live = order.lines.flatMap((line) => (line.voidedAtMs === null ? line.progress : []));
        const isLeftOver = order.clearedAtMs !== null && live.some(({ status }) => status !== 'completed');
        const isHandOver = keepTimer && station === null && hasExpo(world.stations);
        for (const [index, line] of order.lines.entries()) {
          const next = after.lines[index]!;
          const back = backByHand(line, station, isHandOver);
          const isBack = (part: Progress) =>
            line.voidedAtMs === null && !isLeftOver && back.some(({ station: at }) => at === part.station);
          for (const part of line.progress) {
            const now = next.progress.find((share) => share.station === part.station)!;
            const isAgain =
              isBack(part) || (!keepTimer && back.some(isBack) && isAfter(line, part, back) && !isOpen(part));
            const goal = station === null || !hasExpo(world.stations) ? 'completed' : 'ready';
            expect(now.status).toBe(
              isAgain ? (keepTimer ? asItWas(part, goal, isLater(line, world.nowMs())) : 'preparing') : part.status,
            );
            const clock = order.clearedAtMs !== null && !keepTimer && part.status !== 'completed';
            if (!isAgain) expect({ ...now, sinceMs: clock ? part.sinceMs : now.sinceMs }).toEqual(part);
          }
          expect(next.round - line.round).toBe(!keepTimer && back.some(isBack) ? 1 : 0);
        }
      }
    }),
    runs,
  );
});

/** Steps that were left out have the time of the one that was made. Where it is handed on, that is no step of the station. */
function asItWas(part: Progress, goal: Goal, isAhead: boolean): Progress['status'] {
  const { startedAtMs, readyAtMs, completedAtMs } = part;
  if (goal === 'completed' && completedAtMs !== null && completedAtMs !== readyAtMs) return 'ready';
  return startedAtMs === readyAtMs && !isAhead ? 'pending' : 'preparing';
}

test('[RCL1] [UND1] what was bumped by mistake is as far as it was, whether undone or recalled', () => {
  fc.assert(
    fc.property(service, fc.constantFrom(null, 'grill', 'fry', 'bar'), (one, id) => {
      const world = serve(one, () => undefined);
      const station = id as StationId | null;
      for (const before of [...world.orders.values()]) {
        const on = { restaurantId: before.restaurantId, orderId: before.id, station, by: null };
        world.run({ ...on, kind: 'order.bump', lineIds: null });
        const bumped = world.orders.get(before.id)!;
        const isMoved = ({ progress }: Line, index: number) =>
          progress.every((part, at) => part.status !== bumped.lines[index]!.progress[at]!.status);
        // Of a line that was done in part before, more comes back: both cooks have it again.
        const lineIds = before.lines.filter(isMoved).map(({ id: line }) => line);
        if (lineIds.length === 0) continue;
        const decision = world.run({ ...on, kind: 'order.recall', lineIds, keepTimer: true });
        expect(decision).toMatchObject({ ok: true, events: [{}] });
        const after = world.orders.get(before.id)!;
        const statuses = ({ lines }: Order) =>
          lines
            .filter(({ id: line }) => lineIds.includes(line))
            .map(({ progress }) => progress.map(({ status }) => status));
        expect(statuses(after)).toEqual(statuses(before));
      }
    }),
    runs,
  );
});

/** A station that was taken out and that the order has no work at ([RTE5]). */
const isNowhere = ({ stations }: KitchenWorld, { lines }: Order, id: StationId | null): boolean =>
  id !== null &&
  stationOf(stations, id) === undefined &&
  !lines.some(({ progress }) => progress.some(({ station }) => station === id));

/** Shares of a line that go one step back when they are asked for. */
const backByHand = ({ progress }: Line, station: StationId | null, isHandOver: boolean): readonly Progress[] =>
  progress.filter(
    (part) =>
      (station === null || part.station === station) && (isHandOver ? part.status === 'completed' : !isOpen(part)),
  );

/** Whoever finishes what these make, at whatever remove. */
function isAfter({ progress }: Line, { after }: Progress, makers: readonly Progress[]): boolean {
  return progress.some(
    (one) =>
      after.includes(one.station) &&
      (makers.some(({ station }) => station === one.station) || isAfter({ progress } as Line, one, makers)),
  );
}
