import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import './sizes.css';
import { browserNetwork, browserTimers, isOnline, isVisible, reloadOnce, watchDevice } from '../link/browser.ts';
import { createHttp } from '../link/http.ts';
import { createKey } from '../link/idempotency-key.ts';
import { createServerClock } from '../link/server-clock.ts';
import { createTransports } from '../link/transports.ts';
import { readLanguage, showLanguage } from '../messages/screen-language.ts';
import { TextProvider } from '../messages/text-context.tsx';
import { createTranslator } from '../messages/translator.ts';
import { openIndexedStore } from '../outbox/indexed-store.ts';
import { CrashPage } from '../screen/crash-page.tsx';
import { ScreenContext } from '../screen/screen-context.ts';
import { createTapGuard } from '../screen/tap-guard.ts';
import { openBrowserSound } from '../sound/browser-sound.ts';
import { SoundContext } from '../sound/sound-context.ts';
import { createScreenClient } from '../store/screen-client.ts';
import { createTicker } from '../store/ticker.ts';
import { createTicketSelector } from '../store/ticket.ts';
import { readTheme, showTheme } from '../ui/theme.ts';
import { followSent } from './cart/follow-sent.ts';
import { createKeptCarts } from './cart/kept-carts.ts';
import { FloorApp } from './floor-app.tsx';
import { FloorContext } from './floor-context.ts';
import { listenForReady } from './floor-ears.ts';
import { FloorSettings } from './settings/floor-settings.tsx';
import { readTextSize, showTextSize } from './settings/text-size.ts';

/** Composition root of the waitstaff's page. */
function open(element: HTMLElement): void {
  const timers = browserTimers();
  const serverClock = createServerClock(Date.now() - timers.nowMs());
  const tab = createKey(crypto);
  const newId = () => createKey(crypto);
  const client = createScreenClient({
    ...timers,
    open: createTransports(browserNetwork, timers, { tab, screen: 'floor' }),
    isOnline,
    isVisible,
    reloadOnce,
    tab,
    http: createHttp(fetch.bind(globalThis)),
    serverClock,
    newKey: newId,
    outboxStore: openIndexedStore(),
  });
  const ticker = createTicker(timers, serverClock);
  const screen = { client, ticker, guard: createTapGuard(timers.nowMs), Settings: FloorSettings };
  const sound = openBrowserSound(timers);
  listenForReady({ store: client.store, ticker, bell: sound.bell, vibrate });
  const carts = createKeptCarts(shelf());
  followSent(client.store, carts);
  addEventListener('storage', carts.refresh);
  const translator = createTranslator(showLanguage(readLanguage()));
  const inWords = (page: ReactNode) => <TextProvider translator={translator}>{page}</TextProvider>;
  const crashed = () => {
    client.close();
    createRoot(element).render(inWords(<CrashPage />));
  };
  const root = createRoot(element, { onUncaughtError: crashed });
  root.render(
    <StrictMode>
      {inWords(
        <SoundContext value={sound}>
          <ScreenContext value={screen}>
            <FloorContext value={{ carts, newId, tickets: createTicketSelector() }}>
              <FloorApp />
            </FloorContext>
          </ScreenContext>
        </SoundContext>,
      )}
    </StrictMode>,
  );
  watchDevice(timers, client, () => sound.player.state() === 'running' && sound.settings.getState().volume > 0);
  addEventListener('pagehide', client.leave);
  document.addEventListener('visibilitychange', () => isVisible() || client.leave());
  client.open();
}

/** A browser that keeps nothing says so by throwing. */
function shelf(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** In a pocket it is felt where it is not heard; many devices cannot. */
function vibrate(pattern: readonly number[]): void {
  navigator.vibrate?.([...pattern]);
}

showTheme(readTheme());
showTextSize(readTextSize());
const element = document.getElementById('screen');
if (element) open(element);
