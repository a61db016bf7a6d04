import { expect, test } from 'vitest';
import { stationId } from '#shared/domain/id.ts';
import { untouched } from '#shared/domain/progress.ts';
import { buildLine, buildOrder } from '../../../test/harness/screen-kit.ts';
import { linesOf, namesOf, returningLines } from './dishes.ts';

const at = (...stations: readonly string[]) => stations.map((station) => untouched(stationId(station), 'category'));
const grill = { station: stationId('grill'), goal: 'ready' } as const;
const whole = { station: null, goal: 'completed' } as const;
const dishesOf = (...about: Parameters<typeof linesOf>) => namesOf(linesOf(...about));
const lines = [
  buildLine('1', { name: 'Burger', quantity: 2, progress: at('grill') }),
  buildLine('2', { name: 'Fries', progress: at('fry') }),
  buildLine('3', { name: 'Steak', progress: at('grill'), voidedAtMs: 5 }),
];

test('[RCL4] a station’s list names the dishes of that station, the pass’s all of them; a void was not cooked', () => {
  expect(dishesOf(buildOrder('1', { lines }), grill)).toBe('2 × Burger');
  expect(dishesOf(buildOrder('1', { lines }), whole)).toBe('2 × Burger, 1 × Fries');
});

test('[RCL4] of an order that is void as a whole one sees what it was', () => {
  const voided = lines.map((line) => ({ ...line, voidedAtMs: 5 }));
  expect(dishesOf(buildOrder('1', { lines: voided }), grill)).toBe('2 × Burger, 1 × Steak');
});

test('[RCL4] [FIR1] what is on hold has been cooked by nobody', () => {
  const held = [...lines, buildLine('4', { name: 'Cake', progress: at('grill'), heldAtMs: 5 })];
  expect(dishesOf(buildOrder('1', { lines: held }), grill)).toBe('2 × Burger');
});

test('[RCL7] [RCL4] an earlier round stays served; where there was one only, nothing has to be named', () => {
  const cooked = (id: string, name: string, addedAtMs: number, readyAtMs: number) => {
    const progress = at('grill').map((part) => ({ ...part, status: 'ready' as const, readyAtMs }));
    return buildLine(id, { name, addedAtMs, progress });
  };
  const [main, side, later] = [
    cooked('1', 'Burger', 1000, 9000),
    cooked('2', 'Chop', 1000, 5000),
    cooked('3', 'Cake', 20_000, 24_000),
  ];
  expect(returningLines(buildOrder('1', { lines: [main, side] }), grill)).toBeNull();
  expect(returningLines(buildOrder('1', { lines: [main, side, later] }), grill)).toEqual(['3']);
});
