import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import type { Logger } from 'pino';
import { announceAppScheme } from './app/app-protocol.ts';
import { openDesktop } from './app/desktop.ts';
import { openKeySafe } from './app/key-safe.ts';
import { makeProfileDir } from './app/profile.ts';
import { platformFolders } from './config/platform-folders.ts';
import { type ReadSettings, readSettings, type SettingsRequest } from './config/read-settings.ts';
import { outliveReader } from './launch/ready-lines.ts';
import { checkRuntime } from './launch/runtime-check.ts';
import { createDesktopLog } from './log/log.ts';
import { createOrderServer } from './server/order-server.ts';

/** Composition root of the desktop app: one kitchen, one window, started once. */
const folders = platformFolders();
const sqliteAddon = process.env.KDS_SQLITE_ADDON || undefined;
const pagesDir = fileURLToPath(new URL('../renderer', import.meta.url));

function settingsWith(chosen: SettingsRequest['chosen'] = {}): ReadSettings {
  return readSettings({ argv: process.argv.slice(1), env: process.env, folders, otherFlagsAllowed: true, chosen });
}

/** Only where the log and the profile go; a wrong setting is told later, in the window. */
function firstSettings(): {
  readonly dataDir: string;
  readonly logLevel: 'info' | ReadSettings['settings']['logLevel'];
} {
  try {
    return settingsWith().settings;
  } catch {
    return { dataDir: folders.data, logLevel: 'info' };
  }
}

/** Without this Electron would show its own box and keep a half-dead program; what is on disk is safe ([PRM1]). */
function endOnBugs(log: Logger): void {
  const end = (error: unknown) => {
    log.fatal({ err: error }, 'stopped by a bug');
    app.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

outliveReader(process.stdout);
announceAppScheme();
const { dataDir, logLevel } = firstSettings();
const profile = makeProfileDir(folders, dataDir);
if (profile) app.setPath('userData', profile);

if (app.requestSingleInstanceLock()) {
  const log = createDesktopLog({ level: logLevel, dataDir });
  endOnBugs(log);
  openDesktop({
    log,
    folders,
    pagesDir,
    preload: fileURLToPath(new URL('../preload/bridge.cjs', import.meta.url)),
    readSettings: settingsWith,
    createServer: (settings) => {
      checkRuntime({ versions: process.versions, sqliteAddon });
      return createOrderServer({
        settings,
        log: log.child({ name: 'server' }),
        pagesDir,
        readerModule: new URL('./reader.js', import.meta.url),
        sqliteAddon,
        openKeySafe,
      });
    },
  });
} else {
  // The first one shows its window; there is nothing else to do here.
  app.exit(0);
}
