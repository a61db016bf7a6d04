/**
 * The restaurant's day: it begins at `dayStartMinutes` (04:00 = 240) on the wall clock of its time zone, so that a
 * drink at half past one belongs to the evening before ([DAY1]).
 */
export type BusinessCalendar = { readonly timeZone: string; readonly dayStartMinutes: number };

/** 04:00, when the last guest of the evening is gone and the first of the morning is not there yet. */
export const dayStartMinutes = 240;

/** `2026-11-21`, right across daylight saving, because the wall clock is read and not computed. */
export function businessDay(atMs: number, calendar: BusinessCalendar): string {
  const wall = wallClock(atMs, calendar.timeZone);
  const date = Date.UTC(wall.year, wall.month - 1, wall.day);
  const before = wall.hour * 60 + wall.minute < calendar.dayStartMinutes;
  return new Date(before ? date - 86_400_000 : date).toISOString().slice(0, 10);
}

/** The hour on the wall clock, 0 to 23. */
const wallHour = (atMs: number, { timeZone }: BusinessCalendar): number => wallClock(atMs, timeZone).hour;

const quarterMs = 15 * 60_000;

/** `wallHour` for many times near each other: all zones are whole quarters of an hour from UTC, so each is asked once. */
export function createHours(calendar: BusinessCalendar): (atMs: number) => number {
  const known = new Map<number, number>();
  return (atMs) => {
    const quarter = Math.floor(atMs / quarterMs);
    const hour = known.get(quarter) ?? wallHour(quarter * quarterMs, calendar);
    known.set(quarter, hour);
    return hour;
  };
}

/** Whether Intl knows the zone; asked at the door, so that the rest may trust it. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** Its IANA name, however it was spelt: browsers are not all as lenient. */
export const zoneName = (timeZone: string): string => formatOf(timeZone).resolvedOptions().timeZone;

type Wall = Record<'year' | 'month' | 'day' | 'hour' | 'minute', number>;

function wallClock(atMs: number, timeZone: string): Wall {
  const parts = formatOf(timeZone).formatToParts(atMs);
  return Object.fromEntries(parts.map((part) => [part.type, Number(part.value)])) as Wall;
}

/** Building a format costs a hundred times more than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}
