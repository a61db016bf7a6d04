import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor, signIn } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { isLive, record } from '../harness/recorder.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let manager: Api;

beforeEach(async () => {
  box = await startServer();
  manager = await managerOf(box);
});
afterEach(() => box.remove());

const anna = { username: 'anna', display_name: 'Anna', role: 'waiter', password: 'annas password', pin: '4711' };
const hire = async (person: object = anna) => (await manager.call('POST', '/users', person)).json;

test('[STF1] a manager adds people, who sign in, are changed and removed', async () => {
  const added = await manager.call('POST', '/users', anna);
  expect(added.status).toBe(201);
  expect(added.json).toEqual({
    id: expect.any(String),
    username: 'anna',
    display_name: 'Anna',
    role: 'waiter',
    has_password: true,
    has_pin: true,
  });
  expect((await manager.call('POST', '/users', { ...anna, username: 'ANNA' })).json.code).toBe('username_taken');
  const waiter = await signIn(box.url, anna.password, 'Anna');
  expect((await waiter.call('GET', '/auth/me')).json).toMatchObject({ display_name: 'Anna', role: 'waiter' });

  const changed = await manager.call('PATCH', `/users/${added.json.id}`, { display_name: 'Anna B.', pin: '' });
  expect(changed.json).toMatchObject({ display_name: 'Anna B.', has_pin: false, has_password: true });
  expect((await manager.call('GET', '/users')).json.items.map(({ username }: any) => username)).toEqual([
    'admin',
    'anna',
  ]);
  expect((await manager.call('DELETE', `/users/${added.json.id}`)).status).toBe(204);
  expect((await manager.call('DELETE', `/users/${added.json.id}`)).json.code).toBe('user_not_found');
  expect((await waiter.call('GET', '/orders')).status).toBe(401);
  await expect(signIn(box.url, anna.password, 'anna')).rejects.toThrow('401');
  // The name is free again, and is somebody else's now.
  expect((await hire()).id).not.toBe(added.json.id);
  expect((await waiter.call('GET', '/orders')).status).toBe(401);
});

test('[STF1] [AUT2] a new role or password ends what a person has open within a second', async () => {
  const { id } = await hire();
  for (const change of [{ role: 'kitchen' }, { password: 'another password' }]) {
    const password = 'role' in change ? anna.password : anna.password;
    const { token, call } = await signIn(box.url, password, 'anna');
    const seen = record(box.url, token);
    await seen.until(isLive);
    expect((await manager.call('PATCH', `/users/${id}`, change)).status).toBe(200);
    expect((await seen.closed).code).toBe(4001);
    expect((await call('GET', '/orders')).status).toBe(401);
  }
  await signIn(box.url, 'another password', 'anna');
});

test('[STF1] the first manager stays, and stays a manager', async () => {
  expect((await manager.call('DELETE', '/users/admin')).json.code).toBe('first_manager');
  expect((await manager.call('PATCH', '/users/admin', { role: 'waiter' })).json.code).toBe('first_manager');
  expect((await manager.call('PATCH', '/users/admin', { display_name: 'Boss' })).json.display_name).toBe('Boss');
  expect((await manager.call('GET', '/auth/me')).json).toMatchObject({ display_name: 'Boss', role: 'manager' });
});

test('[STF1] [INP3] what is no name, password, PIN or role is refused with the field', async () => {
  for (const [field, value] of [
    ['username', 'two words'],
    ['username', ''],
    ['username', ' x'],
    ['display_name', ' '],
    ['password', 'short'],
    ['pin', '12'],
    ['pin', 'abcd'],
    ['pin', '٤٧١١'],
    ['role', 'service'],
    ['role', 'display'],
    ['is_admin', true],
  ]) {
    const answer = await manager.call('POST', '/users', { ...anna, [String(field)]: value });
    expect([field, value, answer.status, answer.json.errors?.[0]?.path]).toEqual([field, value, 400, field]);
  }
  expect((await manager.call('GET', '/users')).json.items).toHaveLength(1);
});

test('[PIN1] on a paired device a PIN changes over to a person, and signing out back to the device', async () => {
  const { id } = await hire();
  const { api, token } = await pairDevice(manager, 'waiter', 'Terrace');
  expect((await api.call('GET', '/auth/people')).json.items).toEqual([{ id, display_name: 'Anna' }]);
  const byPin = await api.call('POST', '/auth/pin', { user_id: id, pin: anna.pin });
  expect(byPin.json).toMatchObject({ user_id: id, role: 'waiter', expires_in: 43_200 });

  const cookies = `kitchen_pass_session=${byPin.json.access_token}; kitchen_pass_device=${token}`;
  const page = apiFor(box.url, '');
  const whoAmI = async () => (await page.call('GET', '/auth/me', undefined, { cookie: cookies })).json.display_name;
  expect(await whoAmI()).toBe('Anna');
  expect((await page.call('POST', '/auth/logout', undefined, { cookie: cookies })).status).toBe(204);
  expect(await whoAmI()).toBe('Terrace');
});

test('[PIN1] who changes over to somebody else has left the device; a page says as what it is paired', async () => {
  const anna1 = await hire();
  const ben = await hire({ ...anna, username: 'ben', display_name: 'Ben', pin: '0815' });
  const { api, token } = await pairDevice(manager, 'waiter', 'Terrace');
  const first = (await api.call('POST', '/auth/pin', { user_id: anna1.id, pin: '4711' })).json.access_token;
  expect((await apiFor(box.url, first).call('GET', '/orders')).status).toBe(200);
  const answer = await apiFor(box.url, first).call('POST', '/auth/pin', { user_id: ben.id, pin: '0815' });
  expect((await apiFor(box.url, first).call('GET', '/orders')).status).toBe(401);

  const page = apiFor(box.url, '');
  const me = async (session: string) =>
    (await page.call('GET', '/auth/me', undefined, { cookie: `${session}kitchen_pass_device=${token}` })).json;
  const asBen = `kitchen_pass_session=${answer.json.access_token}; `;
  expect(await me(asBen)).toMatchObject({ display_name: 'Ben', paired_as: 'Terrace' });
  expect(await me('')).toMatchObject({ display_name: 'Terrace', paired_as: 'Terrace' });
  // By password they may do all that they may anywhere, and what they do is no device's.
  const byPassword = await signIn(box.url, anna.password, 'anna');
  expect(await me(`kitchen_pass_session=${byPassword.token}; `)).toMatchObject({
    device_id: null,
    paired_as: 'Terrace',
  });
  expect((await byPassword.call('GET', '/auth/me')).json).toMatchObject({ device_id: null, paired_as: null });
});

test('[PIN1] a PIN is worth nothing where no device is paired, nor for somebody who has none', async () => {
  const { id } = await hire();
  expect((await manager.call('POST', '/auth/pin', { user_id: id, pin: anna.pin })).status).toBe(403);
  expect((await manager.call('GET', '/auth/people')).json.items).toEqual([]);
  const { api } = await pairDevice(manager, 'waiter', 'Terrace');
  for (const user_id of ['admin', 'nobody', id]) {
    const answer = await api.call('POST', '/auth/pin', { user_id, pin: '0000' });
    expect([user_id, answer.status, answer.json.code]).toEqual([user_id, 401, 'wrong_login']);
  }
});

test('[TRY1] [LOG1] whoever guesses a PIN is in the log by the device, and nobody is by name', async () => {
  const { id } = await hire();
  const device = await pairDevice(manager, 'waiter', 'Terrace');
  const guess = async (n: number) =>
    (await device.api.call('POST', '/auth/pin', { user_id: id, pin: `0815${n}` })).status;
  let tries = 0;
  while ((await guess(tries)) === 401) tries++;
  expect(tries).toBeGreaterThanOrEqual(10);
  const line = box.logged.filter((text) => text.includes('tries have run out')).join();
  expect(JSON.parse(line)).toMatchObject({ level: 40, aim: 'pin', deviceId: device.id });
  for (const word of ['Anna', 'anna', 'Terrace', '0815', id]) expect(line).not.toContain(word);
});

test("[PIN1] [RDY4] a guests' board stays one: it is told no names, and nobody comes by PIN", async () => {
  const { id } = await hire();
  const { api } = await pairDevice(manager, 'display', 'Hall');
  for (const answer of [
    await api.call('GET', '/auth/people'),
    await api.call('POST', '/auth/pin', { user_id: id, pin: anna.pin }),
  ])
    expect([answer.status, answer.json.code]).toEqual([403, 'not_allowed']);
  expect((await api.call('GET', '/auth/me')).json).toMatchObject({ role: 'display' });
  const { api: tablet } = await pairDevice(manager, 'kitchen', 'Grill');
  expect((await tablet.call('POST', '/auth/pin', { user_id: id, pin: anna.pin })).status).toBe(200);
});

test('[PIN1] a manager who comes by PIN may do what the device may, and ends with it', async () => {
  const { id } = await hire({ ...anna, role: 'manager' });
  const device = await pairDevice(manager, 'kitchen', 'Grill');
  const { access_token } = (await device.api.call('POST', '/auth/pin', { user_id: id, pin: anna.pin })).json;
  const boss = apiFor(box.url, access_token);
  expect((await boss.call('GET', '/auth/me')).json).toMatchObject({ display_name: 'Anna', role: 'kitchen' });
  expect((await boss.call('GET', '/users')).status).toBe(403);
  expect((await boss.call('POST', '/pair/window', { role: 'waiter' })).status).toBe(403);
  await manager.call('DELETE', `/devices/${device.id}`);
  expect((await boss.call('GET', '/auth/me')).status).toBe(401);
});

test('[DEV1] who signs in by password on a paired device is who they are anywhere, and ends with it', async () => {
  await hire({ ...anna, role: 'manager' });
  const elsewhere = await signIn(box.url, anna.password, 'anna');
  const device = await pairDevice(manager, 'waiter', 'Terrace');
  const page = apiFor(box.url, '');
  const paired = `kitchen_pass_device=${device.token}`;
  const credentials = { username: 'anna', password: anna.password };
  const { access_token } = (await page.call('POST', '/auth/login', credentials, { cookie: paired })).json;
  const cookie = `kitchen_pass_session=${access_token}; ${paired}`;
  expect((await page.call('GET', '/auth/me', undefined, { cookie })).json).toMatchObject({
    display_name: 'Anna',
    role: 'manager',
    device_id: null,
  });
  expect((await page.call('GET', '/users', undefined, { cookie })).status).toBe(200);
  const seen = record(box.url, undefined, '', { cookie });
  await seen.until(isLive);

  await manager.call('DELETE', `/devices/${device.id}`);
  expect((await page.call('GET', '/auth/me', undefined, { cookie })).status).toBe(401);
  expect((await apiFor(box.url, access_token).call('GET', '/auth/me')).status).toBe(401);
  expect((await seen.closed).code).toBe(4001);
  expect((await elsewhere.call('GET', '/users')).status).toBe(200);
});

test('[AUT6] a password is changed by who came by password, not by PIN, nor by a device or a program', async () => {
  const { id } = await hire({ ...anna, role: 'manager' });
  const { api } = await pairDevice(manager, 'waiter', 'Terrace');
  const byPin = (await api.call('POST', '/auth/pin', { user_id: id, pin: anna.pin })).json.access_token;
  const { key } = (await manager.call('POST', '/api-keys', { name: 'Till' })).json;
  const change = { current_password: anna.password, new_password: 'annas second' };
  for (const token of [byPin, api.token, key]) {
    const answer = await apiFor(box.url, token).call('POST', '/auth/password', change);
    expect([answer.status, answer.json.code]).toEqual([403, 'not_allowed']);
  }
  const { call } = await signIn(box.url, anna.password, 'anna');
  expect((await call('POST', '/auth/password', change)).status).toBe(204);
  await signIn(box.url, 'annas second', 'anna');
});
