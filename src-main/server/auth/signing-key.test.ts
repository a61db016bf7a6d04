import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { safeOf, slowSafeOf } from '../../../test/harness/key-safe.ts';
import { createKeyRing } from './key-ring.ts';
import { type KeySafe, loadSigningKey } from './signing-key.ts';
import { createTokens } from './token.ts';

let dataDir: string;
let lines: string[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kitchen-pass-key-'));
  lines = [];
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const loadAll = (safe?: KeySafe, patienceMs = 60_000) =>
  loadSigningKey({
    dataDir,
    safe,
    log: pino({ level: 'warn' }, { write: (line) => void lines.push(line) }),
    patienceMs,
    againMs: 20,
  });
const load = async (safe?: KeySafe) => (await loadAll(safe)).key;
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
  expect(files()).toEqual(['signing.key.sealed', 'signing.key.sealed.unreadable-1']);
  expect(lines.join('')).toContain('cannot be opened here');
  expect(await load()).not.toEqual(next);
  expect(files()).toContain('signing.key');
});

test('[KEP1] a store that does not answer in time, or is not to be had, costs nothing: the next start has the key', async () => {
  const key = await load(safeOf('here'));
  const before = readFileSync(join(dataDir, 'signing.key.sealed'));
  const silent = slowSafeOf('here');
  const away: KeySafe = { ...safeOf('here'), open: async () => undefined };
  for (const safe of [silent, away, silent]) {
    expect((await loadAll(safe, 1)).key).not.toEqual(key);
    expect(files()).toEqual(['signing.key.sealed']);
    expect(readFileSync(join(dataDir, 'signing.key.sealed'))).toEqual(before);
  }
  expect(lines.join('')).toContain('the store of secrets does not answer');
  expect(await load(safeOf('here'))).toEqual(key);
});

test('[KEP1] [AUT2] when the store answers late, whoever had a token is put off until then and known from then on', async () => {
  const claims = { jti: 'a', userId: 'admin', expiresAtMs: Date.now() + 3600_000 };
  const before = await createTokens(createKeyRing(await loadAll(safeOf('here')))).sign(claims);
  const slow = slowSafeOf('here');
  const tokens = createTokens(createKeyRing(await loadAll(slow, 1)));
  await expect(tokens.verify(before)).rejects.toMatchObject({ code: 'busy' });
  const meanwhile = await tokens.sign({ ...claims, jti: 'b' });
  expect(await tokens.verify(meanwhile)).toMatchObject({ jti: 'b' });

  slow.answer();
  await expect.poll(() => tokens.verify(before).catch(() => undefined)).toMatchObject({ jti: 'a' });
  expect(await tokens.verify(meanwhile)).toMatchObject({ jti: 'b' });
  expect(await tokens.verify('nobody')).toBeUndefined();
  // What is signed from now on is good after the next start as well.
  const after = await tokens.sign({ ...claims, jti: 'c' });
  expect(await createTokens(createKeyRing(await loadAll(safeOf('here')))).verify(after)).toMatchObject({ jti: 'c' });
});

test('[KEP1] a store that is not to be had just now is asked again, and who had a token is put off until then', async () => {
  const old = await createTokens(createKeyRing(await loadAll(safeOf('here')))).sign({
    jti: 'a',
    userId: 'u',
    expiresAtMs: 4e12,
  });
  let asked = 0;
  const open: KeySafe['open'] = async (sealed) => (++asked < 4 ? undefined : safeOf('here').open(sealed));
  const tokens = createTokens(createKeyRing(await loadAll({ ...safeOf('here'), open })));
  await expect(tokens.verify(old)).rejects.toMatchObject({ code: 'busy' });
  await expect.poll(() => tokens.verify(old).catch(() => undefined)).toMatchObject({ jti: 'a' });
  expect(asked).toBe(4);
  expect(files()).toEqual(['signing.key.sealed']);
});

test('[KEP1] nobody is put off for ever: when the store stays silent, whoever had a token is nobody', async () => {
  const old = await createTokens(createKeyRing(await loadAll(safeOf('here')))).sign({
    jti: 'a',
    userId: 'u',
    expiresAtMs: 4e12,
  });
  const tokens = createTokens(createKeyRing(await loadAll(slowSafeOf('here'), 1), 1));
  await expect.poll(() => tokens.verify(old).catch(() => 'put off')).toBeUndefined();
});

test('[KEP1] what is laid aside is never overwritten: each key that was ever sealed is there still', async () => {
  for (const machine of ['one', 'two', 'three', 'four']) await load(safeOf(machine));
  await load();
  const kept = files().filter((file) => file.includes('unreadable'));
  const sealedBy = kept.map((file) => readFileSync(join(dataDir, file), 'utf8').split(':')[0]);
  expect(sealedBy.sort()).toEqual(['four', 'one', 'three', 'two']);
});

test('[KEP1] half a key is none, and is laid aside', async () => {
  writeFileSync(join(dataDir, 'signing.key'), 'abc');
  const key = await load();
  expect(key.length).toBe(32);
  expect(await load()).toEqual(key);
  expect(readFileSync(join(dataDir, 'signing.key.unreadable-1'), 'utf8')).toBe('abc');
});
