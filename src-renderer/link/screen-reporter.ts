import type { ScreenReport, Transport } from '#shared/protocol/screen-report.ts';
import { judge } from './answer.ts';
import type { SendHttp } from './http.ts';
import type { LinkCounts } from './link-counts.ts';
import type { Timers } from './timers.ts';

/** Tells the server about once a minute what this screen lived through ([CNT2]). */
export interface ScreenReporter {
  start(): void;
  stop(): void;
  /** The page is being left or put away: what has not been told goes out now, and that nothing is owed to it ([CNT3]). */
  leave(): void;
}

type ReporterDeps = {
  readonly http: SendHttp;
  readonly timers: Timers;
  readonly counts: LinkCounts;
  readonly tab: string;
  /** How this screen is connected at the moment; null when it is not. */
  readonly transport: () => Transport | null;
  /** Nobody sees it, or it was told to stop: then it is not meant to follow. */
  readonly isAway: () => boolean;
};

const everyMs = 60_000;
/** Screens that were opened together must not report together for ever. */
const spread = 0.2;
/** A page that is put away again and again without a network sums up instead. */
const mostUnanswered = 8;

export function createScreenReporter({ http, timers, counts, tab, transport, isAway }: ReporterDeps): ScreenReporter {
  let n = 0;
  /** Sent with the same `n` until they are answered, so that a lost answer never counts a report twice. */
  let unanswered: readonly ScreenReport[] = [];
  let cancel: () => void = () => undefined;
  let isStarted = false;

  function windUp(): void {
    cancel();
    cancel = timers.after(everyMs * (1 + spread * (2 * timers.random() - 1)), () => {
      void report();
      windUp();
    });
  }

  function make(away = isAway()): ScreenReport {
    return { tab, n: ++n, transport: transport(), away, counts: counts.take() };
  }

  async function send(body: ScreenReport, keepalive: boolean): Promise<void> {
    const answer = await http({ method: 'POST', path: '/screens/report', body, ...(keepalive ? { keepalive } : {}) });
    const { kind } = judge(answer);
    if (kind === 'done' || kind === 'refused') unanswered = unanswered.filter((one) => one !== body);
  }

  async function report(): Promise<void> {
    // Tried once without a link: in a black hole each further one would stand in the way ([LNK15]).
    if (transport() === null && unanswered.length > 0) return;
    const isBack = unanswered.length > 0 && unanswered.every((one) => one.transport === null) && transport() !== null;
    if (unanswered.length === 0) unanswered = [make()];
    for (const one of unanswered) await send(one, false);
    // What was said in the dark says nothing of now.
    if (isBack && unanswered.length === 0) await report();
  }

  function leave(): void {
    if (!isStarted) return;
    if (unanswered.length < mostUnanswered) unanswered = [...unanswered, make(true)];
    for (const one of unanswered) void send(one, true);
  }

  return {
    start: () => {
      isStarted = true;
      windUp();
    },
    stop: () => {
      isStarted = false;
      cancel();
    },
    leave,
  };
}
