import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type KeySafe, loadSigningKey } from './signing-key.ts';

let dataDir: string;
let lines: string[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kitchen-pass-key-'));
  lines = [];
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** A store of one machine: what another has sealed it cannot open. */
const safeOf = (machine: string): KeySafe => ({
  seal: async (text) => Buffer.from(`${machine}:${Buffer.from(text).toString('hex')}`),
  open: async (sealed) => {
    const [by, hex = ''] = String(sealed).split(':');
    if (by !== machine) throw new Error('sealed elsewhere');
    return Buffer.from(hex, 'hex').toString();
  },
});

const load = (safe?: KeySafe) =>
  loadSigningKey({ dataDir, safe, log: pino({ level: 'warn' }, { write: (line) => void lines.push(line) }) });
const files = () => readdirSync(dataDir).sort();

test('[KEP1] without a store of the system the key is a file of the account alone, the same at every start', async () => {
  const key = await load();
  expect(await load()).toEqual(key);
  expect(files()).toEqual(['signing.key']);
  if (process.platform !== 'win32') expect(statSync(join(dataDir, 'signing.key')).mode & 0o777).toBe(0o600);
});

test('[KEP1] with one it is sealed, the same at every start, and nowhere in the open', async () => {
  const key = await load(safeOf('here'));
  expect(await load(safeOf('here'))).toEqual(key);
  expect(files()).toEqual(['signing.key.sealed']);
  expect(readFileSync(join(dataDir, 'signing.key.sealed'), 'utf8')).not.toContain(
    Buffer.from(key).toString('base64url'),
  );
});

test('[KEP1] a key in the open is taken over and sealed: nobody has to sign in anew', async () => {
  const key = await load();
  expect(await load(safeOf('here'))).toEqual(key);
  expect(files()).toEqual(['signing.key.sealed']);
});

test('[KEP1] a store that cannot give back what it took keeps the file', async () => {
  const key = await load();
  const forgetful: KeySafe = { ...safeOf('here'), open: async () => 'something else' };
  const failing: KeySafe = { ...safeOf('here'), seal: () => Promise.reject(new Error('locked')) };
  for (const safe of [forgetful, failing]) expect(await load(safe)).toEqual(key);
  expect(files()).toEqual(['signing.key']);
});

test('[KEP1] what was sealed elsewhere is laid aside, said, and the kitchen starts with a new key', async () => {
  const key = await load(safeOf('there'));
  const next = await load(safeOf('here'));
  expect(next).not.toEqual(key);
  expect(await load(safeOf('here'))).toEqual(next);
  expect(files()).toEqual(['signing.key.sealed', 'signing.key.sealed.unreadable']);
  expect(lines.join('')).toContain('cannot be opened here');
  expect(await load()).not.toEqual(next);
  expect(files()).toContain('signing.key');
});

test('[KEP1] half a key is none', async () => {
  writeFileSync(join(dataDir, 'signing.key'), 'abc');
  expect((await load()).length).toBe(32);
});
