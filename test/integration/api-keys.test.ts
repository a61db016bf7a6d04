import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { isLive, record } from '../harness/recorder.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { databaseIn } from '../harness/server-process.ts';

let box: ServerBox;
let manager: Api;

beforeEach(async () => {
  box = await startServer();
  manager = await managerOf(box);
});
afterEach(() => box.remove());

const make = async (name = 'The till') => (await manager.call('POST', '/api-keys', { name })).json;

test('[APK1] a key lets a program in as a service; it is shown once and not in the file', async () => {
  const made = await make();
  expect(made).toMatchObject({ name: 'The till', made_by: 'admin', used_at: null });
  const till = apiFor(box.url, made.key);
  expect((await till.order()).json).toMatchObject({ server_name: 'The till' });
  expect((await till.call('GET', '/auth/me')).json).toMatchObject({ role: 'service', display_name: 'The till' });
  expect((await till.call('GET', '/users')).status).toBe(403);
  expect((await till.call('POST', '/api-keys', { name: 'mine' })).status).toBe(403);

  const { items } = (await manager.call('GET', '/api-keys')).json;
  expect(items).toMatchObject([{ id: made.id, name: 'The till', used_at: expect.any(String) }]);
  const secret = made.key.split('_').at(-1);
  expect(JSON.stringify(items)).not.toContain(secret);
  expect(box.logged.join('')).not.toContain(secret);
  await box.stop();
  expect(readFileSync(databaseIn(box.dataDir)).includes(secret)).toBe(false);
});

test('[APK1] renewing and revoking end the key, and within a second what it has open', async () => {
  const first = await make();
  const seen = record(box.url, first.key);
  await seen.until(isLive);
  const second = (await manager.call('POST', `/api-keys/${first.id}/renew`)).json;
  expect(second).toMatchObject({ id: first.id, name: 'The till' });
  expect((await seen.closed).code).toBe(4001);
  expect((await apiFor(box.url, first.key).call('GET', '/orders')).status).toBe(401);

  const renewed = apiFor(box.url, second.key);
  const again = record(box.url, second.key);
  await again.until(isLive);
  expect((await renewed.call('GET', '/orders')).status).toBe(200);
  expect((await manager.call('DELETE', `/api-keys/${first.id}`)).status).toBe(204);
  expect((await again.closed).code).toBe(4001);
  expect((await renewed.call('GET', '/orders')).status).toBe(401);
  expect((await manager.call('POST', `/api-keys/${first.id}/renew`)).json.code).toBe('key_not_found');
});

test('[APK1] [ID2] an order sent again under a renewed key is the same order', async () => {
  const made = await make();
  const key = { 'idempotency-key': 'till-1' };
  const order = (await apiFor(box.url, made.key).order({}, key)).json;
  const renewed = (await manager.call('POST', `/api-keys/${made.id}/renew`)).json;
  expect((await apiFor(box.url, renewed.key).order({}, key)).json.id).toBe(order.id);
});

test('[APK1] what only looks like a key opens nothing', async () => {
  const { key } = await make();
  const forged = [
    key.slice(0, -1),
    `${key}x`,
    `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`,
    `kp_${'0'.repeat(16)}_${'A'.repeat(43)}`,
    key.toUpperCase(),
    'kp__',
  ];
  for (const token of forged) {
    expect([token === key, (await apiFor(box.url, token).call('GET', '/orders')).status]).toEqual([false, 401]);
  }
  expect((await apiFor(box.url, key).call('GET', '/orders')).status).toBe(200);
});
