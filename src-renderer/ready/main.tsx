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
import { openBrowserSound } from '../sound/browser-sound.ts';
import { browserStore } from '../sound/browser-store.ts';
import { createChimeMemory } from '../sound/chime-memory.ts';
import { SoundContext } from '../sound/sound-context.ts';
import { createTicker } from '../store/ticker.ts';
import { readTheme, showTheme } from '../ui/theme.ts';
import { listenForGuests } from './guest-ears.ts';
import { ReadyApp } from './ready-app.tsx';
import { createReadyClient } from './ready-client.ts';
import { ReadyContext } from './ready-context.ts';
import { ReadyCrash } from './ready-crash.tsx';

/** Composition root of the board for guests. */
function open(element: HTMLElement): void {
  const timers = browserTimers();
  const serverClock = createServerClock(Date.now() - timers.nowMs());
  const client = createReadyClient({
    ...timers,
    open: createTransports(browserNetwork, timers, { tab: createKey(crypto), screen: 'ready', follows: 'ready' }),
    isOnline,
    isVisible,
    reloadOnce,
    http: createHttp(fetch.bind(globalThis)),
    serverClock,
  });
  const drift = openBrowserDrift(timers);
  const sound = openBrowserSound(timers);
  const memory = createChimeMemory(() => browserStore('called'), timers);
  listenForGuests(client.store, memory, sound.bell);
  const screen = { client, ticker: createTicker(timers, serverClock) };
  const translator = createTranslator(showLanguage(readLanguage()));
  const inWords = (page: ReactNode) => <TextProvider translator={translator}>{page}</TextProvider>;
  // Nobody watches this screen: it must never stay blank.
  const crashed = (error: unknown) => {
    reportError(error);
    createRoot(element).render(inWords(<ReadyCrash />));
  };
  createRoot(element, { onUncaughtError: crashed }).render(
    <StrictMode>
      {inWords(
        <SoundContext value={sound}>
          <ReadyContext value={screen}>
            <DriftContext value={drift}>
              <DriftBox>
                <ReadyApp />
              </DriftBox>
            </DriftContext>
          </ReadyContext>
        </SoundContext>,
      )}
    </StrictMode>,
  );
  watchDevice(timers, client);
  addEventListener('pagehide', memory.flush);
  client.open();
}

showTheme(readTheme());
const element = document.getElementById('screen');
if (element) open(element);
