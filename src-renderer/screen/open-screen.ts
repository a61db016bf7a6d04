import type { ComponentType } from 'react';
import { browserNetwork, isOnline, isVisible, reloadOnce } from '../link/browser.ts';
import { createHttp } from '../link/http.ts';
import { createKey } from '../link/idempotency-key.ts';
import { createServerClock } from '../link/server-clock.ts';
import type { Timers } from '../link/timers.ts';
import { createTransports } from '../link/transports.ts';
import { openIndexedStore } from '../outbox/indexed-store.ts';
import { createScreenClient, type ScreenClient, type ScreenClientDeps } from '../store/screen-client.ts';
import { stationShown } from '../store/screen-state.ts';
import { createTicker } from '../store/ticker.ts';
import type { Screen } from './screen-context.ts';
import { createTapGuard } from './tap-guard.ts';

type ScreenParts = {
  /** What the page shows; the kitchen counts its pages by that name. */
  readonly name: 'board' | 'floor' | 'manage';
  readonly Settings: ComponentType<{ readonly onClose: () => void }>;
  /** What comes besides the log; none where the page shows nothing of it. */
  readonly ephemeral?: ScreenClientDeps['ephemeral'];
};

/** What all pages of the staff are made of, in a browser. Nothing is asked for before `client.open()`. */
export function openScreen(timers: Timers, { name, Settings, ephemeral }: ScreenParts): Screen {
  const serverClock = createServerClock(Date.now() - timers.nowMs());
  const tab = createKey(crypto);
  const station = () => stationShown(client.store.getState());
  const client: ScreenClient = createScreenClient({
    ...timers,
    open: createTransports(browserNetwork, timers, { tab, screen: name, station }),
    isOnline,
    isVisible,
    reloadOnce,
    tab,
    http: createHttp(fetch.bind(globalThis)),
    serverClock,
    newKey: () => createKey(crypto),
    outboxStore: openIndexedStore(),
    ...(ephemeral && { ephemeral }),
  });
  return { client, ticker: createTicker(timers, serverClock), guard: createTapGuard(timers.nowMs), Settings };
}

/** To be called when the page is drawn. A tablet that is put away may not run again before somebody takes it up. */
export function leaveInTime({ client }: Screen): void {
  addEventListener('pagehide', client.leave);
  document.addEventListener('visibilitychange', () => isVisible() || client.leave());
}
