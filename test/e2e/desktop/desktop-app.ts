import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { createTempDir } from '../../harness/temp-dir.ts';

const root = resolve(import.meta.dirname, '../../..');

export const adminPassword = 'a password for tests';

/** The real program in the real Electron, with a home of its own. */
export type DesktopApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly home: DesktopHome;
};

export type DesktopHome = {
  readonly path: string;
  readonly dataDir: string;
  readonly configDir: string;
  readonly env: Record<string, string>;
  remove(): void;
};

/** Nothing of the machine's owner is read or written. `settings` are `KDS_*` values. */
export function createHome(settings: Readonly<Record<string, string>> = {}): DesktopHome {
  const folder = createTempDir();
  const dataDir = join(folder.path, 'data');
  const own = {
    XDG_CONFIG_HOME: join(folder.path, 'config'),
    XDG_DATA_HOME: join(folder.path, 'share'),
    HOME: folder.path,
  };
  const usual = {
    KDS_DATA_DIR: dataDir,
    KDS_PORT: '0',
    KDS_ADMIN_PASSWORD: adminPassword,
    KDS_SQLITE_ADDON: sqliteAddon(),
  };
  return {
    path: folder.path,
    dataDir,
    configDir: join(own.XDG_CONFIG_HOME, 'kitchen-pass'),
    env: { ...inherited(), ...own, ...usual, ...settings },
    remove: folder.remove,
  };
}

function inherited(): Record<string, string> {
  const isOurs = (name: string) => name.startsWith('KDS_') || name === 'ELECTRON_RUN_AS_NODE';
  const kept = Object.entries(process.env).filter(([name, value]) => value !== undefined && !isOurs(name));
  return Object.fromEntries(kept) as Record<string, string>;
}

/** An older Electron than the one in package.json needs an addon of its own, which lies beside it. */
function sqliteAddon(): string {
  const beside = join(dirname(executablePath()), 'better_sqlite3-napi9.node');
  return process.env.KDS_SQLITE_ADDON ?? (existsSync(beside) ? beside : '');
}

export function executablePath(): string {
  const named = process.env.ELECTRON_EXEC_PATH;
  if (!named) throw new Error('ELECTRON_EXEC_PATH names no Electron; npm test finds one');
  return named;
}

export const programArgs = ['--no-sandbox', '--disable-gpu', root];

export async function openDesktop(home: DesktopHome): Promise<DesktopApp> {
  const app = await _electron.launch({ executablePath: executablePath(), args: programArgs, env: home.env });
  return { app, page: await app.firstWindow(), home };
}

/** Where the board comes from, once the window shows it. */
export async function boardUrl(page: Page): Promise<string> {
  await page.waitForURL(/^https?:/);
  return new URL(page.url()).origin;
}
