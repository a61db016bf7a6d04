import { expect, test } from 'vitest';
import type { TicketFigures, TicketReport } from '#shared/protocol/wire-report.ts';
import { hoursOf, isByMonth, stepsOf } from './series.ts';

const times = { count: 0, mean_s: null, median_s: null, p90_s: null };
const sums = { cancelled: 0, portions: 1, voided: 0, recooked: 0, late: 0, on_time_share: null };
const figures: TicketFigures = { orders: 1, ...sums, ticket: times, prep: times, wait: times };
const report = (change: Partial<TicketReport>): TicketReport => ({
  ...{ total: figures, by_day: [], by_month: [], by_hour: [], by_day_part: [], by_type: [] },
  ...change,
});

test('[RPO5] hours stand as a business day has them, past midnight, with those in between', () => {
  const hours = hoursOf(report({ by_hour: [0, 1, 21, 23].map((hour) => ({ hour, ...figures })) }));
  expect(hours.map(({ hour, figures: told }) => [hour, told !== undefined])).toEqual([
    [21, true],
    [22, false],
    [23, true],
    [0, true],
    [1, true],
  ]);
  expect(hoursOf(report({}))).toEqual([]);
});

test('[RPO5] days stand also where the house was closed; more than two months stand as months', () => {
  const span = { from: '2026-02-27', to: '2026-03-02' };
  const steps = stepsOf(report({ by_day: [{ day: '2026-03-01', ...figures }] }), span);
  expect(steps.map(({ key, figures: told }) => [key, told !== undefined])).toEqual([
    ['2026-02-27', false],
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-03-02', false],
  ]);
  const long = { from: '2026-01-01', to: '2026-03-31' };
  expect([isByMonth(span), isByMonth(long)]).toEqual([false, true]);
  const months = [{ month: '2026-01', ...figures }];
  expect(stepsOf(report({ by_month: months }), long).map(({ key }) => key)).toEqual(['2026-01']);
});
