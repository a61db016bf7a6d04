import { expect, test } from 'vitest';
import { isDay, lengthOf, namedSpan, plusDays, spanBefore, spanIn, spanNames } from './span.ts';

const spansOn = (today: string) =>
  spanNames.map((name) =>
    Object.values(namedSpan(name, today))
      .map((day) => day.slice(2))
      .join(' '),
  );

test('[RPO1] days as people call them, over the ends of month and year', () => {
  expect(spansOn('2026-11-29')).toEqual([
    '26-11-29 26-11-29',
    '26-11-28 26-11-28',
    '26-11-23 26-11-29',
    '26-11-16 26-11-22',
    '26-11-01 26-11-29',
    '26-10-01 26-10-31',
    '26-10-31 26-11-29',
  ]);
  expect(spansOn('2027-01-01')).toEqual([
    '27-01-01 27-01-01',
    '26-12-31 26-12-31',
    '26-12-28 27-01-01',
    '26-12-21 26-12-27',
    '27-01-01 27-01-01',
    '26-12-01 26-12-31',
    '26-12-03 27-01-01',
  ]);
  expect(namedSpan('lastMonth', '2028-03-31')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});

test('[RPO3] what is compared has as many days, the same days of the week, and none of these', () => {
  for (const name of spanNames) {
    const span = namedSpan(name, '2026-10-27');
    const before = spanBefore(span);
    expect(lengthOf(before)).toBe(lengthOf(span));
    expect(before.to < span.from).toBe(true);
    const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
    expect(weekday(before.from)).toBe(weekday(span.from));
  }
  expect(spanBefore({ from: '2026-11-27', to: '2026-11-27' })).toEqual({ from: '2026-11-20', to: '2026-11-20' });
  expect(plusDays('2026-10-25', 1)).toBe('2026-10-26');
});

test('[RPO1] an address says which days; one that says nonsense says nothing', () => {
  expect(spanIn([], '2026-11-29')).toEqual({ from: '2026-11-29', to: '2026-11-29' });
  expect(spanIn(['2026-11-01', '2026-11-30'], '2026-11-29')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(spanIn(['2026-11-01'], '2026-11-29')).toEqual({ from: '2026-11-01', to: '2026-11-01' });
  for (const odd of [['2026-11-30', '2026-11-01'], ['yesterday'], ['2026-02-30'], ['2026-11-01', 'x'], ['9999-99-99']])
    expect(spanIn(odd, '2026-11-29')).toBeUndefined();
  expect(['2026-11-30', '2024-02-29', '2026-02-29', '', '2026-1-1'].map(isDay)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
