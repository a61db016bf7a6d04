import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import './sizes.css';
import { createAsk, nothing } from '../link/ask.ts';
import { browserNetwork, browserTimers, isOnline, isVisible, reloadOnce, watchDevice } from '../link/browser.ts';
import { createHttp } from '../link/http.ts';
import { createKey } from '../link/idempotency-key.ts';
import { createServerClock } from '../link/server-clock.ts';
import type { ProbeAnswer } from '../link/session-probe.ts';
import { type OrderLink, syncPath } from '../link/stream-address.ts';
import { createTransports } from '../link/transports.ts';
import { readLanguage, showLanguage } from '../messages/screen-language.ts';
import { TextProvider } from '../messages/text-context.tsx';
import { createTranslator } from '../messages/translator.ts';
import { openBrowserSound } from '../sound/browser-sound.ts';
import { createTicker } from '../store/ticker.ts';
import { followDeviceTheme } from '../ui/device-theme.ts';
import { GuestApp, NoOrder } from './guest-app.tsx';
import { createCaller } from './guest-caller.ts';
import { createGuestClient } from './guest-client.ts';
import { GuestContext } from './guest-context.ts';
import { GuestCrash } from './guest-crash.tsx';
import { linkIn } from './link-in-address.ts';

/** Composition root of the page of one order's guest: no account, no session, no cookie. */
function open(element: HTMLElement): void {
  const translator = createTranslator(showLanguage(readLanguage()));
  const inWords = (page: ReactNode) => <TextProvider translator={translator}>{page}</TextProvider>;
  const crashed = (error: unknown) => {
    reportError(error);
    createRoot(element).render(inWords(<GuestCrash />));
  };
  const root = createRoot(element, { onUncaughtError: crashed });
  const link = linkIn(location.pathname);
  root.render(<StrictMode>{inWords(link ? pageOf(link) : <NoOrder />)}</StrictMode>);
}

function pageOf(link: OrderLink): ReactNode {
  const timers = browserTimers();
  const serverClock = createServerClock(Date.now() - timers.nowMs());
  const name = { tab: createKey(crypto), screen: 'guest', follows: link };
  const client = createGuestClient({
    ...timers,
    open: createTransports({ ...browserNetwork, post: confirmsNothing }, timers, name),
    probe: () => probe(syncPath(name, undefined, 0)),
    isOnline,
    isVisible,
    reloadOnce,
    serverClock,
  });
  const { bell } = openBrowserSound(timers);
  const vibrate = (pattern: readonly number[]) => void navigator.vibrate?.([...pattern]);
  const caller = createCaller({ store: client.store, bell, vibrate });
  const ticker = createTicker(timers, serverClock);
  const screen = { client, ticker, caller, secret: link.secret, hasAccounts };
  // Who has asked to be told is still waiting behind another page.
  watchDevice(timers, client, () => caller.isWanted.getState());
  client.start();
  return (
    <GuestContext value={screen}>
      <GuestApp />
    </GuestContext>
  );
}

/** Nobody in the kitchen waits for a guest to have seen something. */
const confirmsNothing = async () => ({ kind: 'answer', status: 204, body: undefined }) as const;

const ask = createAsk(createHttp(fetch.bind(globalThis)), new Set());
const apiRoot = '/api/v1';

async function hasAccounts(): Promise<boolean> {
  const answer = await ask({ method: 'GET', path: '/account' }, (body) => (body as { open?: boolean }).open === true);
  return answer.kind === 'ok' && answer.value;
}

async function probe(path: string): Promise<ProbeAnswer> {
  const { kind } = await ask({ method: 'GET', path: path.slice(apiRoot.length) }, nothing);
  return kind === 'ok' || kind === 'refused' ? 'answers' : kind;
}

followDeviceTheme();
const element = document.getElementById('screen');
if (element) open(element);
