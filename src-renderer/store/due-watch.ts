import type { StoreApi } from 'zustand/vanilla';
import type { ServerClock } from '../link/server-clock.ts';
import type { Timers } from '../link/timers.ts';
import { type BoardState, kitchenOf } from './board-state.ts';
import { nextStartMs } from './ticket.ts';

export type DueWatchDeps = Timers & { readonly serverClock: Pick<ServerClock, 'at'> };

/**
 * Keeps `momentMs` at the kitchen's time, without a tick: it moves when the kitchen changes, and when a line that is
 * for later is to be begun ([SCH1], [FIR3]).
 */
export function watchDue(store: StoreApi<BoardState>, deps: DueWatchDeps): void {
  let orders: unknown;
  let cancel: () => void = () => undefined;

  function look(): void {
    const nowMs = deps.serverClock.at(deps.nowMs());
    cancel();
    const next = Math.min(
      ...[...kitchenOf(store.getState()).orders.values()].map((order) => nextStartMs(order, nowMs)),
    );
    // Long waits are looked at again on the way: clocks drift.
    if (Number.isFinite(next)) cancel = deps.after(Math.min(next - nowMs, longestMs), look);
    if (nowMs > store.getState().momentMs) store.setState({ momentMs: nowMs });
  }

  store.subscribe((state) => {
    const now = kitchenOf(state).orders;
    if (now === orders) return;
    orders = now;
    look();
  });
}

const longestMs = 60_000;
