import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor, signIn } from '../harness/api.ts';
import { type Listener, listenBySocket } from '../harness/listener.ts';
import { managerOf } from '../harness/manager.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { rememberSecret } from '../harness/sent-secrets.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { addUser } from '../harness/user.ts';

let box: ServerBox;
let manager: Api;
let nobody: Api;

beforeEach(async () => {
  box = await startServer();
  manager = await managerOf(box);
  nobody = apiFor(box.url, '');
});
afterEach(() => box.remove());

const switchOn = (isOn = true) => manager.call('PATCH', '/settings', { customer_accounts: isOn });
const password = 'a password of a guest';
const register = (name = 'Ann', chosen = password) =>
  nobody.call('POST', '/auth/register', { display_name: name, password: chosen });

async function registered(name = 'Ann') {
  const { status, json } = await register(name);
  expect(status).toBe(201);
  return { username: json.username as string, id: json.user_id as string, api: apiFor(box.url, json.access_token) };
}

async function linked(label: string) {
  const items = [{ name: `Dish ${label}`, unit_price: 47.31, quantity: 1, notes: `say ${label}` }];
  const order = { customer_name: `Name ${label}`, customer_phone: '+49 30 5550199', items };
  const { id } = (await manager.order(order)).json;
  const secret = (await manager.call('GET', `/orders/${id}/guest-link`)).json.path.replace('/o/', '');
  rememberSecret(box.url, secret);
  return { id, secret };
}

test('[GST8] accounts are off at first; then guests make theirs, sign in with it and change its password', async () => {
  expect((await nobody.call('GET', '/account')).json).toEqual({ open: false });
  expect((await register()).status).toBe(404);
  expect((await switchOn()).json.customer_accounts).toBe(true);
  expect((await nobody.call('GET', '/account')).json).toEqual({ open: true });
  const ann = await registered();
  expect((await ann.api.call('GET', '/auth/me')).json).toMatchObject({ role: 'guest', display_name: 'Ann' });
  const next = 'another password of a guest';
  const change = { current_password: password, new_password: next };
  expect((await ann.api.call('POST', '/auth/password', change)).status).toBe(204);
  await expect(signIn(box.url, password, ann.username)).rejects.toThrow('401');
  const again = await signIn(box.url, next, ann.username);
  // Who has one keeps it when no more are made.
  await switchOn(false);
  expect((await register('Ben')).status).toBe(404);
  expect((await again.call('GET', '/account/orders')).json).toEqual({ items: [] });
});

test('[GST8] nobody learns by registering who has an account or works here', async () => {
  await switchOn();
  await addUser(box, { username: 'anna', role: 'waiter' });
  const names = new Set<string>();
  for (const name of ['anna', 'anna', 'Anna', 'admin', '  !  x', '日本']) {
    const { status, json } = await register(name);
    expect([name, status]).toEqual([name, 201]);
    expect(json.username).toMatch(/^[\p{L}\p{N}]+-\d{6}$/u);
    names.add(json.username);
  }
  expect(names.size).toBe(6);
});

test.each([
  [{ display_name: 'Ann', password: 'short' }, 'password'],
  [{ display_name: '', password }, 'display_name'],
  [{ display_name: 'Ann' }, 'password'],
])('[GST8] %j is refused at its field', async (body, path) => {
  await switchOn();
  const { status, json } = await nobody.call('POST', '/auth/register', body);
  expect([status, json.errors[0].path]).toEqual([400, path]);
  const more = { display_name: 'Ann', password, role: 'manager' };
  expect((await nobody.call('POST', '/auth/register', more)).status).toBe(400);
});

test('[STF2] a guest’s account comes to work by no change of a manager’s, and is removed by one', async () => {
  await switchOn();
  const ann = await registered('Chef Ann');
  const change = async (body: object) => (await manager.call('PATCH', `/users/${ann.id}`, body)).json;
  for (const [path, body] of [
    ['role', { role: 'manager' }],
    ['role', { role: 'waiter', pin: '4711' }],
    ['pin', { pin: '4711' }],
  ] as const)
    expect((await change(body)).errors?.[0]?.path).toBe(path);
  expect((await ann.api.call('GET', '/auth/me')).json.role).toBe('guest');
  expect((await change({ display_name: 'Ann', role: 'guest', pin: '' })).display_name).toBe('Ann');
  expect((await manager.call('DELETE', `/users/${ann.id}`)).status).toBe(204);
  expect((await ann.api.call('GET', '/auth/me')).status).toBe(401);
});

test('[GST8] [TRY1] who makes many accounts has to wait, and whoever belongs here signs in meanwhile', async () => {
  await switchOn();
  const answers = [];
  for (let count = 0; count < 12; count++) answers.push((await register(`Ann ${count}`)).status);
  expect(answers).toEqual([...Array.from({ length: 10 }, () => 201), 429, 429]);
  expect(await signIn(box.url, box.password)).toBeDefined();
  const tablet = await pairDevice(manager, 'waiter', 'Floor');
  expect((await tablet.api.call('GET', '/orders')).status).toBe(200);
});

test('[GST9] an order comes into an account by its link alone, and is told there as by the link', async () => {
  await switchOn();
  const [ann, ben] = [await registered('Ann'), await registered('Ben')];
  const [soup, cake] = [await linked('Annabel'), await linked('Benedict')];
  const keep = (api: Api, secret: string) => api.call('POST', '/account/orders', { secret });
  for (const secret of [soup.secret.replace(/^../, 'AA'), `${cake.secret.slice(0, 21)}${soup.secret.slice(21)}`])
    expect((await keep(ann.api, secret)).status).toBe(404);
  expect((await keep(ann.api, soup.id)).status).toBe(400);
  for (let twice = 0; twice < 2; twice++) expect((await keep(ann.api, soup.secret)).status).toBe(204);
  expect((await keep(ben.api, cake.secret)).status).toBe(204);
  const { text, json } = await ann.api.call('GET', '/account/orders');
  expect(json.items).toHaveLength(1);
  expect(json.items[0]).toMatchObject({
    path: `/o/${soup.secret}`,
    guest: { state: 'received', items: [{ name: 'Dish Annabel', quantity: 1 }] },
  });
  expect(text).not.toMatch(/Benedict|Name |5550199|say |47\.31|admin/);
  await manager.call('PATCH', `/orders/${soup.id}/status`, { status: 'completed' });
  expect((await ann.api.call('GET', '/account/orders')).json.items[0].guest.state).toBe('completed');
  // It makes nobody its owner: by id they have no more of it than before.
  for (const path of [`/orders/${soup.id}`, `/orders/${soup.id}/history`])
    expect((await ann.api.call('GET', path)).status).toBe(403);
  expect((await ann.api.call('GET', `/sync/orders/${soup.id}`)).status).toBe(404);
});

test('[GST9] [ISO1] an order of another restaurant cannot be kept', async () => {
  await switchOn();
  const ann = await registered();
  const other = await addUser(box, { username: 'zuleika', role: 'manager', restaurant: 'second' });
  const { id } = (await other.order()).json;
  const secret = (await other.call('GET', `/orders/${id}/guest-link`)).json.path.replace('/o/', '');
  rememberSecret(box.url, secret);
  expect((await ann.api.call('POST', '/account/orders', { secret })).status).toBe(404);
});

test('[GST9] an account is closed by its password: it is gone with all that was kept, and its orders stay', async () => {
  await switchOn();
  const ann = await registered();
  const soup = await linked('Annabel');
  await ann.api.call('POST', '/account/orders', { secret: soup.secret });
  expect((await ann.api.call('POST', '/account/close', { password: 'not it at all' })).status).toBe(401);
  expect((await ann.api.call('GET', '/account/orders')).status).toBe(200);
  expect((await ann.api.call('POST', '/account/close', { password })).status).toBe(204);
  expect((await ann.api.call('GET', '/account/orders')).status).toBe(401);
  await expect(signIn(box.url, password, ann.username)).rejects.toThrow('401');
  expect((await manager.call('GET', `/orders/${soup.id}`)).status).toBe(200);
  await box.stop();
  const db = new Database(join(box.dataDir, 'kitchen.db'), { readonly: true });
  const rows = (sql: string) => db.prepare(sql).all(ann.id) as object[];
  expect(rows('SELECT display_name, password_hash FROM users WHERE id = ?')).toEqual([
    { display_name: '', password_hash: '' },
  ]);
  expect(rows('SELECT * FROM guest_orders WHERE user_id = ?')).toEqual([]);
  expect(rows('SELECT * FROM sessions WHERE user_id = ? AND address IS NOT NULL')).toEqual([]);
  db.close();
  box = await startServer({ dataDir: box.dataDir });
  manager = await managerOf(box);
  const names = (await manager.call('GET', '/users')).json.items.map(({ username }: { username: string }) => username);
  expect(names).not.toContain(ann.username);
});

test('[GST8] a guest places no order, and changes none', async () => {
  await switchOn();
  const ann = await registered();
  const { id } = (await manager.order()).json;
  expect((await ann.api.order()).status).toBe(403);
  expect((await ann.api.call('POST', `/orders/${id}/cancel`, {})).status).toBe(403);
  expect((await ann.api.call('POST', `/orders/${id}/bump`, {})).status).toBe(403);
});

test('[GST6] guests with accounts fill no more than their share of the house, however many accounts they make', async () => {
  await box.remove();
  box = await startServer({ maxConnections: 40 });
  manager = await managerOf(box);
  nobody = apiFor(box.url, '');
  await switchOn();
  const guests = [await registered('Ann'), await registered('Ben')];
  const sockets = guests.flatMap(({ api }) =>
    Array.from({ length: 8 }, () => listenBySocket(box.url, '/ws/products', api.token)),
  );
  const isIn = ({ heard }: Listener) => heard().includes('"type":"live"');
  const isOut = ({ heard }: Listener) => heard().includes('closed 4429');
  await expect.poll(() => sockets.filter((one) => isIn(one) || isOut(one)).length).toBe(16);
  expect(sockets.filter(isIn)).toHaveLength(10);
  const board = listenBySocket(box.url, '/ws/orders/live', manager.token);
  await expect.poll(board.heard).toContain('"type":"live"');
  for (const one of [...sockets, board]) one.close();
});
