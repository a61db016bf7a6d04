import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshOrder } from '../../test/harness/arbitrary-order.ts';
import type { Command } from './command.ts';
import { decide } from './decide.ts';
import type { KitchenView } from './decision.ts';
import type { OrderEvent } from './event.ts';
import { isOpen, type Order, orderTotal, paymentStatuses } from './order.ts';
import { workStatuses } from './progress.ts';
import { firstSettings } from './settings.ts';
import { firstStations } from './station.ts';

const viewOf = (order: Order): KitchenView => ({
  order: (id) => (id === order.id ? order : undefined),
  product: () => undefined,
  productBySku: () => undefined,
  products: () => [],
  stations: () => firstStations(order.restaurantId),
  settings: () => firstSettings(order.restaurantId),
  selfOrder: () => undefined,
  waitingSelfOrders: () => [],
});

/** Any command that a tablet could send for this order. */
const commandFor = (order: Order): fc.Arbitrary<Command> => {
  const at = { restaurantId: order.restaurantId, orderId: order.id };
  const lineId = fc.constantFrom(...order.lines.map((line) => line.id));
  const status = fc.constantFrom(...workStatuses);
  const reason = fc.constantFrom(null, 'spilt');
  const nowhere = fc.constant(null);
  return fc.oneof(
    fc
      .record({ kind: fc.constant('order.set-status' as const), status, by: reason })
      .map((rest) => ({ ...at, ...rest })),
    fc
      .record({ kind: fc.constant('line.set-status' as const), lineId, station: nowhere, status, by: reason })
      .map((rest) => ({ ...at, ...rest })),
    fc.record({ kind: fc.constant('line.void' as const), lineId, reason }).map((rest) => ({ ...at, ...rest })),
    fc.record({ kind: fc.constant('order.cancel' as const), reason }).map((rest) => ({ ...at, ...rest })),
    fc
      .record({
        kind: fc.constant('order.set-payment' as const),
        status: fc.constantFrom(...paymentStatuses),
        method: reason,
      })
      .map((rest) => ({ ...at, ...rest })),
  );
};

/** The states and events of an order that any commands were tried on. */
function work(first: Order, commands: readonly Command[]): { order: Order; before: Order; event: OrderEvent }[] {
  const steps: { order: Order; before: Order; event: OrderEvent }[] = [];
  let order = first;
  for (const [index, command] of commands.entries()) {
    const decision = decide(viewOf(order), command, 1_000 + index);
    const event = decision.ok ? (decision.events[0] as OrderEvent | undefined) : undefined;
    if (!event) continue;
    steps.push({ before: order, order: event.order, event });
    order = event.order;
  }
  return steps;
}

const service = freshOrder.chain((order) =>
  fc.tuple(fc.constant(order), fc.array(commandFor(order), { minLength: 1, maxLength: 25 })),
);

/** Without what only says that a cook has seen it. */
const unread = ({ lines }: Order) =>
  lines.map((line) => ({ ...line, progress: line.progress.map((part) => ({ ...part, acknowledgedAtMs: null })) }));

test('[ORD3] a closed order changes in nothing but its payment, and in who has seen what was called off', () => {
  fc.assert(
    fc.property(service, ([first, commands]) => {
      for (const { before, order, event } of work(first, commands)) {
        if (isOpen(before) || event.type === 'payment_status_changed') continue;
        expect(unread(order)).toEqual(unread(before));
      }
    }),
  );
});

test('[MON2] the total is the sum of what is not voided', () => {
  fc.assert(
    fc.property(service, ([first, commands]) => {
      for (const { before, order } of work(first, commands)) {
        const voided = order.lines.filter(
          (line, index) => line.voidedAtMs !== null && before.lines[index]?.voidedAtMs === null,
        );
        const price = (one: Order['lines'][number]) =>
          one.quantity * (one.unitPrice + one.modifiers.reduce((sum, modifier) => sum + modifier.price, 0));
        expect(orderTotal(before) - orderTotal(order)).toBe(voided.reduce((sum, one) => sum + price(one), 0));
      }
    }),
  );
});

test('[CMD2] what is so already is no event; [CMD3] another version is refused', () => {
  fc.assert(
    fc.property(freshOrder, (order) => {
      const at = { restaurantId: order.restaurantId, orderId: order.id };
      const same: Command = { ...at, kind: 'order.set-status', status: 'pending', by: null };
      expect(decide(viewOf(order), same, 1)).toEqual({ ok: true, events: [] });
      const stale: Command = { ...at, kind: 'order.cancel', reason: null, ifVersion: 7 };
      expect(decide(viewOf(order), stale, 1)).toMatchObject({ ok: false, refusal: { code: 'version_mismatch' } });
    }),
  );
});
