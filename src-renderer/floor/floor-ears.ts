import type { StoreApi } from 'zustand/vanilla';
import type { Bell } from '../sound/bell.ts';
import { hopedOrders } from '../store/hoped-orders.ts';
import type { ScreenState } from '../store/screen-state.ts';
import type { Ticker } from '../store/ticker.ts';
import { isTakenBy, readyLines } from './orders/floor-order.ts';
import { waitsTooLongMs } from './orders/waits.ts';

export type FloorEars = {
  readonly store: StoreApi<ScreenState>;
  readonly ticker: Pick<Ticker, 'now' | 'subscribe'>;
  readonly bell: Pick<Bell, 'ring'>;
  readonly vibrate: (pattern: readonly number[]) => void;
};

/**
 * Tells whoever took an order that something of it stands ready, once for each dish ([PUP1]); and louder when nobody has
 * fetched it for two minutes ([PUP2]). What was ready when the page came is not news.
 */
export function listenForReady({ store, ticker, bell, vibrate }: FloorEars): void {
  /** Undefined until the first look of a person. */
  let known: ReadonlySet<string> | undefined;
  let told: ReadonlySet<string> = new Set();
  let last: ScreenState | undefined;

  function look(): void {
    const state = store.getState();
    last = state;
    const ready = readyOf(state);
    if (!ready) {
      known = undefined;
      told = new Set();
      return;
    }
    const nowMs = ticker.now().serverMs;
    const late = new Set([...ready].flatMap(([key, sinceMs]) => (nowMs - sinceMs >= waitsTooLongMs ? key : [])));
    const isNew = known !== undefined && [...ready.keys()].some((key) => !known?.has(key));
    const isLate = [...late].some((key) => !told.has(key));
    known = new Set(ready.keys());
    told = late;
    if (isLate) {
      bell.ring(['late']);
      vibrate([300, 150, 300, 150, 300]);
    } else if (isNew) {
      bell.ring(['ready']);
      vibrate([200, 100, 200]);
    }
  }

  store.subscribe((state) => {
    if (!last || state.kitchen !== last.kitchen || state.pending !== last.pending || state.session !== last.session)
      look();
  });
  ticker.subscribe(look);
}

/** Own dishes that stand ready, each with since when; undefined while nobody is here, or nothing is known. */
function readyOf(state: ScreenState): ReadonlyMap<string, number> | undefined {
  if (state.session.phase !== 'signed-in' || !state.kitchen) return undefined;
  const { displayName } = state.session.person;
  const own = hopedOrders(state).filter((order) => isTakenBy(order, displayName));
  return new Map(
    own.flatMap((order) =>
      readyLines(order).map(({ id, round, progress }) => [
        `${id}/${round}`,
        Math.max(...progress.map(({ readyAtMs }) => readyAtMs ?? 0)),
      ]),
    ),
  );
}
