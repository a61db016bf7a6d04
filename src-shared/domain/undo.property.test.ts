import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDeed, commandOf } from '../../test/harness/kitchen-deeds.ts';
import { runs, serve, service } from '../../test/harness/kitchen-service.ts';
import type { Order } from './order.ts';

/** Counts of turns aside, which only say which of two states is the newer one. */
const withoutTurns = ({ version: _, updatedAtMs: __, lastRecall: ___, lines, ...order }: Order) => ({
  ...order,
  lines: lines.map((line) => ({ ...line, progress: line.progress.map(({ turn: ____, ...part }) => part) })),
});

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
      // What the change of day has put away comes back by recall alone ([CLR1]).
      if (after.clearedAtMs !== null) {
        expect(world.run(undo)).toMatchObject({ ok: false, refusal: { code: 'order_closed' } });
        return;
      }
      expect(world.run(undo)).toMatchObject({ ok: true });
      expect(withoutTurns(world.orders.get(orderId)!)).toEqual(withoutTurns(earlier));
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
      else
        for (const line of between.lines) {
          const was = after.lines.find(({ id }) => id === line.id);
          const isOurs = JSON.stringify(was) !== JSON.stringify(earlier.lines.find(({ id }) => id === line.id));
          if (!isOurs) expect(now.lines.find(({ id }) => id === line.id)).toEqual(line);
        }
    }),
    runs,
  );
});
