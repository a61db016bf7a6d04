import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { KeySafe } from '../../src-main/server/auth/signing-key.ts';
import { apiFor } from '../harness/api.ts';
import { safeOf, slowSafeOf } from '../harness/key-safe.ts';
import { managerOf } from '../harness/manager.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { isLive, record } from '../harness/recorder.ts';
import { adminPassword, type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
afterEach(() => box.remove());

const statusOf = async (token: string) => (await apiFor(box.url, token).call('GET', '/orders')).status;

test('[KEP1] with a new key every person and device is nobody, and API keys, which it has not signed, go on', async () => {
  box = await startServer();
  const { dataDir } = box;
  const manager = await managerOf(box);
  const { token } = await pairDevice(manager, 'kitchen', 'Grill');
  const { key } = (await manager.call('POST', '/api-keys', { name: 'Till' })).json;
  await box.stop();
  box = await startServer({ dataDir });
  expect([await statusOf(token), await statusOf(manager.token)]).toEqual([200, 200]);

  await box.stop();
  rmSync(join(dataDir, 'signing.key'));
  box = await startServer({ dataDir });
  expect([await statusOf(token), await statusOf(manager.token), await statusOf(key)]).toEqual([401, 401, 200]);
  expect((await record(box.url, token).closed).code).toBe(4001);
  const anew = await pairDevice(await managerOf(box), 'kitchen', 'Grill');
  expect(await statusOf(anew.token)).toBe(200);
});

test('[KEP1] a store that says "not just now" turns nobody away: it is asked again', async () => {
  box = await startServer({}, { openKeySafe: async () => safeOf('here') });
  const { dataDir } = box;
  const { token } = await pairDevice(await managerOf(box), 'kitchen', 'Grill');
  await box.stop();
  let isLocked = true;
  const open: KeySafe['open'] = async (sealed) => (isLocked ? undefined : safeOf('here').open(sealed));
  box = await startServer({ dataDir }, { openKeySafe: async () => ({ ...safeOf('here'), open }) });
  expect(await statusOf(token)).toBe(503);
  isLocked = false;
  await expect.poll(() => statusOf(token), { timeout: 10_000 }).toBe(200);
});

test('[KEP1] while the store of secrets is silent the kitchen works, who was paired is put off, and comes in when it answers', async () => {
  box = await startServer({}, { openKeySafe: async () => safeOf('here') });
  const { dataDir } = box;
  const { token } = await pairDevice(await managerOf(box), 'kitchen', 'Grill');
  await box.stop();

  const slow = slowSafeOf('here');
  box = await startServer({ dataDir }, { openKeySafe: async () => slow });
  const manager = await managerOf(box);
  expect((await manager.order()).status).toBe(201);
  const { status, json } = await apiFor(box.url, token).call('GET', '/orders');
  expect([status, json]).toEqual([503, expect.objectContaining({ code: 'busy', retry_ms: 1000 })]);
  const early = record(box.url, token);
  expect((await early.closed).code).toBe(1012);
  expect(early.frames.at(-1)).toMatchObject({ type: 'bye', retry_ms: expect.any(Number) });

  // What is open to everybody is so also to who has a cookie from before.
  for (const name of ['session', 'device']) {
    const cookie = `kitchen_pass_${name}=${token}`;
    for (const path of ['/', '/pair', '/api/v1/menu', '/api/v1/healthz'])
      expect([path, (await fetch(`${box.url}${path}`, { headers: { cookie } })).status]).toEqual([path, 200]);
    const signedIn = await apiFor(box.url, '').call(
      'POST',
      '/auth/login',
      { username: 'admin', password: adminPassword },
      { cookie },
    );
    expect(signedIn.status).toBe(200);
  }

  slow.answer();
  await expect.poll(() => statusOf(token)).toBe(200);
  await record(box.url, token).until(isLive);
  expect(await statusOf(manager.token)).toBe(200);
  expect(readdirSync(dataDir).filter((file) => file.startsWith('signing.key'))).toEqual(['signing.key.sealed']);
});
