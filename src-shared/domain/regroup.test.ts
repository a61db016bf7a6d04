import { expect, test } from 'vitest';
import { createWorld } from '../../test/harness/kitchen-world.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { lineId, orderId } from './id.ts';
import { contentOf, type Line } from './line.ts';

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
