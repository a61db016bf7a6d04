import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshOrder } from '../../test/harness/arbitrary-order.ts';
import { runs } from '../../test/harness/kitchen-service.ts';
import { at, createWorld, startedAtMs } from '../../test/harness/kitchen-world.ts';
import { applyAll, type Change, emptyKitchen } from './apply.ts';
import type { Command } from './command.ts';
import { orderId, productId, selfOrderId } from './id.ts';
import type { SelfOrder, SelfOrderState } from './self-order.ts';

const open = { selfOrdering: true, tables: ['1', '2'].map((name) => ({ name, area: '', seats: null })) };
const ids = ['a', 'b', 'c'].map(selfOrderId);

const wish = (id: SelfOrder['id'], table = '1'): SelfOrder => ({
  ...{ id, restaurantId: at, version: 1, table, currency: 'EUR', state: 'waiting', orderId: null, reason: null },
  items: [{ productId: productId('p'), name: 'Soup', quantity: 2, unitPrice: 650, modifiers: [], notes: null }],
  ...{ placedAtMs: startedAtMs, updatedAtMs: startedAtMs },
});

type Deed = { readonly what: 'place' | 'take' | 'add' | 'refused' | 'withdrawn' | 'expired'; readonly of: number };

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom('place', 'take', 'add', 'refused', 'withdrawn', 'expired'),
  of: fc.nat({ max: ids.length - 1 }),
});

test('[SLF2] [SLF3] however waiters, guests and the clock race, each ends once, and is one order’s at most', () => {
  fc.assert(
    fc.property(freshOrder, fc.array(deed, { maxLength: 30 }), (any, deeds) => {
      const first = { ...any, cancelledAtMs: null, clearedAtMs: null, mergedInto: null };
      const world = createWorld([first], undefined, open);
      const ends = new Map<string, SelfOrderState>();
      const orders = new Map<string, number>();
      deeds.forEach(({ what, of }, nth) => {
        const id = ids[of] as SelfOrder['id'];
        const on = { restaurantId: at, id, reason: null };
        const draft = { ...first, id: orderId(`new ${nth}`), version: 1 };
        const commands: Readonly<Record<Deed['what'], Command>> = {
          place: { kind: 'self-order.place', draft: wish(id) },
          take: { kind: 'order.place', draft, selfOrder: id },
          add: { kind: 'order.add-lines', restaurantId: at, orderId: first.id, lines: [], selfOrder: id },
          refused: { kind: 'self-order.close', to: 'refused', ...on },
          withdrawn: { kind: 'self-order.close', to: 'withdrawn', ...on },
          expired: { kind: 'self-order.close', to: 'expired', ...on },
        };
        const decision = world.run(commands[what]);
        for (const event of decision.ok ? decision.events : []) {
          if (!('selfOrder' in event) || event.selfOrder.state === 'waiting') continue;
          expect(ends.has(id)).toBe(false);
          ends.set(id, event.selfOrder.state);
          if (event.selfOrder.state !== 'taken') continue;
          expect(decision.ok && decision.events.some((other) => 'order' in other)).toBe(true);
          orders.set(id, (orders.get(id) ?? 0) + 1);
        }
      });
      expect([...orders.values()].every((times) => times === 1)).toBe(true);
    }),
    runs,
  );
});

test('[SLF1] [SLF4] asked for only where the house takes it, at its tables, three at each', () => {
  const refusalOf = (world: ReturnType<typeof createWorld>, id: string, table: string) => {
    const decision = world.run({ kind: 'self-order.place', draft: wish(selfOrderId(id), table) });
    return decision.ok ? null : decision.refusal.code;
  };
  expect(refusalOf(createWorld([], undefined, { ...open, selfOrdering: false }), 'a', '1')).toBe(
    'self_ordering_closed',
  );
  const world = createWorld([], undefined, open);
  expect(refusalOf(world, 'a', '9')).toBe('self_ordering_closed');
  for (const id of ['a', 'b', 'c']) expect(refusalOf(world, id, '1')).toBe(null);
  expect(refusalOf(world, 'd', '1')).toBe('self_orders_waiting');
  expect(refusalOf(world, 'd', '2')).toBe(null);
  // Sent again it is known; somebody else's id at another table is not theirs.
  expect(refusalOf(world, 'a', '1')).toBe(null);
  expect(refusalOf(world, 'a', '2')).toBe('self_order_gone');
});

test('[SLF2] [EVT1] a screen that hears of it late or twice does not make it wait again', () => {
  const waiting = wish(selfOrderId('a'));
  const taken: SelfOrder = { ...waiting, version: 2, state: 'taken', orderId: orderId('o') };
  const told = (...all: readonly SelfOrder[]) =>
    applyAll(
      emptyKitchen,
      all.map((selfOrder): Change => ({ selfOrder })),
    ).selfOrders.get(waiting.id)?.state;
  expect(told(waiting)).toBe('waiting');
  expect(told(waiting, taken, waiting)).toBe('taken');
  expect(told(taken, waiting)).toBe('taken');
});
