import type { Transport } from '#shared/protocol/screen-report.ts';
import type { Clock } from '../ports.ts';

/** Which reports are counted already, and what the newest said of its link. */
export interface ReportedTabs {
  /** False for a report that was taken before, or that is too old to know: then it must not be counted ([MET3]). */
  take(userId: string, tab: string, n: number, transport: Transport | null): boolean;
  /** Screens heard of lately. */
  byTransport(): Readonly<Record<Transport | 'none', number>>;
}

/** Pages are many more than screens, because every reload is a new one; the oldest are forgotten first. */
const mostTabs = 2000;
/** Screens report about once a minute; two reports may be late or lost. */
const recentMs = 180_000;
/** A page that is left sends what is unanswered and its last report at once, and the last may come first. */
const mostOvertaken = 8;

type Page = {
  readonly n: number;
  /** Reports before `n` that have not come yet. */
  readonly overtaken: readonly number[];
  readonly transport: Transport | 'none';
  readonly atMs: number;
};

export function createReportedTabs(clock: Clock): ReportedTabs {
  /** From the one heard of longest ago to the newest. */
  const pages = new Map<string, Page>();

  function remember(key: string, page: Page): void {
    pages.delete(key);
    pages.set(key, page);
    const oldest = pages.keys().next().value;
    if (pages.size > mostTabs && oldest !== undefined) pages.delete(oldest);
  }

  return {
    take: (userId, tab, n, transport) => {
      const key = JSON.stringify([userId, tab]);
      const known = pages.get(key);
      if (known && n <= known.n) {
        if (!known.overtaken.includes(n)) return false;
        pages.set(key, { ...known, overtaken: known.overtaken.filter((one) => one !== n) });
        return true;
      }
      remember(key, { n, overtaken: overtakenBy(n, known), transport: transport ?? 'none', atMs: clock.nowMs() });
      return true;
    },
    byTransport: () => {
      const counts = { websocket: 0, sse: 0, polling: 0, none: 0 };
      const sinceMs = clock.nowMs() - recentMs;
      for (const { transport, atMs } of pages.values()) if (atMs >= sinceMs) counts[transport]++;
      return counts;
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
