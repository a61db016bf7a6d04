import type { RestaurantId } from '#shared/domain/id.ts';
import type { ScreenReport, Transport } from '#shared/protocol/screen-report.ts';
import type { Caller, Clock } from '../ports.ts';

/** Which reports are counted already, and what the newest said of its link. */
export interface ReportedTabs {
  /** False for a report that was taken before, or that is too old to know: then it must not be counted ([MET3]). */
  take(caller: Reporter, report: ScreenReport): boolean;
  /** Screens heard of lately. */
  byTransport(): Readonly<Record<Transport | 'none', number>>;
  /** Screens that went dark without a word, and the events that they should show and cannot be known to ([CNT3]). */
  cutOff(): { readonly screens: number; readonly events: number };
}

export type Reporter = Pick<Caller, 'userId' | 'restaurantId' | 'jti'>;

export type ReportedTabsDeps = {
  readonly clock: Clock;
  readonly headOf: (restaurantId: RestaurantId) => number;
  readonly isGood: (jti: string) => boolean;
};

/** Pages are many more than screens, because every reload is a new one; the oldest are forgotten first. */
const mostTabs = 2000;
/** Screens report about once a minute; two reports may be late or lost. */
const recentMs = 180_000;
/** Whoever is not back by then has been switched off or carried away. */
const expectedMs = 900_000;
/** A page that is left sends what is unanswered and its last report at once, and the last may come first. */
const mostOvertaken = 8;

type Page = {
  readonly n: number;
  /** Reports before `n` that have not come yet. */
  readonly overtaken: readonly number[];
  readonly transport: Transport | 'none';
  readonly atMs: number;
  readonly isAway: boolean;
  readonly restaurantId: RestaurantId;
  readonly jti: string;
  /** Head of the log when it last said that it follows; its own counts speak for all before. */
  readonly seq: number;
};

export function createReportedTabs({ clock, headOf, isGood }: ReportedTabsDeps): ReportedTabs {
  /** From the one heard of longest ago to the newest. */
  const pages = new Map<string, Page>();

  function remember(key: string, page: Page): void {
    pages.delete(key);
    pages.set(key, page);
    const oldest = pages.keys().next().value;
    if (pages.size > mostTabs && oldest !== undefined) pages.delete(oldest);
  }

  function isCutOff({ transport, atMs, isAway, jti }: Page): boolean {
    const silentMs = clock.nowMs() - atMs;
    const isDark = transport === 'none' || silentMs > recentMs;
    return isDark && !isAway && silentMs <= expectedMs && isGood(jti);
  }

  function pageOf(
    { restaurantId, jti }: Reporter,
    { n, transport, away }: ScreenReport,
    known: Page | undefined,
  ): Page {
    const isFollowing = transport !== null || away || !known;
    return {
      n,
      overtaken: overtakenBy(n, known),
      transport: transport ?? 'none',
      atMs: clock.nowMs(),
      isAway: away,
      restaurantId,
      jti,
      seq: isFollowing ? headOf(restaurantId) : known.seq,
    };
  }

  return {
    take: (caller, report) => {
      const { tab, n } = report;
      const key = JSON.stringify([caller.userId, tab]);
      const known = pages.get(key);
      if (known && n <= known.n) {
        if (!known.overtaken.includes(n)) return false;
        pages.set(key, { ...known, overtaken: known.overtaken.filter((one) => one !== n) });
        return true;
      }
      remember(key, pageOf(caller, report, known));
      return true;
    },
    byTransport: () => {
      const counts = { websocket: 0, sse: 0, polling: 0, none: 0 };
      const sinceMs = clock.nowMs() - recentMs;
      for (const { transport, atMs } of pages.values()) if (atMs >= sinceMs) counts[transport]++;
      return counts;
    },
    cutOff: () => {
      const dark = [...pages.values()].filter(isCutOff);
      const owed = ({ restaurantId, seq }: Page) => Math.max(0, headOf(restaurantId) - seq);
      return { screens: dark.length, events: dark.reduce((sum, page) => sum + owed(page), 0) };
    },
  };
}

function overtakenBy(n: number, known: Page | undefined): number[] {
  const first = firstSkipped(n, known);
  const skipped = Array.from({ length: n - first }, (_, index) => first + index);
  return [...(known?.overtaken ?? []), ...skipped].slice(-mostOvertaken);
}

/** What a page that is new to us reported before may have been counted before a restart, but for its very first. */
function firstSkipped(n: number, known: Page | undefined): number {
  if (known) return Math.max(known.n + 1, n - mostOvertaken);
  return n === 2 ? 1 : n;
}
