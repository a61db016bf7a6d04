import '../ui/tokens.css';
import './sizes.css';
import './reports/print.css';
import { browserTimers, watchDevice } from '../link/browser.ts';
import { drawScreen } from '../screen/draw-screen.tsx';
import { leaveInTime, openScreen } from '../screen/open-screen.ts';
import { readTheme, showTheme } from '../ui/theme.ts';
import { ManageApp } from './manage-app.tsx';
import { ManageSettings } from './manage-settings.tsx';

/** Composition root of the manager's page. */
function open(element: HTMLElement): void {
  const timers = browserTimers();
  const screen = openScreen(timers, { name: 'manage', Settings: ManageSettings });
  drawScreen(element, screen, <ManageApp />);
  watchDevice(timers, screen.client);
  leaveInTime(screen);
  screen.client.open();
}

showTheme(readTheme());
const element = document.getElementById('screen');
if (element) open(element);
