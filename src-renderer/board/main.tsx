import '../ui/tokens.css';
import { openBrowserDrift } from '../burn-in/browser-drift.ts';
import { DriftBox } from '../burn-in/drift-box.tsx';
import { DriftContext } from '../burn-in/drift-context.ts';
import { browserTimers, watchDevice } from '../link/browser.ts';
import { drawScreen } from '../screen/draw-screen.tsx';
import { leaveInTime, openScreen } from '../screen/open-screen.ts';
import { openBrowserSound } from '../sound/browser-sound.ts';
import { browserStore } from '../sound/browser-store.ts';
import { createChimeMemory } from '../sound/chime-memory.ts';
import { listenTo } from '../sound/ears.ts';
import { SoundContext } from '../sound/sound-context.ts';
import { createDrafts } from '../store/drafts.ts';
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
  const drafts = createDrafts(timers);
  const screen = openScreen(timers, { name: 'board', Settings: ScreenSettings, ephemeral: drafts.take });
  const { client } = screen;
  const board = {
    tickets: createTicketSelector(),
    still: openBrowserStillness(timers.nowMs),
    work: createScreenWork(),
    drafts: drafts.store,
  };
  drafts.follow(client.store);
  const sound = openBrowserSound(timers);
  const memory = createChimeMemory((about) => browserStore(`chimes.${about}`), timers);
  listenTo({ ...screen, ...board, store: client.store, bell: sound.bell, memory });
  drawScreen(
    element,
    screen,
    <SoundContext value={sound}>
      <BoardContext value={board}>
        <DriftContext value={openBrowserDrift(timers)}>
          <DriftBox>
            <App />
          </DriftBox>
        </DriftContext>
      </BoardContext>
    </SoundContext>,
  );
  watchDevice(timers, client, () => sound.player.state() === 'running' && sound.settings.getState().volume > 0);
  leaveInTime(screen);
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
