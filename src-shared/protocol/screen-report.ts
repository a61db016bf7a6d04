import { z } from 'zod';

/** How a screen is connected; also the order in which it gives way. */
export const transports = ['websocket', 'sse', 'polling'] as const;
export type Transport = (typeof transports)[number];

const count = z.int().min(0).max(1_000_000);

/** What a screen lived through since its last report. Every field is a sum of that time only. */
export const screenCounts = z.strictObject({
  /** Events that the log grew by while the screen was meant to follow. */
  events_due: count,
  /** Of these, those that the screen showed, by event or by snapshot. */
  events_shown: count,
  /** Proven to be missing on a live connection; fetched again, but late. */
  events_lost: count,
  /** Came twice and were dropped. */
  duplicates_dropped: count,
  /** Connections given up because nothing came. */
  stalls: count,
  /** Connections given up because the frames did not fit together. */
  resets: count,
  /** Failures that a person was shown: red boards, refusals, pages that say stop. */
  errors_shown: count,
  /** Commands made on the screen. */
  commands_made: count,
  commands_refused: count,
  /** Times without a live link, in ms: from losing it to being live again. */
  reconnects_ms: z.array(z.int().min(0).max(86_400_000)).max(200),
});
export type ScreenCounts = z.output<typeof screenCounts>;

/**
 * `POST /screens/report`, about once a minute. `n` counts the reports of one page; a repeat whose answer was lost
 * carries the same `n` and is counted once.
 */
export const screenReportIn = z.strictObject({
  tab: z.string().regex(/^[\w-]{8,64}$/),
  n: z.int().min(1).max(1_000_000_000),
  transport: z.enum(transports).nullable(),
  /** Not meant to follow from now on: left, put away or signed out. Nothing is owed to such a page ([CNT3]). */
  away: z.boolean().default(false),
  counts: screenCounts,
});
export type ScreenReport = z.output<typeof screenReportIn>;
