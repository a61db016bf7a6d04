/** Business days, `2026-11-01`, both included. */
export type Span = { readonly from: string; readonly to: string };

export const spanNames = ['today', 'yesterday', 'thisWeek', 'lastWeek', 'thisMonth', 'lastMonth', 'last30'] as const;
export type SpanName = (typeof spanNames)[number];

const dayMs = 86_400_000;
const msOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Dates are counted on the calendar, where no day has 23 hours. */
export const plusDays = (day: string, days: number): string => dayOf(msOf(day) + days * dayMs);

/** How many days it has. */
export const lengthOf = ({ from, to }: Span): number => Math.round((msOf(to) - msOf(from)) / dayMs) + 1;

/** A date that is on the calendar, as addresses and date boxes write it. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(msOf(text)) && dayOf(msOf(text)) === text;

/** What people call these days, seen from `today`; weeks begin on Monday. What is under way ends today. */
export function namedSpan(name: SpanName, today: string): Span {
  const monday = plusDays(today, -((new Date(msOf(today)).getUTCDay() + 6) % 7));
  const first = `${today.slice(0, 8)}01`;
  const lastOfBefore = plusDays(first, -1);
  const spans: Readonly<Record<SpanName, Span>> = {
    today: { from: today, to: today },
    yesterday: { from: plusDays(today, -1), to: plusDays(today, -1) },
    thisWeek: { from: monday, to: today },
    lastWeek: { from: plusDays(monday, -7), to: plusDays(monday, -1) },
    thisMonth: { from: first, to: today },
    lastMonth: { from: `${lastOfBefore.slice(0, 8)}01`, to: lastOfBefore },
    last30: { from: plusDays(today, -29), to: today },
  };
  return spans[name];
}

/** As many days before, on the same days of the week: a Friday is compared with a Friday ([RPO3]). */
export function spanBefore(span: Span): Span {
  const weeks = Math.ceil(lengthOf(span) / 7);
  return { from: plusDays(span.from, -7 * weeks), to: plusDays(span.to, -7 * weeks) };
}

/** What an address says: today when it says nothing; `undefined` for dates that are none, or the wrong way round. */
export function spanIn([from, to = from]: readonly string[], today: string): Span | undefined {
  if (from === undefined || to === undefined) return namedSpan('today', today);
  return isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
}
