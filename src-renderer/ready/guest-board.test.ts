import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WireReady } from '#shared/protocol/wire-ready.ts';
import { cellsIn, columnsOf, ordersAfter, ordersOf, pageOf } from './guest-board.ts';

const noon = Date.UTC(2026, 10, 21, 12);
const called = (number: string, state: WireReady['state'], agoMs: number): WireReady => ({
  id: `id of ${number}`,
  number,
  type: 'takeaway',
  state,
  since: new Date(noon - agoMs).toISOString(),
});
const minuteMs = 60_000;
const numbers = (list: readonly { number: string }[]) => list.map(({ number }) => number);

test('[RDY5] who waits longest stands first while it is made, the newest when it is ready', () => {
  const orders = ordersOf([
    called('A3', 'preparing', minuteMs),
    called('A1', 'preparing', 9 * minuteMs),
    called('A10', 'preparing', 9 * minuteMs),
    called('A2', 'ready', 5 * minuteMs),
    called('A4', 'ready', 30_000),
  ]);
  const { preparing, ready } = columnsOf(orders, noon);
  expect(numbers(preparing)).toEqual(['A1', 'A10', 'A3']);
  expect(ready.map(({ number, isNews }) => [number, isNews])).toEqual([
    ['A4', true],
    ['A2', false],
  ]);
});

test('[RDY5] a scheduled order is not shown before its time, nor anything for half a day', () => {
  const orders = ordersOf([called('A1', 'preparing', -minuteMs * 30), called('A2', 'ready', 13 * 60 * minuteMs)]);
  expect(columnsOf(orders, noon)).toEqual({ preparing: [], ready: [] });
  expect(numbers(columnsOf(orders, noon + 30 * minuteMs).preparing)).toEqual(['A1']);
});

test('[RDY2] events change one order each, and what is nothing for guests changes none', () => {
  const first = ordersOf([called('A1', 'preparing', 0)]);
  const next = ordersAfter(first, [
    { ready: called('A1', 'ready', 0) },
    { ready: null },
    { ready: called('A2', 'preparing', 0) },
    { ready: { id: 'id of A1', state: 'gone' } },
  ]);
  expect([...next.values()].map(({ number }) => number)).toEqual(['A2']);
  expect([...first.values()].map(({ state }) => state)).toEqual(['preparing']);
});

test('[RDY6] in one round every number is shown once, and there is always a page', () => {
  const cells = fc.record({ across: fc.integer({ min: 1, max: 4 }), down: fc.integer({ min: 1, max: 8 }) });
  fc.assert(
    fc.property(fc.nat(90), cells, fc.nat(50), (count, size, turn) => {
      const orders = Array.from({ length: count }, (_, index) => ({
        id: `${index}`,
        number: `A${index}`,
        isNews: false,
      }));
      const { pages } = pageOf(orders, size, turn);
      const round = Array.from({ length: pages }, (_, index) => pageOf(orders, size, turn + index));
      expect(round.flatMap(({ shown }) => numbers(shown)).toSorted()).toEqual(numbers(orders).toSorted());
      for (const { page, shown } of round) {
        expect(page).toBeLessThan(pages);
        expect(shown.length).toBeLessThanOrEqual(size.across * size.down);
      }
    }),
  );
  expect(cellsIn({ width: 1, height: 1 }, { width: 100, height: 100 })).toEqual({ across: 1, down: 1 });
});
