import { dayStartMinutes } from '#shared/domain/business-day.ts';
import type { TicketFigures, TicketReport } from '#shared/protocol/wire-report.ts';
import { lengthOf, plusDays, type Span } from './span.ts';

/** One step of time, and what was told of it; `figures` are missing where nothing was served. */
export type Step = { readonly key: string; readonly figures: TicketFigures | undefined };

/** Hours in the order in which a business day has them, from its first with an order to its last. */
export function hoursOf({ by_hour }: TicketReport): readonly (Step & { readonly hour: number })[] {
  const firstHour = dayStartMinutes / 60;
  const places = by_hour.map(({ hour }) => (hour - firstHour + 24) % 24);
  if (places.length === 0) return [];
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const hour = (first + index + firstHour) % 24;
    return { key: String(hour), hour, figures: by_hour.find((row) => row.hour === hour) };
  });
}

/** More bars than days of two months nobody reads. */
const mostDays = 62;

export const isByMonth = (span: Span): boolean => lengthOf(span) > mostDays;

/** Days, also those on which the house was closed; months where there are too many. */
export function stepsOf({ by_day, by_month }: TicketReport, span: Span): readonly Step[] {
  if (isByMonth(span)) return by_month.map((figures) => ({ key: figures.month, figures }));
  return Array.from({ length: lengthOf(span) }, (_, index) => {
    const key = plusDays(span.from, index);
    return { key, figures: by_day.find(({ day }) => day === key) };
  });
}
