import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import { openBrowserDrift } from '../burn-in/browser-drift.ts';
import { DriftBox } from '../burn-in/drift-box.tsx';
import { DriftContext } from '../burn-in/drift-context.ts';
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
import { browserStore } from '../sound/browser-store.ts';
import { createChimeMemory } from '../sound/chime-memory.ts';
import { listenTo } from '../sound/ears.ts';
import { SoundContext } from '../sound/sound-context.ts';
import { createDrafts } from '../store/drafts.ts';
import { createScreenClient } from '../store/screen-client.ts';
import { createTicker } from '../store/ticker.ts';
import { createTicketSelector } from '../store/ticket.ts';
import { watchPresses } from '../ui/press-guard.ts';
import { readTheme, showTheme } from '../ui/theme.ts';
import { App } from './app.tsx';
import { BoardContext } from './board-context.ts';
import { openBrowserStillness } from './browser-stillness.ts';
import { firstStation } from './kept-choice.ts';
import { ScreenSettings } from './screen-settings.tsx';
import { createScreenWork } from './screen-work.ts';

/** Composition root of a screen: builds the parts and joins them. */
function open(element: HTMLElement): void {
  const timers = browserTimers();
  const serverClock = createServerClock(Date.now() - timers.nowMs());
  const tab = createKey(crypto);
  const drafts = createDrafts(timers);
  const client = createScreenClient({
    ...timers,
    open: createTransports(browserNetwork, timers, { tab, screen: 'board' }),
    isOnline,
    isVisible,
    reloadOnce,
    tab,
    http: createHttp(fetch.bind(globalThis)),
    serverClock,
    newKey: () => createKey(crypto),
    outboxStore: openIndexedStore(),
    ephemeral: drafts.take,
  });
  const ticker = createTicker(timers, serverClock);
  const screen = { client, ticker, guard: createTapGuard(timers.nowMs), Settings: ScreenSettings };
  const board = {
    tickets: createTicketSelector(),
    still: openBrowserStillness(timers.nowMs),
    work: createScreenWork(),
    drafts: drafts.store,
  };
  drafts.follow(client.store);
  const drift = openBrowserDrift(timers);
  const sound = openBrowserSound(timers);
  const memory = createChimeMemory((about) => browserStore(`chimes.${about}`), timers);
  listenTo({ ...screen, ...board, store: client.store, bell: sound.bell, memory });
  const translator = createTranslator(showLanguage(readLanguage()));
  const inWords = (page: ReactNode) => <TextProvider translator={translator}>{page}</TextProvider>;
  // What has crashed the page was not seen by anybody: the floor must not read that it was ([SEE1]).
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
            <BoardContext value={board}>
              <DriftContext value={drift}>
                <DriftBox>
                  <App />
                </DriftBox>
              </DriftContext>
            </BoardContext>
          </ScreenContext>
        </SoundContext>,
      )}
    </StrictMode>,
  );
  watchDevice(timers, client, () => sound.player.state() === 'running' && sound.settings.getState().volume > 0);
  addEventListener('pagehide', client.leave);
  // A tablet that is put away may not run again before somebody takes it up.
  document.addEventListener('visibilitychange', () => isVisible() || client.leave());
  addEventListener('pagehide', memory.flush);
  // Before anything listens to the first snapshot: another station's news must not be heard, nor this one's be lost.
  client.showStation(firstStation());
  client.open();
}

showTheme(readTheme());
// Before anything of the page hears of a press.
watchPresses();
const element = document.getElementById('screen');
if (element) open(element);
