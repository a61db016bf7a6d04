import { expect, test } from 'vitest';
import { type Bar, layBars } from './bar-layout.ts';

const sizes = { width: 800, height: 208, rem: 16, isMirrored: false };
const tens = { steps: [1, 10, 100], least: 1 };
const bars = (count: number): Bar[] =>
  Array.from({ length: count }, (_, index) => ({ key: `${index}`, label: `${index}.11.`, value: index }));
const laid = (count: number, width = 800) => layBars(bars(count), String, tens, { ...sizes, width }).drawn;

test.each([
  [360, 31],
  [320, 62],
  [800, 12],
  [3000, 62],
])('[RPO5] at %i px no word of %i bars touches the next, and every bar is in the picture', (width, count) => {
  const labelled = laid(count, width).filter(({ label }) => label !== null);
  expect(labelled.length).toBeGreaterThan(0);
  for (const [index, { middle, label }] of labelled.entries()) {
    const next = labelled[index + 1];
    if (next) expect(next.middle - middle).toBeGreaterThan((label ?? '').length * 0.56 * 16);
  }
  for (const { x, y, wide, high } of laid(count, width)) {
    expect([x >= 0, x + wide <= width, y >= 0, high >= 0]).toEqual([true, true, true, true]);
  }
});

test('[RPO5] heights are in proportion, nothing is drawn where there is nothing, and the second figure is a line', () => {
  const some: Bar[] = [
    { key: 'a', label: 'a', value: 10, mark: 20 },
    { key: 'b', label: 'b', value: 5, mark: 10 },
    { key: 'c', label: 'c', value: null },
    { key: 'd', label: 'd', value: 0 },
  ];
  const { drawn, baseline } = layBars(some, String, tens, sizes);
  const [a, b, c, d] = drawn;
  expect((a?.high ?? 0) / (b?.high ?? 1)).toBeCloseTo(2);
  expect(baseline - (a?.markY ?? 0)).toBeCloseTo(2 * (a?.high ?? 0));
  expect([c?.high, c?.told, d?.high]).toEqual([0, null, 0]);
  expect([a?.told, b?.told]).toEqual(['20', '10']);
});

test('[RPO5] from right to left the first bar is the rightmost', () => {
  const { drawn } = layBars(bars(3), String, tens, { ...sizes, isMirrored: true });
  const [first, second, third] = drawn.map(({ middle }) => middle);
  expect([Number(first) > Number(second), Number(second) > Number(third)]).toEqual([true, true]);
  expect(drawn.every(({ x }) => x >= 0)).toBe(true);
});

test.each([
  [1, ['1']],
  [7, ['10']],
  [34, ['10', '20', '30', '40']],
  [4000, ['1000', '2000', '3000', '4000']],
])('[RPO5] the scale up to %i ends on a line, and has few', (value, labels) => {
  const { lines, gutter, drawn } = layBars([{ key: 'a', label: 'a', value }], String, tens, sizes);
  expect(lines.map(({ label }) => label)).toEqual(labels);
  expect(drawn[0]?.x).toBeGreaterThanOrEqual(gutter);
});
