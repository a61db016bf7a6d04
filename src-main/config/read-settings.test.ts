import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StartFailure } from '#shared/errors/start-failure.ts';
import { dataDirIn, saveChosenDataDir } from './chosen-data-folder.ts';
import { readSettings, type SettingsRequest } from './read-settings.ts';
import { saveSettings, settingsFile } from './settings-file.ts';

let home: string;
let dataDir: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kitchen-pass-settings-'));
  dataDir = join(home, 'data');
});
afterEach(() => rmSync(home, { recursive: true }));

const read = (request: Partial<SettingsRequest> = {}) =>
  readSettings({ argv: [], env: {}, folders: { data: dataDir, config: join(home, 'config') }, ...request });

function writeFile(content: unknown): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(settingsFile(dataDir), typeof content === 'string' ? content : JSON.stringify(content));
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof StartFailure && error.code === 'bad_setting') return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('[SET1] without any setting the defaults hold', () => {
  expect(read().settings).toEqual({
    host: '127.0.0.1',
    port: 4480,
    dataDir,
    adminPassword: undefined,
    redisUrl: undefined,
    site: undefined,
    terminal: 'A',
    restaurant: 'main',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    allowedOrigins: [],
    allowedHosts: [],
    maxConnections: 512,
    logLevel: 'info',
    demo: false,
  });
});

test('[SET1] command line over environment over settings file over default', () => {
  expect(read().settings.port).toBe(4480);
  writeFile({ version: 1, port: 4481 });
  expect(read().settings.port).toBe(4481);
  expect(read({ env: { KDS_PORT: '4482' } }).settings.port).toBe(4482);
  expect(read({ env: { KDS_PORT: '4482' }, argv: ['--port', '4483'] }).settings.port).toBe(4483);
  expect(read({ env: { KDS_PORT: '4482' }, argv: ['--port=4483'], chosen: { port: 4484 } }).settings.port).toBe(4484);
});

test('[SET1] the settings file is read from the data folder that was named', () => {
  writeFile({ version: 1, terminal: 'C' });
  const empty = join(home, 'elsewhere');
  expect(read({ argv: ['--data', empty] }).settings).toMatchObject({ dataDir: empty, terminal: 'A' });
  expect(read({ env: { KDS_DATA_DIR: dataDir } }).settings.terminal).toBe('C');
});

test('[SET1] a folder chosen in the window is used by the next start, unless a flag or variable names one', () => {
  const chosen = join(home, 'chosen');
  saveChosenDataDir(join(home, 'config'), chosen);
  expect(read().settings.dataDir).toBe(chosen);
  expect(read({ env: { KDS_DATA_DIR: dataDir } }).settings.dataDir).toBe(dataDir);
});

test('[SET2] an empty variable counts as not set', () => {
  const env = { KDS_PORT: '', KDS_ADMIN_PASSWORD: '  ', KDS_TERMINAL: '', KDS_DATA_DIR: '' };
  expect(read({ env }).settings).toEqual(read().settings);
});

test('every variable is read', () => {
  const env = {
    KDS_PORT: '0',
    KDS_HOST: '0.0.0.0',
    KDS_DATA_DIR: dataDir,
    KDS_ADMIN_PASSWORD: ' long enough ',
    KDS_REDIS_URL: 'redis://127.0.0.1:6379/3',
    KDS_SITE: 'harbour-2',
    KDS_TERMINAL: 'B',
    KDS_RESTAURANT: 'pizza',
    KDS_TIMEZONE: 'Asia/Tokyo',
    KDS_ALLOWED_ORIGINS: 'http://pos.local:8080, https://orders.example',
    KDS_ALLOWED_HOSTS: 'kitchen.example, 203.0.113.7,2001:db8::7',
    KDS_MAX_CONNECTIONS: '64',
    KDS_LOG_LEVEL: 'debug',
    KDS_DEMO: 'yes',
  };
  expect(read({ env }).settings).toEqual({
    port: 0,
    host: '0.0.0.0',
    dataDir,
    adminPassword: ' long enough ',
    redisUrl: 'redis://127.0.0.1:6379/3',
    site: 'harbour-2',
    terminal: 'B',
    restaurant: 'pizza',
    timeZone: 'Asia/Tokyo',
    allowedOrigins: ['http://pos.local:8080', 'https://orders.example'],
    allowedHosts: ['kitchen.example', '203.0.113.7', '2001:db8::7'],
    maxConnections: 64,
    logLevel: 'debug',
    demo: true,
  });
});

test.each([
  [['--port', 'abc'], {}, '--port: "abc" is not a port (0 to 65535).'],
  [['--port', '65536'], {}, '--port: "65536" is not a port (0 to 65535).'],
  [['--port=-1'], {}, '--port: "-1" is not a port (0 to 65535).'],
  [['--port'], {}, '--port needs a value.'],
  [['--port='], {}, '--port needs a value.'],
  [['--prot', '1'], {}, '"--prot" is not known here; known are --port N, --host ADDRESS, --data FOLDER and --demo.'],
  [['stray'], {}, '"stray" is not known here; known are --port N, --host ADDRESS, --data FOLDER and --demo.'],
  [['--demo=perhaps'], {}, '--demo: "perhaps" is neither yes nor no.'],
  [['--host', 'a b'], {}, '--host: "a b" is not a host name or address.'],
  [[], { KDS_TERMINAL: 'AB' }, 'KDS_TERMINAL: "AB" is not one capital letter.'],
  [[], { KDS_TERMINAL: 'a' }, 'KDS_TERMINAL: "a" is not one capital letter.'],
  [[], { KDS_TIMEZONE: 'Mars/Base' }, 'KDS_TIMEZONE: "Mars/Base" is not a time zone like Europe/Paris.'],
  [[], { KDS_ALLOWED_ORIGINS: '*' }, 'KDS_ALLOWED_ORIGINS: "*" is not a list of origins like http://pos.local:8080.'],
  [
    [],
    { KDS_ALLOWED_HOSTS: '*' },
    'KDS_ALLOWED_HOSTS: "*" is not a list of names or addresses like kitchen.example, without ports.',
  ],
  [
    [],
    { KDS_ALLOWED_HOSTS: 'kitchen.example:4480' },
    'KDS_ALLOWED_HOSTS: "kitchen.example:4480" is not a list of names or addresses like kitchen.example, without ports.',
  ],
  [[], { KDS_MAX_CONNECTIONS: '0' }, 'KDS_MAX_CONNECTIONS: "0" is not a number from 1 to 65535.'],
  [[], { KDS_PORT: '1e3' }, 'KDS_PORT: "1e3" is not a port (0 to 65535).'],
])('[SET3] %j %j is refused in one line', (argv, env, line) => {
  expect(refusal(() => read({ argv, env }))).toBe(line);
});

test('[SET4] a wrong secret is refused without being repeated', () => {
  expect(refusal(() => read({ env: { KDS_ADMIN_PASSWORD: 'short' } }))).not.toContain('"short"');
  expect(refusal(() => read({ env: { KDS_REDIS_URL: 'http://:hunter2@x' } }))).not.toContain('hunter2');
});

test('[SET3] a wrong value or name in the settings file is refused with the place it stands', () => {
  writeFile({ version: 1, port: '44x' });
  expect(refusal(read)).toBe(`"port" in ${settingsFile(dataDir)}: "44x" is not a port (0 to 65535).`);
  writeFile({ version: 1, prot: 4480 });
  expect(refusal(read)).toContain('"prot"');
  writeFile({ version: 1, adminPassword: 'does not belong here' });
  expect(refusal(read)).not.toContain('does not belong here');
});

test('[SET5] a settings file of a newer program is refused and left', () => {
  writeFile({ version: 2, anything: true });
  expect(refusal(read)).toContain('newer Kitchen Pass');
  expect(readdirSync(dataDir)).toEqual(['settings.json']);
});

test.each(['{"port": 44', '[]', 'null', '{"port": 4481}'])('[SET6] the unreadable file %s is kept aside', (text) => {
  writeFile(text);
  const { settings, reports } = read();
  expect(settings.port).toBe(4480);
  expect(reports).toEqual([expect.stringContaining('settings.json.unreadable-1')]);
  expect(readdirSync(dataDir)).toEqual(['settings.json.unreadable-1']);
  expect(readFileSync(join(dataDir, 'settings.json.unreadable-1'), 'utf8')).toBe(text);
  writeFile(text);
  read();
  expect(readdirSync(dataDir).sort()).toEqual(['settings.json.unreadable-1', 'settings.json.unreadable-2']);
});

test('saved settings keep what was there, belong to this account alone and leave no half file', () => {
  writeFile({ version: 1, terminal: 'D', port: 1 });
  saveSettings(dataDir, { port: 4499 });
  expect(read().settings).toMatchObject({ terminal: 'D', port: 4499 });
  expect(statSync(settingsFile(dataDir)).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataDir)).toEqual(['settings.json']);
});

test('what fixes the port and the folder is named', () => {
  expect(read({ env: { KDS_PORT: '1' }, argv: ['--data', dataDir] }).fixedBy).toEqual({
    port: 'KDS_PORT',
    dataDir: '--data',
  });
  expect(read().fixedBy).toEqual({ port: null, dataDir: null });
});

test('in Electron, switches of Chromium and the folder of the app are passed over', () => {
  const argv = ['--no-sandbox', '--remote-debugging-port=0', '/app', '--port', '4490'];
  expect(read({ argv, otherFlagsAllowed: true }).settings.port).toBe(4490);
});

test('a picked folder with other files in it gets a folder of its own', () => {
  const mixed = join(home, 'mixed');
  mkdirSync(join(mixed, 'photos'), { recursive: true });
  expect(dataDirIn(mixed)).toBe(join(mixed, 'Kitchen Pass'));
  const empty = join(home, 'empty');
  mkdirSync(empty);
  expect(dataDirIn(empty)).toBe(empty);
  writeFileSync(join(mixed, 'kitchen.db'), '');
  expect(dataDirIn(mixed)).toBe(mixed);
});
