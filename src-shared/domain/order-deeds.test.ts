import { expect, test } from 'vitest';
import { type Deed as Done, kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { buildLine } from '../../test/harness/screen-kit.ts';
import type { Deed } from './deed.ts';
import { orderDeeds } from './order-deeds.ts';

const kitchen = (...more: Parameters<typeof kitchenInHand>[1][]) =>
  kitchenInHand(
    [
      buildLine('soup', { name: 'Soup', ...shares('grill') }),
      buildLine('steak', { name: 'Steak', quantity: 3, ...shares('grill', 'fry') }),
    ],
    ...more,
  );

type Kitchen = ReturnType<typeof kitchen>;

/** In one line: what, where, which dishes, and from what to what. */
function told(deed: Deed): string {
  const { what } = deed;
  const dishes = 'dishes' in deed ? deed.dishes.map(({ quantity, name }) => `${quantity} ${name}`).join(' + ') : '';
  const place = 'station' in deed ? `@${deed.station}` : '';
  const more =
    what === 'changed'
      ? `${deed.field}: ${deed.old} > ${deed.new}`
      : Object.entries(deed).flatMap(([key, value]) => (named.has(key) ? [`${key} ${value}`] : []));
  return [what + place, dishes, more].flat().filter(Boolean).join(', ');
}

const named = new Set(['status', 'reason', 'to', 'byAge']);

const after = (at: Kitchen, ...done: readonly Done[]): readonly string[] => {
  for (const one of done.slice(0, -1)) expect(at.run(one)).toBe('done');
  const before = at.now();
  expect(at.run(done.at(-1) as Done)).toBe('done');
  return orderDeeds(before, at.now(), null).map(told);
};

test('[STE5] an order that is new tells its dishes', () => {
  expect(orderDeeds(undefined, kitchen().now(), null).map(told)).toEqual(['placed, 1 Soup + 3 Steak']);
});

test.each<[string, readonly Done[], readonly string[]]>([
  [
    'a bump of two dishes is one deed, and says no more of what was seen with it',
    [{ kind: 'order.bump', station: 'grill' }],
    ['worked@grill, 1 Soup + 3 Steak, status ready, byAge false'],
  ],
  [
    'a bump by age says so',
    [{ kind: 'order.bump', station: 'fry', byAge: true }],
    ['worked@fry, 3 Steak, status ready, byAge true'],
  ],
  [
    'a recall tells what each station has to do again',
    [
      { kind: 'order.bump', station: 'grill' },
      { kind: 'order.recall', station: 'grill', keepTimer: false },
    ],
    ['back@grill, 1 Soup + 3 Steak, status preparing'],
  ],
  [
    'a change tells old and new',
    [{ kind: 'line.change', lineId: 'steak', change: { quantity: 2, notes: 'rare' } }],
    ['changed, 3 Steak, quantity: 3 > 2', 'changed, 3 Steak, notes: null > rare'],
  ],
  [
    'what a cook has seen',
    [
      { kind: 'line.change', lineId: 'soup', change: { seat: 2 } },
      { kind: 'order.acknowledge', station: 'grill' },
    ],
    ['seen@grill, 1 Soup + 3 Steak'],
  ],
  ['a void', [{ kind: 'line.void', lineId: 'soup', reason: 'Cold' }], ['voided, 1 Soup, reason Cold']],
  [
    'and the answer whether it was cooked',
    [
      { kind: 'line.void', lineId: 'soup', reason: null },
      { kind: 'order.acknowledge', station: 'grill', lineIds: ['soup'], cooked: true },
    ],
    ['cooked, 1 Soup', 'seen@grill, 1 Soup'],
  ],
  ['a hold', [{ kind: 'order.hold', lineIds: ['soup'] }], ['held, 1 Soup']],
  [
    'a fire',
    [
      { kind: 'order.hold', lineIds: ['soup'] },
      { kind: 'order.fire', lineIds: ['soup'] },
    ],
    ['fired, 1 Soup'],
  ],
  [
    'a dish that is given away',
    [{ kind: 'order.reroute', station: 'grill', to: 'bar' }],
    ['given@grill, 1 Soup + 3 Steak, to bar'],
  ],
  [
    'a dish that is given to a station that has a share of it',
    [{ kind: 'order.reroute', station: 'grill', to: 'fry', lineIds: ['steak'] }],
    ['given@grill, 3 Steak, to fry'],
  ],
  [
    'a payment',
    [{ kind: 'order.set-payment', status: 'paid', method: 'card' }],
    ['changed, payment: unpaid > paid', 'changed, method: null > card'],
  ],
  ['a table', [{ kind: 'order.transfer', tableNumber: '9' }], ['changed, table: null > 9']],
  ['a priority', [{ kind: 'order.set-priority', priority: 'high' }], ['changed, priority: normal > high']],
  ['its end', [{ kind: 'order.cancel', reason: 'Left' }], ['cancelled, reason Left']],
  ['the change of day', [{ kind: 'order.clear' }], ['put-away']],
  [
    'and what brings it back from there',
    [{ kind: 'order.clear' }, { kind: 'order.recall', keepTimer: true }],
    ['brought-back'],
  ],
])('[STE5] %s', (_what, done, expected) => {
  expect(after(kitchen(), ...done)).toEqual(expected);
});

test('[STE5] an undo tells what is as it was', () => {
  const at = kitchen();
  for (const [done, expected] of [
    [{ kind: 'order.bump', station: 'fry' }, 'back@fry, 3 Steak, status pending'],
    [{ kind: 'line.void', lineId: 'soup', reason: null }, 'restored, 1 Soup'],
    [{ kind: 'order.cancel', reason: null }, 'uncancelled'],
    [{ kind: 'order.hold', lineIds: ['soup'] }, 'fired, 1 Soup'],
  ] as const) {
    const undo = at.undoable(done);
    const before = at.now();
    expect(undo()).toBe('done');
    expect(orderDeeds(before, at.now(), null).map(told)).toEqual([expected]);
  }
});
