import type { Transport } from '#shared/protocol/screen-report.ts';
import type { Clock } from '../ports.ts';

/** Which reports are counted already, and what the newest said of its link. */
export interface ReportedTabs {
  /** False for a repeat or an older report of the same page: then it must not be counted ([MET3]). */
  take(userId: string, tab: string, n: number, transport: Transport | null): boolean;
  /** Screens heard of lately. */
  byTransport(): Readonly<Record<Transport | 'none', number>>;
}

/** Pages are many more than screens, because every reload is a new one; the oldest are forgotten first. */
const mostTabs = 2000;
/** Screens report about once a minute; two reports may be late or lost. */
const recentMs = 180_000;

type Newest = { readonly n: number; readonly transport: Transport | 'none'; readonly atMs: number };

export function createReportedTabs(clock: Clock): ReportedTabs {
  /** From the one heard of longest ago to the newest. */
  const tabs = new Map<string, Newest>();

  function remember(key: string, newest: Newest): void {
    tabs.delete(key);
    tabs.set(key, newest);
    const oldest = tabs.keys().next().value;
    if (tabs.size > mostTabs && oldest !== undefined) tabs.delete(oldest);
  }

  return {
    take: (userId, tab, n, transport) => {
      const key = JSON.stringify([userId, tab]);
      const known = tabs.get(key);
      if (known && n <= known.n) return false;
      remember(key, { n, transport: transport ?? 'none', atMs: clock.nowMs() });
      return true;
    },
    byTransport: () => {
      const counts = { websocket: 0, sse: 0, polling: 0, none: 0 };
      const sinceMs = clock.nowMs() - recentMs;
      for (const { transport, atMs } of tabs.values()) if (atMs >= sinceMs) counts[transport]++;
      return counts;
    },
  };
}
