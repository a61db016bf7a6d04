import '../ui/tokens.css';
import './sizes.css';
import { browserTimers, watchDevice } from '../link/browser.ts';
import { createKey } from '../link/idempotency-key.ts';
import { drawScreen } from '../screen/draw-screen.tsx';
import { leaveInTime, openScreen } from '../screen/open-screen.ts';
import { openBrowserSound } from '../sound/browser-sound.ts';
import { browserStore } from '../sound/browser-store.ts';
import { createChimeMemory } from '../sound/chime-memory.ts';
import { SoundContext } from '../sound/sound-context.ts';
import { createDrafts } from '../store/drafts.ts';
import { createTicketSelector } from '../store/ticket.ts';
import { readTheme, showTheme } from '../ui/theme.ts';
import { followSent } from './cart/follow-sent.ts';
import { createKeptCarts } from './cart/kept-carts.ts';
import { FloorApp } from './floor-app.tsx';
import { FloorContext } from './floor-context.ts';
import { listenForReady } from './floor-ears.ts';
import { FloorSettings } from './settings/floor-settings.tsx';
import { readPhotosShown, showPhotos } from './settings/photos-shown.ts';
import { readTextSize, showTextSize } from './settings/text-size.ts';

/** Composition root of the waitstaff's page. */
function open(element: HTMLElement): void {
  const timers = browserTimers();
  const drafts = createDrafts(timers);
  const screen = openScreen(timers, { name: 'floor', Settings: FloorSettings, ephemeral: drafts.take });
  const { client, ticker } = screen;
  const sound = openBrowserSound(timers);
  drafts.follow(client.store);
  const memory = createChimeMemory((person) => browserStore(`floor-chimes.${person}`), timers);
  listenForReady({ store: client.store, ticker, bell: sound.bell, vibrate, memory });
  const carts = createKeptCarts(shelf());
  followSent(client.store, carts);
  addEventListener('storage', carts.refresh);
  const floor = { carts, newId: () => createKey(crypto), tickets: createTicketSelector(), drafts: drafts.store };
  drawScreen(
    element,
    screen,
    <SoundContext value={sound}>
      <FloorContext value={floor}>
        <FloorApp />
      </FloorContext>
    </SoundContext>,
  );
  watchDevice(timers, client, () => sound.player.state() === 'running' && sound.settings.getState().volume > 0);
  leaveInTime(screen);
  addEventListener('pagehide', memory.flush);
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
showPhotos(readPhotosShown());
const element = document.getElementById('screen');
if (element) open(element);
