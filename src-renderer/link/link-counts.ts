import type { ScreenCounts } from '#shared/protocol/screen-report.ts';

/** What a screen lives through, summed up for its reports ([CNT1]); the fields are explained at `ScreenCounts`. */
export interface LinkCounts {
  /** The log is known to reach up to `seq`. */
  head(seq: number): void;
  /** Everything up to `seq` is shown, by events or by a snapshot. */
  shown(seq: number): void;
  lost(events: number): void;
  repeated(events: number): void;
  stalled(): void;
  reset(): void;
  reconnected(afterMs: number): void;
  /** The screen is not meant to follow: what happens until it is live again is not due. */
  away(): void;
  errorShown(): void;
  commandMade(): void;
  commandRefused(): void;
  /** All since the last time; begins anew. */
  take(): ScreenCounts;
}

type Sums = { -readonly [Field in keyof ScreenCounts]: ScreenCounts[Field] };
type NumberField = Exclude<keyof ScreenCounts, 'reconnects_ms'>;

/** Bounds of the report's schema. */
const mostCounted = 1_000_000;
const mostReconnects = 200;
const longestMs = 86_400_000;

export function createLinkCounts(): LinkCounts {
  let sums = nothingYet();
  /** Highest event known to exist, and highest shown; `undefined` until the first time that all was shown. */
  let dueSeq: number | undefined;
  let shownSeq = 0;

  function add(field: NumberField, count = 1): void {
    sums[field] = Math.min(mostCounted, sums[field] + count);
  }

  function head(seq: number): void {
    if (dueSeq === undefined || seq <= dueSeq) return;
    add('events_due', seq - dueSeq);
    dueSeq = seq;
  }

  function shown(seq: number): void {
    head(seq);
    // The first, and after a restored database a lower one, is where counting begins.
    if (dueSeq !== undefined && seq > shownSeq) add('events_shown', seq - shownSeq);
    if (dueSeq === undefined || seq < shownSeq) dueSeq = seq;
    shownSeq = seq;
  }

  return {
    head,
    shown,
    lost: (events) => add('events_lost', events),
    repeated: (events) => add('duplicates_dropped', events),
    stalled: () => add('stalls'),
    reset: () => add('resets'),
    reconnected: (afterMs) => {
      if (sums.reconnects_ms.length < mostReconnects)
        sums.reconnects_ms.push(Math.min(longestMs, Math.max(0, Math.round(afterMs))));
    },
    away: () => {
      dueSeq = undefined;
    },
    errorShown: () => add('errors_shown'),
    commandMade: () => add('commands_made'),
    commandRefused: () => add('commands_refused'),
    take: () => {
      const taken = sums;
      sums = nothingYet();
      return taken;
    },
  };
}

const nothingYet = (): Sums => ({
  events_due: 0,
  events_shown: 0,
  events_lost: 0,
  duplicates_dropped: 0,
  stalls: 0,
  resets: 0,
  errors_shown: 0,
  commands_made: 0,
  commands_refused: 0,
  reconnects_ms: [],
});
