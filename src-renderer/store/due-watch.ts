import type { StoreApi } from 'zustand/vanilla';
import type { ServerClock } from '../link/server-clock.ts';
import type { Timers } from '../link/timers.ts';
import { kitchenOf, type ScreenState } from './screen-state.ts';
import { nextStartMs } from './ticket.ts';

export type DueWatchDeps = Timers & { readonly serverClock: Pick<ServerClock, 'at'> };

/**
 * Keeps `momentMs` at the kitchen's time, without a tick: it moves when the kitchen changes, and when a line that is
 * for later is to be begun ([SCH1], [FIR3]). It goes back with a kitchen's clock that was set right: a screen must not
 * show as begun what others, and the server, do not.
 */
export function watchDue(store: StoreApi<ScreenState>, deps: DueWatchDeps): void {
  let orders: unknown;
  let cancel: () => void = () => undefined;

  function look(): void {
    const nowMs = deps.serverClock.at(deps.nowMs());
    cancel();
    const state = store.getState();
    const { orders: open } = kitchenOf(state);
    const now = isNow(state.momentMs, nowMs) ? state.momentMs : momentAfter(state.momentMs, nowMs);
    let next = Number.POSITIVE_INFINITY;
    for (const order of open.values()) next = Math.min(next, nextStartMs(order, Math.min(now, nowMs)));
    // Looked at again on the way, and when nothing is due: clocks drift, and are set right.
    cancel = open.size > 0 ? deps.after(Math.min(next - nowMs, longestMs), look) : () => undefined;
    if (now !== state.momentMs) store.setState({ momentMs: now });
  }

  store.subscribe((state) => {
    const now = kitchenOf(state).orders;
    if (now === orders) return;
    orders = now;
    look();
  });
}

const longestMs = 60_000;

/** The news that is looked at has just set it: nobody is told a second time. */
const isNow = (momentMs: number, nowMs: number) => nowMs >= momentMs && nowMs - momentMs < 1;

/** The kitchen's time as the board goes by it, when it was `momentMs` and the clock says `nowMs`. */
export function momentAfter(momentMs: number, nowMs: number): number {
  const byMs = nowMs - momentMs;
  return byMs > 0 || byMs < -jitterMs ? nowMs : momentMs;
}

/** By so little the idea of the kitchen's time wavers; what was begun does not go back for it. */
const jitterMs = 2000;
