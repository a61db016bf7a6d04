import { app, BrowserWindow } from 'electron';
import type { Logger } from 'pino';
import { onStopSignal } from '../launch/signals.ts';

/** Longer than any honest stop; after it the operating system gives back what is held. */
const stopLimitMs = 8000;

/** However the program is asked to end — menu, last window, signal, log-off — orders taken are finished first. */
export function quitCleanly(stop: () => Promise<void>, log: Logger): void {
  let stopped = false;
  let stopping = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    if (stopping) return;
    stopping = true;
    for (const window of BrowserWindow.getAllWindows()) window.hide();
    const limit = setTimeout(() => app.exit(1), stopLimitMs);
    stop()
      .catch((error) => log.error({ err: error }, 'the order server did not stop cleanly'))
      .finally(() => {
        clearTimeout(limit);
        stopped = true;
        app.quit();
      });
  });
  onStopSignal(
    () => app.quit(),
    () => app.exit(1),
  );
}
