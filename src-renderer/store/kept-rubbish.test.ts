import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyKitchen } from '#shared/domain/apply.ts';
import { lineId, restaurantId } from '#shared/domain/id.ts';
import { contentOf } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import { order as anyOrder } from '../../test/harness/arbitrary-order.ts';
import { buildEntry } from '../../test/harness/outbox-kit.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { cartOf } from '../floor/cart/cart-command.ts';
import { sendingOf } from '../outbox/command-request.ts';
import { isOrder } from '../outbox/order-guard.ts';
import { type OutboxEntry, readEntry } from '../outbox/outbox-entry.ts';
import type { ScreenCommand } from '../outbox/screen-command.ts';
import { hopeFor } from './pending-command.ts';
import { firstState, type ScreenState } from './screen-state.ts';
import { createTicketSelector } from './ticket.ts';

const told = buildLine('1.1', {
  changedFrom: contentOf(buildLine('1.1', { quantity: 2, modifiers: [{ name: 'cheese', price: 50 }] })),
  changedAtMs: 1_000_500,
});
const order = buildOrder('1', {
  lines: [told, buildLine('1.2')],
  lastRecall: { atMs: 1_000_400, by: 'Ada', station: null, timerKept: true },
});
const on = { restaurantId: restaurantId('main'), orderId: order.id, station: null };
const seen = { atMs: 1, lines: [{ id: lineId('1.1'), turns: 0 }] };
const item = {
  menu_item_id: 'soup',
  quantity: 2,
  modifiers: ['rare', { name: 'fries' }],
  notes: 'hot',
  allergens: ['nuts'],
};
const commands: readonly ScreenCommand[] = [
  { kind: 'order.undo', restaurantId: 'main', orderId: order.id, of: 'key', before: order, after: order },
  { kind: 'order.bump', ...on, lineIds: [lineId('1.1')], seen },
  { kind: 'order.acknowledge', ...on, lineIds: null, cooked: true, seen },
  { kind: 'line.set-status', ...on, lineId: lineId('1.1'), status: 'ready', seen },
  { kind: 'order.fire', ...on, lineIds: null, course: 2 },
  { kind: 'order.place', restaurantId: 'main', order: { type: 'dine_in', table_number: '5', items: [item] } },
  { kind: 'order.add-items', ...on, items: [item] },
  { kind: 'line.void', ...on, lineId: lineId('1.1'), reason: 'mistake' },
  { kind: 'line.change', ...on, lineId: lineId('1.1'), change: { quantity: 2, notes: 'hot' } },
];

const rowOf = (command: ScreenCommand) => buildEntry('k', { command, ...sendingOf(command, 'k', 1_000_000) });

/** What this screen draws with that row taken up: once while the order is on the board, once when it has left. */
function draw(entry: OutboxEntry): void {
  // As a waiter takes it up again, once it was refused.
  cartOf(entry.command, () => 'id');
  const pending = [{ ...entry, kept: true, answer: null }];
  for (const orders of [new Map([[order.id, order]]), new Map<Order['id'], Order>()]) {
    const state: ScreenState = { ...firstState, kitchen: { ...emptyKitchen, orders }, pending, momentMs: 2_000_000 };
    expect(createTicketSelector()(state).length).toBeLessThan(2);
  }
}

/** Where there is something in it, down to the last field. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...path, name]))];
}

function withAt(value: unknown, [name, ...rest]: readonly string[], what: unknown): unknown {
  if (name === undefined) return what;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...(value as object) };
  (copy as Record<string, unknown>)[name] = withAt((value as Record<string, unknown>)[name], rest, what);
  return copy;
}

test('[OBX6] every order that the kitchen may have is a whole one', () => {
  fc.assert(fc.property(anyOrder, isOrder));
});

const rubbish = [undefined, null, '', 'x', -1, 0.5, Number.NaN, 1e300, true, [], [null], [{}], {}, { lines: [null] }];

test.each(commands.map((command) => [command.kind, command] as const))(
  '[OBX6] rubbish in any field of a kept %s is left alone or does no harm',
  (_kind, command) => {
    const row = rowOf(command);
    expect(readEntry(row)).toEqual(row);
    for (const path of placesIn(row)) {
      for (const what of rubbish) {
        const entry = readEntry(withAt(row, path, what));
        if (entry) draw(entry);
      }
    }
  },
);

test('[OBX6] whatever a command has become, hoping for it takes no board along', () => {
  const paths = placesIn(commands[0]);
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.anything(), (path, what) => {
      const command = withAt(commands[0], path, what) as ScreenCommand;
      if (typeof command !== 'object' || command === null) return;
      const one = { ...rowOf(commands[0]!), command, kept: true, answer: null };
      expect(() => hopeFor(order, [one], emptyKitchen)).not.toThrow();
    }),
  );
});
