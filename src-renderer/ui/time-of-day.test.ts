import { expect, test } from 'vitest';
import { timeOfDay } from './time-of-day.ts';

const atMs = Date.UTC(2026, 10, 21, 18, 5);

test('[TOD1] the time of day is that of the restaurant, summer time included', () => {
  expect(timeOfDay(atMs, 'UTC')).toBe('18:05');
  expect(timeOfDay(atMs, 'Asia/Tokyo')).toBe('03:05');
  expect(timeOfDay(atMs, 'Europe/Berlin')).toBe('19:05');
  expect(timeOfDay(Date.UTC(2026, 6, 21, 18, 5), 'Europe/Berlin')).toBe('20:05');
});

test('[TOD1] a zone that the browser does not know, or none, is the browser’s own', () => {
  const own = timeOfDay(atMs, Intl.DateTimeFormat().resolvedOptions().timeZone);
  expect(timeOfDay(atMs, 'Moon/Base')).toBe(own);
  expect(timeOfDay(atMs, null)).toBe(own);
});
