import type { PastKitchen } from './past-kitchen.ts';

const hourMs = 3600_000;
const [soup, burger, beer] = [
  { name: 'Soup', unit_price: 4 },
  { name: 'Burger', unit_price: 9 },
  { name: 'Beer', unit_price: 3 },
];

/** What an evening may bring, at an hour: quick and slow, late, called off, cooked again, forgotten, and left on the board. */
export async function cookEvening(kitchen: PastKitchen, startMs: number): Promise<void> {
  kitchen.turnTo(startMs);
  for (const [ready, wait] of [
    [3, 1],
    [5, 2],
    [7, 0.5],
    [9, 4],
  ] as const)
    await kitchen.serve(ready, wait, { ...soup, quantity: 2 }, burger);
  kitchen.turnTo(startMs + hourMs);
  await kitchen.serve(12, 3, burger, beer);
  await kitchen.serve(2, 1, { ...beer, quantity: 3 });
  const called = await kitchen.place(soup, burger);
  await kitchen.change(called, { kind: 'order.cancel', reason: null });
  await kitchen.serve(5 * 60, 1, soup);
  const again = await kitchen.serve(4, 1, soup);
  kitchen.turnTo(startMs + 1.5 * hourMs);
  await kitchen.change(again, { kind: 'order.recall', station: null, lineIds: null, keepTimer: false });
  kitchen.later(6);
  await kitchen.bump(again, 'grill');
  kitchen.later(2);
  await kitchen.bump(again, 'pass');
  kitchen.turnTo(startMs + 2 * hourMs);
  const less = await kitchen.place({ ...soup, quantity: 2 }, burger);
  const [line] = kitchen.order(less).items;
  await kitchen.change(less, { kind: 'line.void', lineId: line?.id, reason: null, cooked: null });
  kitchen.later(8);
  await kitchen.bump(less, 'grill');
  kitchen.later(1);
  await kitchen.bump(less, 'pass');
  await kitchen.place(burger);
}
