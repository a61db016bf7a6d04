import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor } from '../harness/api.ts';
import { type Listener, listenByEvents, listenBySocket, told } from '../harness/listener.ts';
import { managerOf } from '../harness/manager.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { registeredRoutes } from '../harness/registered-routes.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { addUser } from '../harness/user.ts';

let box: ServerBox;
let manager: Api;
let other: Api;

beforeEach(async () => {
  box = await startServer();
  manager = await managerOf(box);
  other = await addUser(box, { username: 'zuleika', role: 'manager', restaurant: 'second' });
});
afterEach(() => box.remove());

/** Of the other restaurant; every word is found nowhere else. */
const secrets = {
  type: 'takeaway',
  customer_name: 'Quentin Zephyr',
  customer_phone: '+49 30 5550199',
  notes: 'xylophone at the door',
  items: [{ name: 'Vixen stew', unit_price: 47.31, quantity: 3, modifiers: ['no quince'], notes: 'for the judge' }],
};
const telling = /Zephyr|5550199|xylophone|Vixen|47\.31|141\.93|quince|judge|zuleika|Wizard|Jukebox|Yacht/i;

type Second = { readonly order: any; readonly ids: readonly string[]; readonly tokens: readonly string[] };

/** What the other restaurant has: an order, a dish, a device, a key, a person. */
async function fill(): Promise<Second> {
  const order = (await other.order(secrets)).json;
  const product = { sku: 'vixen', name: 'Vixen stew', price: 47.31, category: 'Wizardry' };
  const { id: productId } = (await other.call('POST', '/products', product)).json;
  const device = await pairDevice(other, 'kitchen', 'Wizard screen');
  const key = (await other.call('POST', '/api-keys', { name: 'Jukebox' })).json;
  const person = { username: 'yacht', display_name: 'Yacht', role: 'waiter', pin: '4711' };
  const { id: userId } = (await other.call('POST', '/users', person)).json;
  await other.call('POST', '/pair/window', { role: 'display' });
  return {
    order,
    ids: [order.id, order.items[0].id, productId, device.id, key.id, userId],
    tokens: [device.token, key.key, other.token],
  };
}

const stateOf = async (api: Api) =>
  Promise.all(
    ['/orders', '/products', '/users', '/devices', '/api-keys', '/stations', '/settings', '/pair/window'].map(
      async (path) => (await api.call('GET', path)).text.replaceAll(/"(seen|used)_at":("[^"]*"|null)/g, ''),
    ),
  );

const streams = ['orders/live', 'products', 'ready'] as const;
const events = ['orders', 'products', 'ready'] as const;

/** Everything that can be followed, and one order by its id. */
const listenToAll = (token: string, id: string): readonly Listener[] => [
  ...[...streams, `orders/${id}`].map((path) => listenBySocket(box.url, `/ws/${path}`, token)),
  ...[...events, `orders/${id}`].map((path) => listenByEvents(box.url, `/events/${path}`, token)),
];

test('[ISO1] nothing of one restaurant is told in another, by no route and no stream, and nothing of it is changed', {
  timeout: 120_000,
}, async () => {
  const second = await fill();
  const roles = [
    manager,
    await addUser(box, { username: 'guest', role: 'guest' }),
    (await pairDevice(manager, 'kitchen', 'Grill')).api,
    (await pairDevice(manager, 'waiter', 'Floor')).api,
    (await pairDevice(manager, 'display', 'Hall')).api,
  ];
  await other.call('POST', '/pair/window', { role: 'display' });
  const before = await stateOf(other);
  expect(before.join('')).toMatch(telling);
  const listeners = roles.flatMap(({ token }) => listenToAll(token, second.order.id));
  const answers: string[] = [];
  for (const { token } of roles) {
    for (const { method, url } of await routesToTry()) {
      for (const id of second.ids) {
        const path = url.replace(':id', id).replace(':item_id', second.order.items[0].id);
        const body = method === 'GET' || method === 'DELETE' ? undefined : bodyFor(url);
        answers.push(await told(box.url, method, path, token, body));
        if (path === url) break;
      }
    }
    for (const path of ['/sync/orders', '/sync/ready', `/sync/orders?last_event_id=${second.order.id}`])
      answers.push(await told(box.url, 'GET', `/api/v1${path}`, token));
  }
  expect(await stateOf(other)).toEqual(before);

  await other.order(secrets);
  await other.call('PATCH', `/orders/${second.order.id}/status`, { status: 'ready' });
  const mine = (await manager.order()).json;
  // Whoever follows everything here has heard of what came after what was not theirs.
  const whole = listeners.filter((_, n) => n % 8 === 0 || n % 8 === 4);
  const follows = whole.filter(({ heard }) => !/closed 4003|not_allowed/.test(heard()));
  expect(follows.length).toBeGreaterThan(5);
  for (const { heard } of follows) await expect.poll(heard).toContain(mine.id);

  for (const text of [...answers, ...listeners.map(({ heard }) => heard())]) {
    expect(text).not.toMatch(telling);
    for (const token of second.tokens) expect(text).not.toContain(token);
  }
  for (const { heard } of listeners) for (const id of second.ids) expect(heard()).not.toContain(id);
  for (const listener of listeners) listener.close();
});

/** All that takes nothing away from who asks: not signing out, nor shutting one's own window. */
async function routesToTry() {
  const all = await registeredRoutes();
  return all.filter(
    ({ method, url, access }) =>
      access !== 'open' &&
      !['HEAD', 'OPTIONS'].includes(method) &&
      !/\/auth\/logout|\/events\/|\/sync\/|\/stations$|\/settings$|\/screens\//.test(url),
  );
}

/** Something that the route would take, so that it is not refused for its form alone. */
function bodyFor(url: string): unknown {
  if (/status$/.test(url)) return { status: 'ready' };
  if (/payment$/.test(url)) return { payment_status: 'paid' };
  if (/items$/.test(url)) return { items: [{ name: 'Cola', unit_price: 1, quantity: 1 }] };
  if (/items\/:item_id$/.test(url)) return { status: 'ready' };
  if (/availability$/.test(url)) return { available: false };
  if (/(devices|users)\/:id$/.test(url)) return url.includes('users') ? { display_name: 'Me' } : { name: 'Me' };
  if (/transfer$/.test(url)) return { table_number: '9' };
  if (/priority$/.test(url)) return { priority: 'rush' };
  return {};
}

test('[ISO1] what would harm is refused with a good body as well: another restaurant’s order, dish, device, key, person', async () => {
  const { order, ids } = await fill();
  const [, itemId, productId, deviceId, keyId, userId] = ids;
  const before = await stateOf(other);
  const harms: readonly (readonly [method: string, path: string, body?: unknown])[] = [
    ['PATCH', `/orders/${order.id}/status`, { status: 'ready' }],
    ['PATCH', `/orders/${order.id}/items/${itemId}`, { status: 'ready' }],
    ['PATCH', `/orders/${order.id}/payment`, { payment_status: 'paid' }],
    ['POST', `/orders/${order.id}/items`, { items: [{ name: 'Cola', unit_price: 1, quantity: 1 }] }],
    ['POST', `/orders/${order.id}/transfer`, { table_number: '9' }],
    ['POST', `/orders/${order.id}/cancel`, {}],
    ['PATCH', `/products/${productId}/availability`, { available: false }],
    ['DELETE', `/products/${productId}/photo`],
    ['PATCH', `/devices/${deviceId}`, { name: 'Mine' }],
    ['DELETE', `/devices/${deviceId}`],
    ['POST', `/api-keys/${keyId}/renew`],
    ['DELETE', `/api-keys/${keyId}`],
    ['PATCH', `/users/${userId}`, { password: 'a new password' }],
    ['DELETE', `/users/${userId}`],
  ];
  for (const [method, path, body] of harms)
    expect([method, path, (await manager.call(method, path, body)).status]).toEqual([method, path, 404]);
  expect(await stateOf(other)).toEqual(before);
  // The same by who may.
  for (const [method, path, body] of harms)
    expect([path, (await other.call(method, path, body)).status < 300]).toEqual([path, true]);
});

test('[ISO1] [PAI1] pairing is open for each restaurant by itself: by QR, by code, and until its own manager shuts it', async () => {
  const open = async (api: Api, role: string) => (await api.call('POST', '/pair/window', { role })).json.secret;
  const stranger = apiFor(box.url, '');
  const secretOfOther = await open(other, 'display');
  const secret = await open(manager, 'kitchen');
  const isOpen = async (api: Api) => (await api.call('GET', '/pair/window')).json.open;
  expect([await isOpen(manager), await isOpen(other)]).toEqual([true, true]);
  // Whoever asks without a QR stands before the one that has opened last, and before no other.
  await stranger.call('POST', '/pair/requests', { name: 'Bar' });
  const waiting = async (api: Api) => (await api.call('GET', '/pair/requests')).json.items.length;
  expect([await waiting(manager), await waiting(other)]).toEqual([1, 0]);
  await manager.call('DELETE', '/pair/window');
  expect([await isOpen(manager), await isOpen(other)]).toEqual([false, true]);
  expect((await stranger.call('POST', '/pair/claim', { secret, name: 'Bar' })).status).toBe(403);
  const paired = (await stranger.call('POST', '/pair/claim', { secret: secretOfOther, name: 'Hall' })).json;
  const me = await apiFor(box.url, paired.access_token).call('GET', '/auth/me');
  expect(me.json).toMatchObject({ restaurant_id: 'second', role: 'display' });
  expect((await manager.call('GET', '/devices')).json.items).toEqual([]);
});

test('[ISO3] a user name of another restaurant is taken, like one of the own, and nothing else of it is told', async () => {
  const hire = (username: string) =>
    manager.call('POST', '/users', { username, display_name: 'New', role: 'waiter', pin: '4711' });
  const { id } = (await hire('nina')).json;
  const rename = (username: string) => manager.call('PATCH', `/users/${id}`, { username });
  for (const claim of [hire, rename]) {
    const answers = [await claim('ADMIN'), await claim('Zuleika')];
    for (const { status, json } of answers) expect([status, json.code]).toEqual([409, 'username_taken']);
    expect(answers[1]?.text).toBe(answers[0]?.text);
    const heads = answers.map(({ headers }) => [...headers].filter(([name]) => name !== 'date'));
    expect(heads[1]).toEqual(heads[0]);
  }
  expect((await manager.call('GET', '/users')).text).not.toMatch(/zuleika/i);
  expect((await hire('zuleika2')).status).toBe(201);
});
