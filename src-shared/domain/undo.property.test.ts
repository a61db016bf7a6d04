import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDeed, commandOf } from '../../test/harness/kitchen-deeds.ts';
import { runs, serve, service } from '../../test/harness/kitchen-service.ts';
import type { Line } from './line.ts';
import type { Order } from './order.ts';

/** Counts of turns aside, which only say which of two states is the newer one, and what rings, which is the undo's own. */
const withoutTurns = ({ version: _, updatedAtMs: __, lines, ...order }: Order) => ({
  ...order,
  lines: lines.map((line) => ({ ...line, quiet: null, progress: line.progress.map(({ turn: ___, ...part }) => part) })),
});

const withoutNotes = (line: Line) => ({
  ...line,
  quiet: null,
  expoSeenAtMs: null,
  progress: line.progress.map(({ turn: _, acknowledgedAtMs: __, ...part }) => part),
});

/** What the times of waiting dishes hang on. */
const timing = ({ lines }: Order): string =>
  JSON.stringify(
    lines.map(({ id, quantity, course, prepMinutes, heldAtMs, firedAtMs, startsAtMs, voidedAtMs, progress }) => [
      [id, quantity, course, prepMinutes, heldAtMs, firedAtMs, startsAtMs, voidedAtMs],
      progress.map(({ status }) => status),
    ]),
  );

/** What was put away comes back by a recall ([CLR1]). */
const undoable = anyDeed.filter(
  ({ kind }) => !['order.add-lines', 'order.split', 'order.merge', 'order.clear'].includes(kind),
);

test('[UND1] undo returns the exact earlier state', () => {
  fc.assert(
    fc.property(service, undoable, (one, deed) => {
      const world = serve(one, () => undefined);
      const before = new Map(world.orders);
      const command = commandOf(world, deed, 'new');
      if (!command || !('orderId' in command) || !world.run(command).ok) return;
      const [earlier, after] = [before.get(command.orderId)!, world.orders.get(command.orderId)!];
      if (after.clearedAtMs !== null) return;
      const { restaurantId, id: orderId } = earlier;
      const undo = { kind: 'order.undo', restaurantId, orderId, before: earlier, after } as const;
      expect(world.run(undo)).toMatchObject({ ok: true });
      const undone = world.orders.get(orderId)!;
      expect(withoutTurns(undone)).toEqual(withoutTurns(earlier));
      // No share is older than it was, so that nobody takes an earlier state of it for a later one.
      for (const [index, { progress }] of after.lines.entries())
        for (const [at, { turn }] of progress.entries()) {
          const share = undone.lines[index]!.progress.find(({ station }) => station === progress[at]!.station);
          if (share) expect(share.turn).toBeGreaterThanOrEqual(turn);
        }
    }),
    runs,
  );
});

test('[UND1] undo takes back its own command and nothing that others did since, or it refuses', () => {
  fc.assert(
    fc.property(service, undoable, anyDeed, (one, deed, other) => {
      const world = serve(one, () => undefined);
      const before = new Map(world.orders);
      const command = commandOf(world, deed, 'new');
      if (!command || !('orderId' in command) || !world.run(command).ok) return;
      const [earlier, after] = [before.get(command.orderId)!, world.orders.get(command.orderId)!];
      const meanwhile = commandOf(world, other, 'other');
      if (meanwhile) world.run(meanwhile);
      const between = world.orders.get(earlier.id)!;
      const { restaurantId, id: orderId } = earlier;
      const decision = world.run({ kind: 'order.undo', restaurantId, orderId, before: earlier, after });
      const now = world.orders.get(orderId)!;
      if (!decision.ok) expect(now).toBe(between);
      else if (between.version === after.version) expect(withoutTurns(now)).toEqual(withoutTurns(earlier));
      else {
        expect(now.lines.map(({ id }) => id)).toEqual(between.lines.map(({ id }) => id));
        const isGoneOn = timing(between) !== timing(after) && timing(earlier) !== timing(after);
        const isBack = between.cancelledAtMs !== null && now.cancelledAtMs === null;
        for (const line of between.lines) {
          const was = after.lines.find(({ id }) => id === line.id);
          const isOurs = JSON.stringify(was) !== JSON.stringify(earlier.lines.find(({ id }) => id === line.id));
          if (isOurs) continue;
          const left = now.lines.find(({ id }) => id === line.id)!;
          // What was noted while it was cancelled is noted no more, and it has a turn of its own ([BMP2]).
          const told = line.voidedAtMs === null && line.changedAtMs === was?.changedAtMs ? was : line;
          // When it begins because of the others may be another time, once somebody has gone on with them ([FIR3]).
          const startsAtMs = isGoneOn ? left.startsAtMs : line.startsAtMs;
          expect(isBack ? withoutNotes(left) : { ...left, quiet: line.quiet }).toEqual(
            isBack ? { ...withoutNotes(line), startsAtMs, changedFrom: told.changedFrom } : { ...line, startsAtMs },
          );
        }
        for (const field of Object.keys(between) as (keyof Order)[]) {
          if (['version', 'updatedAtMs', 'lines'].includes(field)) continue;
          const isOurs = JSON.stringify(earlier[field]) !== JSON.stringify(after[field]);
          const isTheirs = JSON.stringify(between[field]) !== JSON.stringify(after[field]);
          expect(now[field]).toEqual(isOurs && !isTheirs ? earlier[field] : between[field]);
        }
        // Nobody's work hangs in the air: what is on hold or for later was begun by nobody.
        for (const { heldAtMs, progress } of now.lines)
          if (heldAtMs !== null) expect(progress.map(({ status }) => status)).toEqual(progress.map(() => 'pending'));
        // Nothing that is to be done is put out of sight.
        if (between.clearedAtMs === null) expect(now.clearedAtMs).toBeNull();
      }
    }),
    runs,
  );
});
