import { expect, test } from 'vitest';
import { businessDay, isTimeZone } from './business-day.ts';

const dayIn = (timeZone: string, iso: string) => businessDay(Date.parse(iso), { timeZone, dayStartMinutes: 240 });

test.each([
  ['UTC', '2026-11-21T03:59:59Z', '2026-11-20'],
  ['UTC', '2026-11-21T04:00:00Z', '2026-11-21'],
  ['Europe/Berlin', '2026-11-21T02:59:00Z', '2026-11-20'],
  ['Europe/Berlin', '2026-11-21T03:00:00Z', '2026-11-21'],
  ['Pacific/Kiritimati', '2026-11-20T14:00:00Z', '2026-11-21'],
  ['America/New_York', '2026-01-01T08:59:00Z', '2025-12-31'],
  ['Asia/Kathmandu', '2026-11-20T22:15:00Z', '2026-11-21'],
  ['Asia/Kathmandu', '2026-11-20T22:14:00Z', '2026-11-20'],
])('[DAY1] in %s, %s belongs to %s', (timeZone, iso, day) => {
  expect(dayIn(timeZone, iso)).toBe(day);
});

test('[DAY1] the night the clocks change has one beginning, at four on the wall clock', () => {
  expect(dayIn('Europe/Berlin', '2026-03-29T01:59:00Z')).toBe('2026-03-28');
  expect(dayIn('Europe/Berlin', '2026-03-29T02:00:00Z')).toBe('2026-03-29');
  expect(dayIn('Europe/Berlin', '2026-10-25T02:59:00Z')).toBe('2026-10-24');
  expect(dayIn('Europe/Berlin', '2026-10-25T03:00:00Z')).toBe('2026-10-25');
});

test('[DAY1] every minute of two years belongs to the same day as the minute before or to the next', () => {
  const start = Date.UTC(2026, 0, 1);
  let last = dayIn('America/Sao_Paulo', new Date(start).toISOString());
  for (let minute = 0; minute < 2 * 365 * 24 * 60; minute += 7) {
    const day = businessDay(start + minute * 60_000, { timeZone: 'America/Sao_Paulo', dayStartMinutes: 240 });
    expect(day >= last).toBe(true);
    last = day;
  }
});

test('a zone that does not exist is known not to', () => {
  expect([isTimeZone('Europe/Berlin'), isTimeZone('Europe/Atlantis'), isTimeZone('')]).toEqual([true, false, false]);
});
