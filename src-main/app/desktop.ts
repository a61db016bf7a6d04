import { setTimeout as wait } from 'node:timers/promises';
import { app, type BrowserWindow, powerMonitor, session } from 'electron';
import type { Logger } from 'pino';
import { saveChosenDataDir } from '../config/chosen-data-folder.ts';
import type { PlatformFolders } from '../config/platform-folders.ts';
import type { ReadSettings, SettingsRequest } from '../config/read-settings.ts';
import type { Settings } from '../config/settings.ts';
import { saveSettings } from '../config/settings-file.ts';
import { openDoors, push } from '../ipc/doors.ts';
import { readyLines } from '../launch/ready-lines.ts';
import type { OrderServer, Running } from '../server/order-server.ts';
import { serveAppPages } from './app-protocol.ts';
import { quitCleanly } from './clean-quit.ts';
import { closeContents } from './closed-contents.ts';
import { closeSession } from './closed-session.ts';
import { pickDataDir, showFolder } from './data-folder.ts';
import { createKitchen, type Kitchen } from './kitchen.ts';
import { createKitchenScreen, type KitchenScreen } from './kitchen-screen.ts';
import { setMenu } from './menu.ts';
import { trustOwnCertificate } from './own-certificate.ts';
import { createWindow } from './window.ts';
import { createSignIn, type SignIn } from './window-sign-in.ts';

/** So long the window waits for the server before it says "Starting…". */
const patienceMs = 400;

export type DesktopDeps = {
  readonly log: Logger;
  readonly folders: PlatformFolders;
  readonly pagesDir: string;
  readonly preload: string;
  readSettings(chosen?: SettingsRequest['chosen']): ReadSettings;
  createServer(settings: Settings): OrderServer;
};

/** The desktop app once it is known to be the only one: server, window, and what ties them. */
export function openDesktop(deps: DesktopDeps): void {
  const { log } = deps;
  const windowLog = log.child({ name: 'window' });
  let view: { readonly window: BrowserWindow; readonly screen: KitchenScreen } | undefined;
  let signIn: SignIn | undefined;
  let serverOrigin: string | undefined;

  const opened = app.whenReady().then(async () => {
    setMenu(process.platform);
    serveAppPages(session.defaultSession, deps.pagesDir);
    await closeSession(session.defaultSession, () => serverOrigin);
    const window = createWindow({ preload: deps.preload, devTools: !app.isPackaged });
    const made = { window, screen: createKitchenScreen(window, windowLog) };
    view = made;
    window.on('closed', () => {
      view = undefined;
    });
    return made;
  });

  async function showBoard(running: Running, server: OrderServer): Promise<void> {
    process.stdout.write(readyLines(running));
    serverOrigin = running.url;
    const { screen } = await opened;
    if (running.certificate) trustOwnCertificate(session.defaultSession, running.certificate);
    signIn = createSignIn({ cookies: session.defaultSession.cookies, server, url: running.url, log: windowLog });
    await signIn.renew();
    screen.showBoard(running.url);
  }

  const kitchen = createKitchen({
    readSettings: deps.readSettings,
    createServer: deps.createServer,
    usualDataDir: deps.folders.data,
    log: log.child({ name: 'start' }),
    onState: (state) => view && push(view.window.webContents, 'start-state-changed', state),
    onRunning: showBoard,
  });

  app.on('web-contents-created', (_event, contents) => closeContents(contents, () => serverOrigin, windowLog));
  app.on('second-instance', () => view && focus(view.window));
  quitCleanly(async () => {
    signIn?.stop();
    await kitchen.stop();
  }, log);
  answerWindow(deps, kitchen, () => view?.window);

  const firstAttempt = kitchen.start();
  opened.then(async ({ screen }) => {
    // A usual start is over by then, and the window opens with the board at once.
    await Promise.race([firstAttempt, wait(patienceMs)]);
    screen.showStart();
  });
  opened.then(({ screen }) => {
    powerMonitor.on('resume', () => {
      signIn?.renewAfterSleep().then(
        (hadEnded) => hadEnded && screen.reload(),
        (error) => windowLog.error({ err: error }, 'the window could not be signed in again'),
      );
    });
  });
}

function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** What the start page's buttons do. Each choice is also written down for the next start, where that is possible. */
function answerWindow({ folders, log }: DesktopDeps, kitchen: Kitchen, window: () => BrowserWindow | undefined): void {
  const remember = (write: () => void) => {
    try {
      write();
    } catch (error) {
      log.warn({ err: error }, 'the choice holds for this run only; it could not be written down');
    }
  };
  openDoors(
    {
      'try-again': () => kitchen.start(),
      'take-port': ({ port }) => {
        const dataDir = kitchen.trouble()?.dataDir;
        if (dataDir) remember(() => saveSettings(dataDir, { port }));
        kitchen.start({ port });
      },
      'show-data-folder': () => showFolder(kitchen.trouble()?.dataDir),
      quit: () => app.quit(),
    },
    {
      'start-state': () => kitchen.state(),
      'choose-data-folder': async () => {
        const dataDir = await pickDataDir(window());
        if (dataDir === undefined) return false;
        remember(() => saveChosenDataDir(folders.config, dataDir));
        kitchen.start({ dataDir });
        return true;
      },
    },
    log.child({ name: 'ipc' }),
  );
}
