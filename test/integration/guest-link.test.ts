import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor } from '../harness/api.ts';
import { listenByEvents, listenBySocket, told } from '../harness/listener.ts';
import { managerOf } from '../harness/manager.ts';
import { rememberSecret } from '../harness/sent-secrets.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { addUser } from '../harness/user.ts';

let box: ServerBox;
let manager: Api;
let nowMs: number;
const clock = { nowMs: () => nowMs };
const hourMs = 3600_000;

beforeEach(async () => {
  // Far from the change of day, whenever this runs; a token of that time is good now.
  nowMs = Date.parse(`${new Date().toISOString().slice(0, 10)}T12:00:00Z`);
  box = await startServer({}, { clock });
  manager = await managerOf(box);
});
afterEach(() => box.remove());

type Linked = { readonly id: string; readonly item: string; readonly number: string; readonly secret: string };

/** An order of which every word is found nowhere else, and its link. */
async function linked(label: string, api = manager): Promise<Linked> {
  const placed = (
    await api.order({
      type: 'dine_in',
      table_number: `T-${label}`,
      customer_name: `Name ${label}`,
      customer_phone: '+49 30 5550199',
      notes: `note ${label}`,
      items: [{ name: `Dish ${label}`, unit_price: 47.31, quantity: 2, modifiers: ['no salt'], notes: `say ${label}` }],
    })
  ).json;
  const { path } = (await api.call('GET', `/orders/${placed.id}/guest-link`)).json;
  const secret = path.replace('/o/', '');
  rememberSecret(box.url, secret);
  return { id: placed.id, item: placed.items[0].id, number: placed.number, secret };
}

const listenTo = (id: string, secret: string) => [
  listenBySocket(box.url, `/ws/orders/${id}`, secret),
  listenByEvents(box.url, `/events/orders/${id}`, secret),
];

const status = (id: string, wanted: string) => manager.call('PATCH', `/orders/${id}/status`, { status: wanted });
const poll = (id: string, secret: string, query = '') =>
  apiFor(box.url, secret).call('GET', `/sync/orders/${id}${query}`);

/** What no guest is told, of their own order neither. */
const hidden =
  /Name |5550199|note |say |47\.31|94\.62|admin|Manager|price|paid|station|server_name|progress|"notes"|uuid/;

test('[GST1] [GST2] whoever has the link is told number, table, dishes and how far they are, by all three ways', async () => {
  const ann = await linked('Annabel');
  const listeners = listenTo(ann.id, ann.secret);
  for (const { heard } of listeners) await expect.poll(heard).toContain('"type":"live"');
  await status(ann.id, 'preparing');
  await status(ann.id, 'ready');
  for (const { heard } of listeners) {
    await expect.poll(heard).toMatch(/"state":"received"(.|\n)*"state":"preparing"(.|\n)*"state":"ready"/);
    expect(heard()).toContain('"items":[{"name":"Dish Annabel","quantity":2,"modifiers":["no salt"]');
    expect(heard()).toContain('"table_number":"T-Annabel"');
    expect(heard()).not.toMatch(hidden);
    expect(heard()).not.toContain(ann.item);
  }
  const { entities } = (await poll(ann.id, ann.secret)).json;
  expect(entities.guest).toEqual({
    number: ann.number,
    type: 'dine_in',
    table_number: 'T-Annabel',
    state: 'ready',
    over: false,
    ready_by: null,
    items: [{ name: 'Dish Annabel', quantity: 2, modifiers: ['no salt'], state: 'ready' }],
  });
  expect([entities.orders, entities.products]).toEqual([[], []]);
  await status(ann.id, 'completed');
  for (const { heard } of listeners) await expect.poll(heard).toMatch(/"state":"completed","over":true/);
  await expect.poll(listeners[0]!.heard).toContain('closed 1000');
  await expect.poll(listeners[1]!.heard).toContain('ended');
});

test('[GST5] a poll of the order is held until that order changes, and answers nothing of what else happens', async () => {
  const [ann, ben] = [await linked('Annabel'), await linked('Benedict')];
  const first = (await poll(ann.id, ann.secret)).json;
  let isHeld = true;
  const held = poll(ann.id, ann.secret, `?wait=20&last_event_id=${first.cursor}`).finally(() => {
    isHeld = false;
  });
  for (let others = 0; others < 5; others++) await status(ben.id, others % 2 ? 'ready' : 'preparing');
  expect((await poll(ann.id, ann.secret, `?last_event_id=${first.cursor}`)).json).toMatchObject({ events: [] });
  expect(isHeld).toBe(true);
  await status(ann.id, 'preparing');
  expect((await held).json).toMatchObject({ mode: 'snapshot', head: 2, entities: { guest: { state: 'preparing' } } });
});

test('[GST1] nothing of another order is told by a link, whatever is asked with it', { timeout: 120_000 }, async () => {
  const [ann, ben] = [await linked('Annabel'), await linked('Benedict')];
  const guesses = [
    ...[ben.id, ben.id.toUpperCase(), `${ann.id},${ben.id}`, `${ben.id}%00`, 'admin', 'live', ben.number, ben.secret],
    ...Array.from({ length: 10 }, (_, n) => nearTo(ben.id, n)),
  ];
  const listeners = guesses.flatMap((id) => listenTo(encodeURI(id), ann.secret));
  const own = listenTo(ann.id, ann.secret);
  for (const { heard } of own) await expect.poll(heard).toContain('"type":"live"');
  const answers = [];
  const paths = ['/orders', '/orders/bumped', '/sync/orders', '/sync/ready', '/products', '/settings', '/auth/me'];
  for (const path of [
    ...paths,
    ...['/events/orders', '/events/products', '/events/ready', '/users', '/auth/people', '/metrics', '/ws/health'],
    ...['', '/history', '/guest-link'].map((end) => `/orders/${ben.id}${end}`),
    ...['', '/history', '/guest-link'].map((end) => `/orders/${ann.id}${end}`),
    ...guesses.map((id) => `/sync/orders/${encodeURI(id)}`),
  ])
    answers.push(await told(box.url, 'GET', `/api/v1${path}`, ann.secret));
  for (const [method, path] of [
    ['POST', '/orders'],
    ['POST', `/orders/${ann.id}/cancel`],
    ['PATCH', `/orders/${ann.id}/status`],
    ['POST', '/auth/password'],
    ['POST', '/auth/logout'],
    ['POST', '/events/ack'],
  ] as const) {
    const answer = await told(box.url, method, `/api/v1${path}`, ann.secret, { status: 'ready' });
    expect([path, answer.slice(0, 3)]).toEqual([path, '403']);
  }
  await status(ben.id, 'ready');
  await manager.call('POST', `/orders/${ann.id}/merge`, { from: ben.id });
  for (const { heard } of own) await expect.poll(heard).toContain('"type":"guest_changed"');
  for (const { heard } of listeners) await expect.poll(heard).not.toBe('');
  const heard = [...listeners, ...own].map((listener) => listener.heard());
  for (const text of [...answers, ...heard]) {
    expect(text.replaceAll(ben.id, '')).not.toMatch(/Benedict/);
    expect(text).not.toMatch(hidden);
  }
  for (const listener of own) expect(listener.heard()).not.toContain(ben.id);
  for (const listener of [...listeners, ...own]) listener.close();
});

test('[GST2] an order that was put to another one says so and tells nothing of that', async () => {
  const [ann, ben] = [await linked('Annabel'), await linked('Benedict')];
  await manager.call('POST', `/orders/${ann.id}/merge`, { from: ben.id });
  const { guest } = (await poll(ben.id, ben.secret)).json.entities;
  expect(guest).toMatchObject({ state: 'moved', over: true, items: [] });
  const items = (await poll(ann.id, ann.secret)).json.entities.guest.items;
  expect(items.map(({ name }: { name: string }) => name)).toEqual(['Dish Annabel']);
});

test('[GST3] a changed, cut, made-up or foreign secret is nobody’s: always the same answer', async () => {
  const [ann, ben] = [await linked('Annabel'), await linked('Benedict')];
  const bytes = Buffer.from(ann.secret, 'base64url');
  const wrong = [
    // The other order's id with this one's proof, and every byte changed by one bit.
    Buffer.concat([Buffer.from(ben.secret, 'base64url').subarray(0, 16), bytes.subarray(16)]).toString('base64url'),
    ...Array.from(bytes, (byte, at) => {
      const changed = Buffer.from(bytes);
      changed[at] = byte ^ 1;
      return changed.toString('base64url');
    }),
    ...[ann.secret.slice(1), `${ann.secret}A`, ann.id, ann.secret.toLowerCase(), 'x'],
    ...Array.from({ length: 20 }, () => randomBytes(32).toString('base64url')),
  ];
  const answers = new Set<string>();
  for (const secret of wrong) {
    const { status: code, text } = await poll(ann.id, secret);
    answers.add(`${code} ${text.replace(/"instance":"[^"]*"/, '')}`);
  }
  expect(answers.size).toBe(1);
  expect([...answers][0]).toMatch(/^401 /);
  const socket = listenBySocket(box.url, `/ws/orders/${ann.id}`, wrong[0]!);
  await expect.poll(socket.heard).toContain('closed 4001');
  // Of the page itself nobody learns whether a secret is one.
  const pages = await Promise.all([ann.secret, wrong[0]].map((one) => fetch(`${box.url}/o/${one}`)));
  const [right, other] = await Promise.all(pages.map(async (page) => [page.status, await page.text()]));
  expect(right).toEqual(other);
});

test('[GST4] a link outlives a restart, and ends some hours after its order: what is open on it within a second', async () => {
  const ann = await linked('Annabel');
  await box.stop();
  box = await startServer({ dataDir: box.dataDir }, { clock });
  manager = await managerOf(box);
  nowMs += 4 * hourMs;
  expect((await poll(ann.id, ann.secret)).json.entities.guest).toMatchObject({ state: 'received' });
  await status(ann.id, 'completed');
  nowMs += 2 * hourMs;
  expect((await poll(ann.id, ann.secret)).json.entities.guest).toMatchObject({ state: 'completed', over: true });
  const cursor = (await poll(ann.id, ann.secret)).json.cursor;
  const held = poll(ann.id, ann.secret, `?wait=20&last_event_id=${cursor}`);
  const member = () => manager.call('GET', '/ws/orders/live/connections').then(({ json }) => json.items.length);
  await expect.poll(member).toBe(1);
  nowMs += 2 * hourMs;
  expect((await held).status).toBe(401);
  expect((await poll(ann.id, ann.secret)).status).toBe(401);
});

test('[GST4] with the installation’s key all links end', async () => {
  const ann = await linked('Annabel');
  await box.stop();
  rmSync(join(box.dataDir, 'signing.key'));
  box = await startServer({ dataDir: box.dataDir }, { clock });
  expect((await poll(ann.id, ann.secret)).status).toBe(401);
});

test('[GST1] [ISO1] a link is of its order’s restaurant, and nobody of another gets it', async () => {
  const other = await addUser(box, { username: 'zuleika', role: 'manager', restaurant: 'second' });
  const theirs = await linked('Zephyr', other);
  expect((await poll(theirs.id, theirs.secret)).json).toMatchObject({ restaurant_id: 'second' });
  expect((await manager.call('GET', `/orders/${theirs.id}/guest-link`)).status).toBe(404);
});

test('[GST6] who guesses, and who asks without end, is put off; staff are answered all the while', {
  timeout: 60_000,
}, async () => {
  const ann = await linked('Annabel');
  const asMany = async (count: number, secret: () => string) => {
    const all = await Promise.all(Array.from({ length: count }, () => poll(ann.id, secret()).catch(() => undefined)));
    return new Set(all.map((answer) => answer?.status));
  };
  expect(await asMany(500, () => ann.secret)).toEqual(new Set([200, 429]));
  expect((await manager.call('GET', '/orders')).status).toBe(200);
  expect(await asMany(1200, () => randomBytes(32).toString('base64url'))).toContain(429);
  expect((await manager.order()).status).toBe(201);
});

test('[GST6] guests take a quarter of the places for live screens and no more, and one table not all of those', async () => {
  await box.remove();
  box = await startServer({ maxConnections: 80 }, { clock });
  manager = await managerOf(box);
  const orders = [await linked('Annabel'), await linked('Benedict'), await linked('Cornelia')];
  const isIn = ({ heard }: { heard(): string }) => heard().includes('"type":"live"');
  const isOut = ({ heard }: { heard(): string }) => heard().includes('closed 4429');
  const open = async ({ id, secret }: Linked, count: number) => {
    const sockets = Array.from({ length: count }, () => listenBySocket(box.url, `/ws/orders/${id}`, secret));
    await expect.poll(() => sockets.filter((one) => isIn(one) || isOut(one)).length).toBe(count);
    return sockets;
  };
  const [ann, ben, cornelia] = orders as [Linked, Linked, Linked];
  const first = await open(ann, 18);
  expect(first.filter(isIn)).toHaveLength(16);
  const second = await open(ben, 6);
  expect(second.filter(isIn)).toHaveLength(4);
  const third = await open(cornelia, 1);
  expect(third.filter(isIn)).toHaveLength(0);
  const board = listenBySocket(box.url, '/ws/orders/live', manager.token);
  await expect.poll(board.heard).toContain('"type":"live"');
  for (const one of [...first, ...second, ...third, board]) one.close();
});

/** One letter of it is another. */
function nearTo(id: string, n: number): string {
  const at = n % id.length;
  return id.slice(0, at) + (id[at] === '0' ? '1' : '0') + id.slice(at + 1);
}
