import { app, BrowserWindow } from 'electron';
import type { Logger } from 'pino';
import { onStopSignal, stopLimitMs } from '../launch/signals.ts';

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
    // Not under the feet of whoever asked: a window destroyed inside of a call into the program crashes it.
    setImmediate(end);
  });
  function end(): void {
    // Gone first, so that no page is just connecting again to the server that is being stopped.
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
    const limit = setTimeout(() => app.exit(1), stopLimitMs);
    stop()
      .catch((error) => log.error({ err: error }, 'the order server did not stop cleanly'))
      .finally(() => {
        clearTimeout(limit);
        stopped = true;
        app.quit();
      });
  }
  onStopSignal(
    () => app.quit(),
    () => app.exit(1),
  );
}
