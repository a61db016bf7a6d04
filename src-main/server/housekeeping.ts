import type { Logger } from 'pino';
import type { RestaurantId } from '#shared/domain/id.ts';
import type { CommitQueue } from './core/commit-queue.ts';
import { keepDay } from './core/day-keeper.ts';
import type { Clock } from './ports.ts';
import type { Printing } from './printing/printing.ts';
import { keepReportsUp } from './reports/keep-up.ts';
import type { Data } from './store/data.ts';
import type { Courier } from './webhooks/courier.ts';

/** Undone in reverse order, so that whatever was opened last is closed first. */
export type Closing = () => void | Promise<void>;

export type HousekeepingDeps = {
  readonly data: Pick<Data, 'store' | 'reports' | 'forget'>;
  readonly queue: CommitQueue;
  readonly courier: Courier;
  readonly printing: Pick<Printing, 'turn' | 'stop'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly restaurantId: RestaurantId;
};

/** Repeats of a command are recognised for so long ([CMD1]). */
const answersKeptMs = 7 * 24 * 3600_000;
const forgettingMs = 3600_000;
/** What an address did not take is tried again; the first time after five seconds. */
const webhooksMs = 2000;
/** A cook who looks at a printer instead of a screen does not notice two seconds. */
const printingMs = 2000;
/** Age is counted in minutes; nobody notices ten seconds. */
const keepDayMs = 10_000;
/** Often enough that no report has more than a few hours of orders to read; it costs nothing when nothing has changed. */
const reportsMs = 3600_000;

/** What a server does of itself, now and then: begins all of it, and says how each ends. */
export function keepHouse(deps: HousekeepingDeps): readonly Closing[] {
  const { data, queue, courier, printing, clock, log, restaurantId } = deps;
  const { store, reports } = data;
  const keepingReportsUp = setInterval(() => void keepReportsUp({ reports, restaurantId, log }), reportsMs);
  keepingReportsUp.unref();
  return [
    every(forgettingMs, () => data.forget(clock.nowMs() - answersKeptMs), log),
    courier.stop,
    every(webhooksMs, courier.wake, log),
    printing.stop,
    every(printingMs, printing.turn, log),
    every(keepDayMs, () => void keepDay({ queue, store, clock, log, restaurantId }), log),
    () => clearInterval(keepingReportsUp),
  ];
}

/** At once, and then again and again. When it fails, the service goes on and the next turn tries once more. */
function every(ms: number, work: () => void, log: Logger): Closing {
  const turn = () => {
    try {
      work();
    } catch (error) {
      log.error({ err: error }, 'housekeeping failed');
    }
  };
  turn();
  const timer = setInterval(turn, ms);
  timer.unref();
  return () => clearInterval(timer);
}
