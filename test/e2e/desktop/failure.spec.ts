import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { startFailureCodes } from '#shared/errors/start-failure.ts';
import type { StartState } from '#shared/ipc/start-state.ts';
import { findStablePort } from '../../harness/stable-port.ts';
import { boardUrl, createHome, type DesktopApp, type DesktopHome, openDesktop } from './desktop-app.ts';

const homes: DesktopHome[] = [];
test.afterEach(() => {
  for (const home of homes.splice(0)) home.remove();
});

async function open(settings: Record<string, string>, prepare?: (home: DesktopHome) => void): Promise<DesktopApp> {
  const home = createHome(settings);
  homes.push(home);
  prepare?.(home);
  return openDesktop(home);
}

async function occupy(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** The system's own dialog cannot be worked by a test; everything after it is real. */
function answerFolderDialog(app: ElectronApplication, folder: string | undefined) {
  return app.evaluate(({ dialog }, picked) => {
    const answer = { canceled: picked === undefined, filePaths: picked === undefined ? [] : [picked] };
    dialog.showOpenDialog = () => Promise.resolve(answer);
  }, folder);
}

test('[STA2] a taken port: another one is offered, used, and written down for the next start', async () => {
  const port = await findStablePort();
  const other = await occupy(port);
  const { app, page, home } = await open({ KDS_PORT: '' }, ({ dataDir }) => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ version: 1, port, terminal: 'C' }));
  });
  await expect(title(page)).toHaveText(`Port ${port} cannot be used`);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused();
  await expect(page.getByText(/every tablet and till must be pointed to the new address/)).toBeVisible();
  await press(page, 'Try again');
  await expect(title(page)).toHaveText(`Port ${port} cannot be used`);
  await press(page, /^Use port \d+ instead$/);
  const used = Number(new URL(await boardUrl(page)).port);
  await expect(page.getByText('No open tickets')).toBeVisible();
  expect(used).toBeGreaterThan(port);
  const written = JSON.parse(readFileSync(join(home.dataDir, 'settings.json'), 'utf8'));
  expect(written).toEqual({ version: 1, port: used, terminal: 'C' });
  await app.close();
  other.close();
});

test('[STA2] a port that has become free is taken by trying again, with the keyboard alone', async () => {
  const port = await findStablePort();
  const other = await occupy(port);
  const { app, page } = await open({ KDS_PORT: String(port) });
  await expect(title(page)).toHaveText(`Port ${port} cannot be used`);
  await expect(page.getByText(/^KDS_PORT names the old port/)).toBeVisible();
  other.close();
  await once(other, 'close');
  await page.keyboard.press('Enter');
  expect(await boardUrl(page)).toBe(`http://127.0.0.1:${port}`);
  await app.close();
});

test('[STA2] a folder that cannot be written to: another one is chosen, and found again at the next start', async () => {
  const { app, page, home } = await open({ KDS_DATA_DIR: '' }, ({ path }) => {
    mkdirSync(join(path, 'share'));
    writeFileSync(join(path, 'share', 'kitchen-pass'), 'a file where the folder should be');
  });
  await expect(title(page)).toHaveText('Orders cannot be stored');
  await answerFolderDialog(app, undefined);
  await press(page, 'Choose another folder…');
  await expect(title(page)).toHaveText('Orders cannot be stored');
  const picked = join(home.path, 'stick');
  mkdirSync(join(picked, 'photos'), { recursive: true });
  await answerFolderDialog(app, picked);
  await press(page, 'Choose another folder…');
  await expect(page.getByText('No open tickets')).toBeVisible();
  const used = join(picked, 'Kitchen Pass');
  expect(JSON.parse(readFileSync(join(home.configDir, 'data-folder.json'), 'utf8')).dataDir).toBe(used);
  await app.close();
  const again = await openDesktop(home);
  await expect(again.page.getByText('No open tickets')).toBeVisible();
  await again.app.close();
});

test('[STA2] a place where nobody can write is told, and the program stays up to be quit', async () => {
  test.skip(process.platform !== 'linux', 'needs a folder that no account can write to: /sys');
  const { app, page } = await open({ KDS_DATA_DIR: '/sys/kitchen-pass' });
  await expect(title(page)).toHaveText('Orders cannot be stored');
  await expect(page.getByText('/sys/kitchen-pass')).toBeVisible();
  await expect(page.getByText(/^KDS_DATA_DIR names the present folder/)).toBeVisible();
  const gone = once(app.process(), 'close');
  await press(page, 'Quit').catch(() => undefined);
  expect((await gone)[0]).toBe(0);
});

test('[MIG1] data of a newer program is told and left as it is', async () => {
  const database = ({ dataDir }: DesktopHome) => join(dataDir, 'kitchen.db');
  const { app, page, home } = await open({}, (fresh) => {
    mkdirSync(fresh.dataDir);
    const db = new DatabaseSync(database(fresh));
    db.exec('CREATE TABLE later (x); PRAGMA user_version = 9999');
    db.close();
  });
  await expect(title(page)).toHaveText('Kitchen Pass must be updated');
  await expect(page.getByText(/schema 9999/)).toBeVisible();
  await expect(page.getByRole('button')).toHaveText(['Show folder', 'Quit']);
  await app.close();
  const db = new DatabaseSync(database(home));
  expect(db.prepare('SELECT name FROM sqlite_master').all()).toEqual([{ name: 'later' }]);
  db.close();
});

test('[STA2] a damaged file is told', async () => {
  const { app, page } = await open({}, ({ dataDir }) => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'kitchen.db'), 'no database at all, but long enough to look like one'.repeat(100));
  });
  await expect(title(page)).toHaveText('The stored orders cannot be read');
  await app.close();
});

test('[LCK1] a folder in use names its holder; when that has ended, trying again opens the board', async () => {
  const home = createHome();
  homes.push(home);
  const bundle = resolve(import.meta.dirname, '../../../out/main/serve.js');
  // Under Node the addon in the package fits; one for an older Electron might not.
  const holder = spawn(process.execPath, [bundle], { env: { ...home.env, KDS_SQLITE_ADDON: '' }, stdio: 'pipe' });
  await once(holder.stdout, 'data');
  const { app, page } = await openDesktop(home);
  await expect(page.getByText('Starting…')).toBeVisible();
  await expect(title(page)).toHaveText('Another Kitchen Pass has this kitchen open', { timeout: 20_000 });
  await expect(page.getByText(`process ${holder.pid}`)).toBeVisible();
  holder.kill('SIGTERM');
  await once(holder, 'close');
  await press(page, 'Try again');
  await expect(page.getByText('No open tickets')).toBeVisible();
  await app.close();
});

test('[SET3] a wrong setting is told in the window too', async () => {
  const { app, page } = await open({ KDS_TERMINAL: 'AB' });
  await expect(title(page)).toHaveText('A setting is wrong');
  await expect(page.getByText('KDS_TERMINAL: "AB" is not one capital letter.')).toBeVisible();
  await app.close();
});

test('[STA2] every failure has a page that fits its window', async () => {
  const { app, page } = await open({ KDS_TERMINAL: 'AB' });
  await expect(title(page)).toBeVisible();
  for (const code of startFailureCodes) {
    await app.evaluate(({ BrowserWindow }, state) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('start-state-changed', state);
    }, failed(code));
    await expect(page.getByText(details[code])).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.screenshot({ path: `artefacts/desktop/failure-${code}.png` });
  }
  await app.close();
});

const details: Readonly<Record<(typeof startFailureCodes)[number], string>> = {
  bad_setting: '"port" in /srv/kitchen/settings.json: "44x" is not a port (0 to 65535).',
  runtime_too_old: 'Electron 33.2.1 is too old (Node-API 9); Kitchen Pass needs Node 22.14 or Electron 35, or newer.',
  port_taken: 'Port 4480 is used by another program',
  address_unavailable: 'This machine has no address 192.168.40.7.',
  data_locked: 'The data folder is in use by terminal A (process 4711 on kitchen-pc, since 2026-01-01T10:00:00.000Z).',
  data_read_only: 'The data folder /srv/kitchen cannot be written to.',
  disk_full: 'The disk that holds /srv/kitchen is full.',
  schema_newer: 'This data was written by a newer Kitchen Pass (schema 7, this program knows 1). Update the program.',
  database_damaged: 'The database in /srv/kitchen is damaged. It was left as it is.',
  unexpected: 'Something that nobody thought of.',
};

function failed(code: (typeof startFailureCodes)[number]): StartState {
  const failure = {
    code,
    detail: details[code],
    port: 4480,
    dataDir: '/srv/kitchen',
    freePort: 4481,
    portFixedBy: 'KDS_PORT',
    dataDirFixedBy: null,
  };
  return { phase: 'failed', failure };
}
