import { createStore } from 'zustand/vanilla';
import { orderId, restaurantId } from '#shared/domain/id.ts';
import { createLinkCounts } from '../../src-renderer/link/link-counts.ts';
import { createServerClock } from '../../src-renderer/link/server-clock.ts';
import { createCommandDesk } from '../../src-renderer/store/command-desk.ts';
import { firstState, leftBehind, type ScreenState } from '../../src-renderer/store/screen-state.ts';
import type { DiskInHand } from './outbox-kit.ts';
import { createHeldHttp, createManualTimers, settled } from './screen-kit.ts';

/** What the kitchen's clock says when a page opens. */
export const noon = Date.UTC(2026, 10, 21, 12);
const manager = {
  userId: 'admin',
  username: 'admin',
  displayName: 'Manager',
  role: 'manager',
  restaurantId: 'main',
  restaurantName: null,
  passwordIsTemporary: false,
  deviceId: null,
  pairedAs: null,
};
export const ada = { ...manager, userId: 'ada', displayName: 'Ada' };

let pages = 0;

/** Taps and answers of one page, without its link, before anybody is known to be at it. */
export function pageOn(disk: DiskInHand | undefined) {
  const store = createStore<ScreenState>(() => firstState);
  const http = createHeldHttp();
  const timers = createManualTimers();
  const counts = createLinkCounts();
  const page = ++pages;
  let keys = 0;
  let expelled = 0;
  const desk = createCommandDesk(
    store,
    {
      ...timers,
      http: http.send,
      serverClock: createServerClock(noon),
      newKey: () => `p${page}-${++keys}`,
      outboxStore: disk,
      isHeard: () => true,
      counts,
    },
    () => expelled++,
  );
  async function enter(person = manager): Promise<void> {
    store.setState({ session: { phase: 'signed-in', person } });
    desk.signedIn();
    await settled();
  }
  async function leave(): Promise<void> {
    desk.signedOut();
    store.setState({ ...leftBehind, session: { phase: 'signed-out', problem: null, busy: false } });
    await settled();
  }
  const state = () => store.getState();
  const sent = () => http.requests.map(({ headers }) => headers?.['idempotency-key']);
  return { store, http, timers, counts, desk, enter, leave, state, sent, expelled: () => expelled };
}

export const bump = (id = '1') =>
  ({
    kind: 'order.set-status',
    restaurantId: restaurantId('main'),
    orderId: orderId(id),
    status: 'completed',
  }) as const;
