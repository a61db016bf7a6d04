import type { BrowserWindow } from 'electron';
import type { Logger } from 'pino';
import { appOrigin } from '#shared/ipc/channels.ts';

const startPage = `${appOrigin}/failure.html`;
const againMs = 1000;

/** Chromium's word for "another navigation has begun", which is no failure. */
const aborted = -3;

/** What the window shows: our own start page until there is a server, then its board. */
export interface KitchenScreen {
  /** Does nothing once there is a board: nobody wants to leave that. */
  showStart(): void;
  showBoard(url: string): void;
  reload(): void;
}

/** A page that crashes or does not load is asked for again every second; the kitchen has nobody who would press F5. */
export function createKitchenScreen(window: BrowserWindow, log: Logger): KitchenScreen {
  let address: string | undefined;
  let again: NodeJS.Timeout | undefined;

  function load(): void {
    clearTimeout(again);
    // A failure to load is told by the event below.
    if (address !== undefined && !window.isDestroyed()) window.loadURL(address).catch(() => undefined);
  }

  function loadSoon(): void {
    clearTimeout(again);
    again = setTimeout(load, againMs);
  }

  function show(next: string): void {
    if (address === next) return;
    address = next;
    load();
  }

  window.webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (!isMainFrame || code === aborted) return;
    log.warn({ code, description }, 'the page did not load');
    loadSoon();
  });
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error({ reason, exitCode }, 'the page crashed');
    loadSoon();
  });
  window.on('closed', () => clearTimeout(again));

  return {
    showStart: () => show(address ?? startPage),
    showBoard: (url) => show(`${url}/`),
    reload: load,
  };
}
