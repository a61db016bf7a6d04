import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { createWorld, startedAtMs } from '../../test/harness/kitchen-world.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import type { Command } from './command.ts';
import { lineId, orderId } from './id.ts';
import { contentOf, type Line } from './line.ts';
import type { Order } from './order.ts';

/** Some of a line goes to another order; what each half tells of the change that nobody has seen yet. */
function halvesOf(line: Line, quantity: number) {
  const order = buildOrder('1', { lines: [line] });
  const world = createWorld([order]);
  const parts = [{ lineId: line.id, quantity, newLineId: lineId('new') }];
  const draft = buildOrder('2', { lines: [] });
  world.run({ kind: 'order.split', restaurantId: order.restaurantId, orderId: order.id, parts, draft });
  return ['1', '2'].map((id) => {
    const [half] = world.orders.get(orderId(id))!.lines;
    return [half!.changedFrom?.quantity ?? null, half!.quantity];
  });
}

const changedLine = (was: Partial<Line>, now: Partial<Line>): Line => {
  const before = contentOf(buildLine('1', was));
  return buildLine('1', { ...before, ...now, changedFrom: before, changedAtMs: 1_000_001 });
};

test.each<[string, Partial<Line>, Partial<Line>, number, (number | null)[][]]>([
  [
    'more',
    { quantity: 2 },
    { quantity: 4 },
    3,
    [
      [null, 1],
      [1, 3],
    ],
  ],
  [
    'fewer',
    { quantity: 6 },
    { quantity: 4 },
    3,
    [
      [null, 1],
      [5, 3],
    ],
  ],
  [
    'many more than there were',
    { quantity: 1 },
    { quantity: 4 },
    2,
    [
      [1, 2],
      [0, 2],
    ],
  ],
  [
    'the same, with a note',
    { quantity: 4 },
    { quantity: 4, notes: 'no salt' },
    1,
    [
      [3, 3],
      [1, 1],
    ],
  ],
])(
  '[GRO1] [CHG1] of a line that is changed to %s and then split, old and new numbers add up',
  (_what, was, now, taken, expected) => {
    expect(halvesOf(changedLine(was, now), taken)).toEqual(expected);
  },
);

test('[GRO2] [EVT2] an order whose lines go to another is told as changed, not as cancelled, and says where they are', () => {
  const [into, from] = [buildOrder('1', { lines: [buildLine('1')] }), buildOrder('2', { lines: [buildLine('2')] })];
  const world = createWorld([into, from]);
  world.run({ kind: 'order.merge', restaurantId: into.restaurantId, orderId: into.id, fromId: from.id });
  expect(world.events[0]).toMatchObject({
    type: 'order_updated',
    order: { id: '2', mergedInto: '1' },
    data: { merged_into: '1', merged_into_number: 'A1' },
  });
});

/** What is known of an order that has taken the lines of another one. */
function merged(into: Partial<Order>, from: Partial<Order>) {
  const orders = [
    buildOrder('1', { lines: [buildLine('1')], ...into }),
    buildOrder('2', { lines: [buildLine('2')], ...from }),
  ];
  const world = createWorld(orders);
  const on = { restaurantId: orders[0]!.restaurantId, orderId: orderId('1') };
  expect(world.run({ kind: 'order.merge', ...on, fromId: orderId('2') }).ok).toBe(true);
  return world.orders.get(orderId('1'))!;
}

const allergy = 'NUT ALLERGY at seat 3';

test.each<[string, Partial<Order>, Partial<Order>, Partial<Order>]>([
  ['the note', {}, { notes: allergy }, { notes: allergy }],
  ['both notes', { notes: 'birthday' }, { notes: allergy }, { notes: `birthday · ${allergy}` }],
  ['the same note once', { notes: allergy }, { notes: allergy }, { notes: allergy }],
  ['the hurry', {}, { priority: 'high' }, { priority: 'high' }],
  ['its own hurry', { priority: 'high' }, {}, { priority: 'high' }],
  ['all guests', { covers: 2 }, { covers: 3 }, { covers: 5 }],
  ['the guests that are known', {}, { covers: 3 }, { covers: 3 }],
  ['the earlier promise', { promisedAtMs: 20 }, { promisedAtMs: 10 }, { promisedAtMs: 10 }],
  ['its own promise', { promisedAtMs: 20 }, {}, { promisedAtMs: 20 }],
  ['no promise for what is wanted at once', {}, { promisedAtMs: 10 }, { promisedAtMs: null }],
])('[GRO2] an order that takes the dishes of another has %s', (_what, into, from, expected) => {
  expect(merged(into, from)).toMatchObject(expected);
});

test('[GRO2] [SCH1] merged, dishes that wait begin by the earlier promise and by what both orders are together', () => {
  const minute = 60_000;
  const inMinutes = (minutes: number) => startedAtMs + minutes * minute;
  const waiting = (id: string, prepMinutes: number, promisedIn: number) => ({
    promisedAtMs: inMinutes(promisedIn),
    lines: [buildLine(id, { prepMinutes, startsAtMs: inMinutes(promisedIn - prepMinutes) })],
  });
  const { lines, promisedAtMs } = merged(waiting('pizza', 15, 120), waiting('soup', 10, 60));
  expect(promisedAtMs).toBe(inMinutes(60));
  // As long as the longest takes before the promise, and half a minute for the second.
  const startOf = Object.fromEntries(lines.map(({ id, startsAtMs }) => [id, startsAtMs]));
  expect(startOf).toEqual({ pizza: inMinutes(44.5), soup: inMinutes(44.5) });
});

test('[GRO2] merged, what was begun or is due stays as it was, and what waits without a promise keeps its time', () => {
  const later = startedAtMs + 600_000;
  const lines = (id: string, startsAtMs: number | null) => ({ lines: [buildLine(id, { prepMinutes: 5, startsAtMs })] });
  const starts = merged(lines('1', null), { ...lines('2', later), promisedAtMs: later + 300_000 }).lines;
  expect(starts.map(({ startsAtMs }) => startsAtMs)).toEqual([null, later]);
});

test('[GRO2] what is wanted of an order that is merged away is refused, and it says where the dishes are at last', () => {
  const orders = ['1', '2', '3'].map((id) => buildOrder(id, { number: `A${id}`, lines: [buildLine(id)] }));
  const world = createWorld(orders);
  const { restaurantId } = orders[0]!;
  const merge = (into: string, from: string) =>
    world.run({ kind: 'order.merge', restaurantId, orderId: orderId(into), fromId: orderId(from) });
  merge('2', '1');
  merge('3', '2');
  const on = { restaurantId, orderId: orderId('1'), station: null, lineIds: null, course: null, by: null };
  const asked = [
    { kind: 'order.set-payment', status: 'paid', method: null },
    { kind: 'order.transfer', tableNumber: '9' },
    { kind: 'order.recall', keepTimer: true },
    { kind: 'order.bump' },
    { kind: 'order.add-lines', lines: [buildLine('4')] },
    { kind: 'order.cancel', reason: null },
  ] as const;
  for (const command of asked)
    expect(world.run({ ...on, ...command } as Command)).toEqual({
      ok: false,
      refusal: { code: 'order_merged', detail: 'Its dishes have gone to order A3.' },
    });
  expect(merge('1', '3')).toMatchObject({ ok: false, refusal: { code: 'order_merged' } });
});

/** An order in hand, some dishes of which go to another; when each begins in its order then. */
function splitOff(lines: readonly Line[], names: readonly string[], around: Parameters<typeof kitchenInHand>[1]) {
  const kitchen = kitchenInHand(lines, around);
  const draft = { ...kitchen.now(), id: orderId('other'), version: 1, lines: [] };
  const parts = lines
    .filter(({ id }) => names.includes(id))
    .map(({ id, quantity }) => ({ lineId: id, quantity, newLineId: lineId(`${id}, half`) }));
  expect(kitchen.run({ kind: 'order.split', parts, draft })).toBe('done');
  return [...kitchen.world.orders.values()].map((one) =>
    Object.fromEntries(one.lines.map((line) => [line.id, minutesTo(line)])),
  );
}

const inMinutes = (minutes: number) => startedAtMs + minutes * 60_000;
const minutesTo = ({ startsAtMs }: Line) => (startsAtMs === null ? null : (startsAtMs - startedAtMs) / 60_000);
const dish = (id: string, prepMinutes: number, startsIn: number | null, change: Partial<Line> = {}) =>
  buildLine(id, { prepMinutes, startsAtMs: startsIn === null ? null : inMinutes(startsIn), ...change });

test('[GRO1] [SCH1] split, each half of a scheduled order begins by its own size', () => {
  const lines = [dish('roast', 40, 70), dish('soup', 10, 70, { quantity: 20 })];
  const around = { order: { promisedAtMs: inMinutes(120) } };
  expect(splitOff(lines, ['soup'], around)).toEqual([{ roast: 80 }, { soup: 100.5 }]);
  expect(splitOff(lines, ['roast'], around)).toEqual([{ soup: 100.5 }, { roast: 80 }]);
});

test('[GRO1] split, what has begun, is due, on hold or was fired keeps its time', () => {
  const begun = [{ ...shares('grill').progress[0]!, status: 'preparing' as const }];
  const lines = [
    dish('roast', 40, -1),
    dish('bread', 5, 70, { progress: begun }),
    dish('cake', 5, null, { heldAtMs: startedAtMs }),
    dish('fish', 20, 60, { firedAtMs: startedAtMs }),
    dish('soup', 10, 79),
  ];
  const around = { order: { promisedAtMs: inMinutes(120) }, settings: { leadSecondsPerItem: 0 } };
  const kept = { bread: 70, cake: null, fish: 60 };
  expect(splitOff(lines, ['roast'], around)).toEqual([{ ...kept, soup: 100 }, { roast: -1 }]);
  expect(splitOff(lines, ['bread', 'cake', 'fish'], around)).toEqual([{ roast: -1, soup: 80 }, kept]);
});

test('[GRO1] [FIR3] what was fired to end together still does in two orders, and nothing of it begins with the split', () => {
  const fired = { firedAtMs: startedAtMs };
  const lines = [dish('roast', 40, null, fired), dish('salad', 5, 35, fired)];
  for (const name of ['roast', 'salad'])
    expect(Object.assign({}, ...splitOff(lines, [name], { settings: { firing: 'by-prep-time' } }))).toEqual({
      roast: null,
      salad: 35,
    });
});

test('[GRO1] [RCL1] of a dish that is split after it was cooked each half is recalled for itself', () => {
  const kitchen = kitchenInHand([buildLine('burger', { ...shares('grill'), quantity: 2 })]);
  kitchen.run({ kind: 'order.bump', station: 'grill' });
  const draft = { ...kitchen.now(), id: orderId('half'), version: 1, lines: [] };
  const parts = [{ lineId: lineId('burger'), quantity: 1, newLineId: lineId('other') }];
  kitchen.run({ kind: 'order.split', parts, draft });
  const halves = () =>
    [...kitchen.world.orders.values()].map(({ lines }) =>
      lines.map(({ progress, round }) => [progress[0]?.status, round]),
    );
  kitchen.run({ kind: 'order.recall', orderId: 'half', station: 'grill', keepTimer: false });
  expect(halves()).toEqual([[['ready', 1]], [['preparing', 2]]]);
});
