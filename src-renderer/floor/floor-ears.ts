import type { StoreApi } from 'zustand/vanilla';
import type { OrderId } from '#shared/domain/id.ts';
import { lineStatus } from '#shared/domain/line.ts';
import { liveLines, type Order } from '#shared/domain/order.ts';
import { hasExpo } from '#shared/domain/station.ts';
import type { Bell } from '../sound/bell.ts';
import { hopedOrders } from '../store/hoped-orders.ts';
import { kitchenOf, type ScreenState } from '../store/screen-state.ts';
import type { Ticker } from '../store/ticker.ts';
import { isTakenBy, lineReadyMs, readyLines } from './orders/floor-order.ts';
import { waitsTooLongMs } from './orders/waits.ts';

export type FloorEars = {
  readonly store: StoreApi<ScreenState>;
  readonly ticker: Pick<Ticker, 'now' | 'subscribe'>;
  readonly bell: Pick<Bell, 'ring'>;
  readonly vibrate: (pattern: readonly number[]) => void;
};

/** Own dishes by what is to be heard of them; each as it is cooked this time. */
type Heard = {
  /** At the pass, each with since when. */
  readonly ready: ReadonlyMap<string, number>;
  /** In the kitchen, each with its order. */
  readonly open: ReadonlyMap<string, OrderId>;
};

/**
 * Tells whoever took an order that something of it stands ready, once for each dish ([PUP1]); and louder when nobody has
 * fetched it for two minutes ([PUP2]). What was ready when the page came is not news.
 */
export function listenForReady({ store, ticker, bell, vibrate }: FloorEars): void {
  /** Undefined until the first look of a person. */
  let known: Heard | undefined;
  let told: ReadonlySet<string> = new Set();
  let last: ScreenState | undefined;

  function look(): void {
    const state = store.getState();
    last = state;
    const now = heardIn(state);
    const before = known;
    known = now;
    if (!now) {
      told = new Set();
      return;
    }
    const nowMs = ticker.now().serverMs;
    const late = new Set([...now.ready].flatMap(([key, sinceMs]) => (nowMs - sinceMs >= waitsTooLongMs ? key : [])));
    const isNew = before !== undefined && hasNews(before, now, state);
    const isLate = [...late].some((key) => !told.has(key));
    told = late;
    if (isNew) bell.ring(['ready']);
    if (isLate) bell.ring(['late'], loudest);
    if (isLate) vibrate([300, 150, 300, 150, 300]);
    else if (isNew) vibrate([200, 100, 200]);
  }

  store.subscribe((state) => {
    if (!last || state.kitchen !== last.kitchen || state.pending !== last.pending || state.session !== last.session)
      look();
  });
  ticker.subscribe(look);
}

const loudest = 3;

/** Undefined while nobody is here, or nothing is known. */
function heardIn(state: ScreenState): Heard | undefined {
  if (state.session.phase !== 'signed-in' || !state.kitchen) return undefined;
  const { displayName } = state.session.person;
  const own = hopedOrders(state).filter((order) => isTakenBy(order, displayName));
  return {
    ready: new Map(own.flatMap((order) => readyLines(order).map((line) => [keyOf(line), lineReadyMs(line)]))),
    open: new Map(own.flatMap((order) => openLines(order).map((line) => [keyOf(line), order.id]))),
  };
}

const keyOf = ({ id, round }: { readonly id: string; readonly round: number }) => `${id}/${round}`;

const openLines = (order: Order) =>
  order.cancelledAtMs === null
    ? liveLines(order).filter((line) => ['pending', 'preparing'].includes(lineStatus(line)))
    : [];

/** Without an expo the kitchen's bump hands over at once: what it had and has no more, and is served, is news as well. */
function hasNews(before: Heard, now: Heard, state: ScreenState): boolean {
  if ([...now.ready.keys()].some((key) => !before.ready.has(key))) return true;
  const { stations, orders, closed } = kitchenOf(state);
  if (hasExpo(stations)) return false;
  const present = new Map([...orders.values()].flatMap(liveLines).map((line) => [keyOf(line), lineStatus(line)]));
  return [...before.open].some(([key, orderId]) => {
    const status = present.get(key);
    if (status !== undefined) return status === 'completed';
    return closed.has(orderId) && !orders.has(orderId) && !isEndedHere(state, orderId);
  });
}

/** Called off, or put to another one, from this device. */
const isEndedHere = ({ pending, sent }: ScreenState, orderId: string): boolean =>
  [...pending, ...sent].some(
    ({ command }) =>
      (command.kind === 'order.cancel' && command.orderId === orderId) ||
      (command.kind === 'order.merge' && command.fromId === orderId),
  );
