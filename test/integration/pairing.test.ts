import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor, signIn } from '../harness/api.ts';
import { atAddress } from '../harness/from-address.ts';
import { managerOf } from '../harness/manager.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { isLive, record } from '../harness/recorder.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { addUser } from '../harness/user.ts';

let box: ServerBox;
let manager: Api;
let stranger: Api;

beforeEach(async () => {
  box = await startServer();
  manager = await managerOf(box);
  stranger = apiFor(box.url, '');
});
afterEach(() => box.remove());

const open = async (role = 'waiter') => (await manager.call('POST', '/pair/window', { role })).json;
const claim = (secret: string, name = 'Terrace') => stranger.call('POST', '/pair/claim', { secret, name });
async function claimFrom(address: string, body: unknown) {
  const from = atAddress(box.url, address);
  return from.post('/pair/claim', body).finally(from.close);
}
const stateOf = async ({ pickup_secret }: { pickup_secret: string }, headers?: Record<string, string>) =>
  (await stranger.call('POST', '/pair/pickup', { pickup_secret }, headers)).json;
const ask = (name = 'Terrace') => stranger.call('POST', '/pair/requests', { name });

test('[PAI1] while pairing is shut nobody is let in, however they ask', async () => {
  expect((await manager.call('GET', '/pair/window')).json).toEqual({
    open: false,
    secret: null,
    role: null,
    expires_at: null,
  });
  for (const answer of [await claim('x'), await ask()]) {
    expect([answer.status, answer.json.code]).toEqual([403, 'pairing_closed']);
  }
  await open();
  await manager.call('DELETE', '/pair/window');
  expect((await ask()).json.code).toBe('pairing_closed');
});

test('[PAI1] [DEV1] the secret of the QR lets one device in, as what the manager said, and it stays after a restart', async () => {
  const { secret } = await open('kitchen');
  expect(Buffer.from(secret, 'base64url')).toHaveLength(16);
  const paired = await claim(secret, '<img onerror=alert(1)>');
  expect(paired.json).toMatchObject({ token_type: 'bearer', role: 'kitchen', name: '<img onerror=alert(1)>' });
  expect(paired.headers.get('set-cookie')).toMatch(/^kitchen_pass_device=.*HttpOnly; SameSite=Strict/);
  expect((await claim(secret, 'Second')).json.code).toBe('pairing_closed');

  const device = apiFor(box.url, paired.json.access_token);
  expect((await device.call('GET', '/auth/me')).json).toMatchObject({
    role: 'kitchen',
    device_id: paired.json.device_id,
    display_name: '<img onerror=alert(1)>',
  });
  const { dataDir } = box;
  await box.stop();
  box = await startServer({ dataDir });
  expect((await apiFor(box.url, paired.json.access_token).call('GET', '/orders')).status).toBe(200);
  expect(box.logged.join('')).not.toContain(paired.json.access_token);
});

test('[PAI1] after five wrong secrets the manager has another one; whichever was shown lets in one device in all', async () => {
  for (const read of [0, 1]) {
    const shown = [(await open()).secret];
    for (let guess = 1; guess <= 5; guess++) {
      const wrong = { secret: `wrong ${guess}`, name: 'Stranger' };
      expect((await claimFrom(`127.0.6.${read * 5 + guess}`, wrong)).json.code).toBe('pairing_closed');
      const now = (await manager.call('GET', '/pair/window')).json;
      expect(now.open).toBe(true);
      if (now.secret !== shown.at(-1)) shown.push(now.secret);
      expect(shown).toHaveLength(1 + Math.floor(guess / 5));
    }
    expect((await claim(shown[read])).status).toBe(200);
    for (const secret of shown) expect((await claim(secret)).json.code).toBe('pairing_closed');
  }
});

test('[PAI1] it shuts with the session of the manager who opened it: removed, another role, signed out', async () => {
  const ends: Readonly<Record<string, (id: string, api: Api) => Promise<{ status: number }>>> = {
    removed: (id) => manager.call('DELETE', `/users/${id}`),
    'another role': (id) => manager.call('PATCH', `/users/${id}`, { role: 'waiter' }),
    'signed out': (_id, api) => api.call('POST', '/auth/logout'),
  };
  for (const [how, end] of Object.entries(ends)) {
    const person = { username: how.slice(-3), display_name: how, role: 'manager', password: 'a password of hers' };
    const { id } = (await manager.call('POST', '/users', person)).json;
    const opener = await signIn(box.url, person.password, person.username);
    const { secret } = (await opener.call('POST', '/pair/window', { role: 'kitchen' })).json;
    const asked = (await ask(how)).json;
    expect((await manager.call('GET', '/pair/requests')).json.items).toHaveLength(1);
    expect((await end(id, opener)).status).toBeLessThan(300);
    for (const answer of [
      await claim(secret),
      await ask(),
      await manager.call('POST', `/pair/requests/${asked.request_id}/approve`, { role: 'kitchen' }),
    ])
      expect([how, answer.status, answer.json.code]).toEqual([how, 403, 'pairing_closed']);
    expect((await manager.call('GET', '/pair/window')).json.open).toBe(false);
    expect((await manager.call('GET', '/devices')).json.items).toEqual([]);
  }
  // With a session that goes on it stays open.
  const { secret } = await open();
  expect((await claim(secret)).status).toBe(200);
});

test('[PAI1] of two devices that read the same QR at once one is let in', async () => {
  const { secret } = await open();
  const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => claim(secret, `Tablet ${index}`)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await manager.call('GET', '/devices')).json.items).toHaveLength(1);
});

test('[PAI1] a device shows a code, the manager sees the same with its name and address, and approves it', async () => {
  await open();
  const asked = (await ask('Bar tablet')).json;
  expect(asked.code).toMatch(/^\d{4}$/);
  const state = () => stateOf(asked);
  expect(await state()).toMatchObject({ state: 'waiting', code: asked.code });
  const { pickup_secret: secret, ...listed } = asked;
  expect((await manager.call('GET', '/pair/requests')).json.items).toEqual([
    { ...listed, name: 'Bar tablet', address: '127.0.0.1' },
  ]);
  const approving = `/pair/requests/${asked.request_id}/approve`;
  expect((await stranger.call('POST', approving, { role: 'waiter' })).status).toBe(401);
  expect((await manager.call('POST', approving, { role: 'manager' })).status).toBe(400);
  expect((await manager.call('POST', approving, { role: 'waiter' })).status).toBe(204);
  const approved = await state();
  expect(approved).toMatchObject({ state: 'approved', role: 'waiter', name: 'Bar tablet' });
  const tablet = apiFor(box.url, approved.access_token);
  expect((await tablet.call('GET', '/users')).status).toBe(403);
  const { json: soup } = await manager.call('POST', '/products', { sku: 's', name: 'Soup', price: 4, category: 'c' });
  expect((await tablet.order({ items: [{ menu_item_id: soup.id, quantity: 1 }] })).json.server_name).toBe('Bar tablet');
});

test('[PAI6] the token is for the device that asked: not by what the manager sees, and no more once it has come with it', async () => {
  await open();
  const asked = (await ask('Bar tablet')).json;
  expect(Buffer.from(asked.pickup_secret, 'base64url')).toHaveLength(16);
  expect((await manager.call('GET', '/pair/requests')).text).not.toContain(asked.pickup_secret);
  await manager.call('POST', `/pair/requests/${asked.request_id}/approve`, { role: 'waiter' });
  expect((await stranger.call('GET', `/pair/requests/${asked.request_id}`)).status).toBe(401);
  expect(await stateOf({ pickup_secret: asked.request_id })).toEqual({ state: 'refused' });

  // Its answer may have been lost on the way.
  const [first, again] = [await stateOf(asked), await stateOf(asked)];
  expect(first).toMatchObject({ state: 'approved', access_token: expect.any(String) });
  expect(again).toEqual(first);
  const device = apiFor(box.url, first.access_token);
  expect((await device.call('GET', '/auth/me')).status).toBe(200);
  expect(await stateOf(asked)).toEqual({ state: 'refused' });
  // A browser that has its cookie is the device, though its page may have heard nothing.
  const cookie = `kitchen_pass_device=${first.access_token}`;
  expect(await stateOf(asked, { cookie })).toEqual(first);
  await manager.call('DELETE', `/devices/${first.device_id}`);
  expect(await stateOf(asked, { cookie })).toEqual({ state: 'refused' });
});

test('[PAI6] a device that was revoked before it came is told no token', async () => {
  await open();
  const asked = (await ask()).json;
  await manager.call('POST', `/pair/requests/${asked.request_id}/approve`, { role: 'waiter' });
  const [{ id }] = (await manager.call('GET', '/devices')).json.items;
  await manager.call('DELETE', `/devices/${id}`);
  expect(await stateOf(asked)).toEqual({ state: 'refused' });
});

test('[PAI1] a refused request, and one that nobody knows, are the same to who asks', async () => {
  await open();
  const asked = (await ask()).json;
  expect((await manager.call('POST', `/pair/requests/${asked.request_id}/refuse`)).status).toBe(204);
  expect(await stateOf(asked)).toEqual({ state: 'refused' });
  expect(await stateOf({ pickup_secret: 'nobody knows' })).toEqual({ state: 'refused' });
  for (const id of [asked.request_id, 'nobody-knows']) {
    expect((await manager.call('POST', `/pair/requests/${id}/approve`, { role: 'waiter' })).json.code).toBe(
      'pairing_closed',
    );
  }
});

test('[PAI3] whoever waits is told that pairing was shut before anybody had answered', async () => {
  for (const shutting of ['DELETE', 'POST'] as const) {
    await open();
    const { request_id, pickup_secret } = (await ask()).json;
    const state = () => stateOf({ pickup_secret });
    expect(await state()).toMatchObject({ state: 'waiting' });
    await manager.call(shutting, '/pair/window', shutting === 'POST' ? { role: 'waiter' } : undefined);
    expect(await state()).toEqual({ state: 'over' });
    expect((await manager.call('GET', '/pair/requests')).json.items).toEqual([]);
    expect((await manager.call('POST', `/pair/requests/${request_id}/approve`, { role: 'waiter' })).status).toBe(403);
  }
});

test('[PAI4] a manager is told where other machines find the server: nowhere while it listens to its own', async () => {
  expect((await manager.call('GET', '/pair/addresses')).json).toEqual({ items: [] });
  expect((await stranger.call('GET', '/pair/addresses')).status).toBe(401);
});

test('[PAI1] whoever floods the list of requests keeps nobody out who has the QR', async () => {
  const { secret } = await open();
  const answers = [];
  for (let index = 0; index < 30; index++) answers.push((await ask(`Flood ${index}`)).status);
  expect(answers.filter((status) => status === 201)).toHaveLength(3);
  expect((await claim(secret)).status).toBe(200);
});

test('[PAI5] of a crowd that fills the list the oldest gives way to a tablet at another address, and the crowd pushes nobody out', async () => {
  await open();
  const crowd = Array.from({ length: 9 }, (_, n) => atAddress(box.url, `127.0.7.${n + 1}`));
  const flood = async () => {
    const statuses = [];
    for (const one of crowd)
      for (let n = 0; n < 3; n++) statuses.push((await one.post('/pair/requests', { name: 'Flood' })).status);
    return statuses;
  };
  const waiting = async () => (await manager.call('GET', '/pair/requests')).json.items;
  expect((await flood()).filter((status) => status === 201).length).toBeGreaterThanOrEqual(20);
  expect(await waiting()).toHaveLength(20);

  const asked = await ask('Bar tablet');
  expect(asked.status).toBe(201);
  for (let again = 0; again < 3; again++) await flood();
  const items = await waiting();
  expect(items).toHaveLength(20);
  expect(items).toContainEqual(expect.objectContaining({ name: 'Bar tablet', code: asked.json.code }));
  expect(await stateOf(asked.json)).toMatchObject({ state: 'waiting' });
  for (const one of crowd) one.close();
});

test('[PER1] only managers open pairing, see devices and revoke them', async () => {
  const waiter = await addUser(box, { username: 'w', role: 'waiter' });
  const { id, api } = await pairDevice(manager, 'kitchen', 'Grill');
  for (const caller of [waiter, api, stranger]) {
    const refused = caller === stranger ? 401 : 403;
    expect((await caller.call('POST', '/pair/window', { role: 'waiter' })).status).toBe(refused);
    expect((await caller.call('GET', '/pair/requests')).status).toBe(refused);
    expect((await caller.call('GET', '/devices')).status).toBe(refused);
    expect((await caller.call('DELETE', `/devices/${id}`)).status).toBe(refused);
    expect((await caller.call('GET', '/users')).status).toBe(refused);
    expect((await caller.call('GET', '/api-keys')).status).toBe(refused);
  }
  expect((await api.call('GET', '/orders')).status).toBe(200);
});

test('[DEV1] a revoked device is refused at once, its streams end within a second, and it stays revoked', async () => {
  const { id, token, api } = await pairDevice(manager, 'kitchen', 'Grill');
  const seen = record(box.url, token);
  await seen.until(isLive);
  expect((await manager.call('GET', '/devices')).json.items).toMatchObject([{ id, name: 'Grill', role: 'kitchen' }]);
  expect((await manager.call('PATCH', `/devices/${id}`, { name: 'Grill 2' })).json).toMatchObject({ name: 'Grill 2' });

  expect((await manager.call('DELETE', `/devices/${id}`)).status).toBe(204);
  expect((await api.call('GET', '/orders')).status).toBe(401);
  expect((await seen.closed).code).toBe(4001);
  const { dataDir } = box;
  await box.stop();
  box = await startServer({ dataDir });
  expect((await apiFor(box.url, token).call('GET', '/orders')).status).toBe(401);
  manager = await managerOf(box);
  expect((await manager.call('GET', '/devices')).json.items).toEqual([]);
  expect((await manager.call('DELETE', `/devices/${id}`)).json.code).toBe('device_not_found');
});
