import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, signIn } from '../harness/api.ts';
import { listenByEvents, listenBySocket, told } from '../harness/listener.ts';
import { managerOf } from '../harness/manager.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { addUser } from '../harness/user.ts';

let box: ServerBox;
let manager: Api;

beforeEach(async () => {
  box = await startServer();
  manager = await managerOf(box);
});
afterEach(() => box.remove());

/** Somebody who has placed an order, and may see that and nothing else. */
async function guest(username: string, label: string) {
  const waiter = await addUser(box, { username, role: 'waiter' });
  const menu = { sku: label, name: `Dish of ${label}`, price: 5, category: 'Food' };
  const { id: dish } = (await manager.call('POST', '/products', menu)).json;
  const items = [{ menu_item_id: dish, quantity: 1, notes: `dish note of ${label}` }];
  const order = { type: 'takeaway', customer_name: label, notes: `note of ${label}`, items };
  const placed = (await waiter.call('POST', '/orders', order)).json;
  await manager.call('PATCH', `/users/${username}`, { role: 'guest' });
  return {
    id: placed.id,
    number: placed.order_number,
    item: placed.items[0].id,
    api: await signIn(box.url, `the password of ${username}`, username),
  };
}

test('[ISO2] [PUP3] a guest hears of their own order and of no other, by whatever id they ask', {
  timeout: 120_000,
}, async () => {
  const ann = await guest('ann', 'Annabel');
  const ben = await guest('ben', 'Benedict');
  expect((await ann.api.call('GET', '/auth/me')).json.role).toBe('guest');

  const guesses = [
    ...[ben.id, ben.id.toUpperCase(), ` ${ben.id}`, `${ben.id}%00`, `${ann.id},${ben.id}`, `${ann.id}/../${ben.id}`],
    ...['ben', 'user:ben', 'admin', 'live', 'bumped', '..', '*', '%2e%2e', `${ben.id}/history`, ben.number],
    ...Array.from({ length: 40 }, () => randomUUID()),
    ...Array.from({ length: 40 }, (_, n) => nearTo(ben.id, n)),
  ];
  const listeners = guesses.flatMap((id) => [
    listenBySocket(box.url, `/ws/orders/${encodeURI(id)}`, ann.api.token),
    listenByEvents(box.url, `/events/orders/${encodeURI(id)}`, ann.api.token),
  ]);
  const own = [
    listenBySocket(box.url, `/ws/orders/${ann.id}`, ann.api.token),
    listenByEvents(box.url, `/events/orders/${ann.id}`, ann.api.token),
    listenByEvents(box.url, '/events/orders/ann', ann.api.token),
  ];
  for (const { heard } of own) await expect.poll(heard).toContain(ann.id);
  for (const { id } of [ben, ann]) await manager.call('PATCH', `/orders/${id}/status`, { status: 'ready' });
  for (const { heard } of own) await expect.poll(heard).toMatch(/"order_status":"ready"/);
  // Who took it is called by name at most.
  for (const { heard } of own) expect(heard()).not.toContain('server_id');
  // Each of the others was refused before that, or at least has nothing to say.
  for (const { heard } of listeners) await expect.poll(heard).not.toBe('');

  const answers = [];
  for (const path of [
    '/orders',
    `/orders/${ben.id}`,
    `/orders/${ben.id}/history`,
    '/orders/bumped',
    '/sync/orders',
    '/metrics',
  ])
    answers.push(await told(box.url, 'GET', `/api/v1${path}`, ann.api.token));
  for (const text of [...answers, ...listeners.map(({ heard }) => heard()), ...own.map(({ heard }) => heard())])
    expect(text).not.toMatch(/note of Benedict|"customer_name":"Benedict"/);
  for (const { heard } of own) expect(heard()).not.toContain(ben.id);
  for (const listener of [...listeners, ...own]) listener.close();
});

/** What a guest is told of places: of the log, and of how far it has come. */
const placesIn = (text: string) =>
  [...text.matchAll(/"(?:seq|head|sent|seen)":(\d+)|[0-9a-f]{16}\.(\d+)/g)].map(([, place, cursor]) =>
    Number(place ?? cursor),
  );

test('[ISO2] [SCO1] a guest’s streams tell neither how much else happens nor what their order was merged with', async () => {
  const ann = await guest('ann', 'Annabel');
  const ben = await guest('ben', 'Benedict');
  for (let others = 0; others < 40; others++) await manager.order();
  const as = (token: string) => [
    listenBySocket(box.url, `/ws/orders/${ann.id}`, token),
    listenByEvents(box.url, `/events/orders/${ann.id}`, token),
    listenByEvents(box.url, '/events/orders/ann', token),
  ];
  const own = as(ann.api.token);
  const menu = [
    listenBySocket(box.url, '/ws/products', ann.api.token),
    listenByEvents(box.url, '/events/products', ann.api.token),
  ];
  const staff = as(manager.token);
  const all = [...own, ...menu, ...staff];
  for (const { heard } of all) await expect.poll(heard).toContain('"type":"live"');
  await manager.call('POST', `/orders/${ann.id}/priority`, { priority: 'high' });
  await manager.call('POST', '/products', { sku: 'new', name: 'New', price: 5, category: 'Food' });
  for (const { heard } of all) await expect.poll(heard).toMatch(/heartbeat(.|\n)*heartbeat/);
  for (const { heard } of [...own, ...menu]) {
    const places = placesIn(heard());
    expect(places.length).toBeGreaterThan(5);
    // Two events of theirs, one of the menu; the restaurant has had more than forty.
    expect(Math.max(...places)).toBeLessThanOrEqual(2);
  }

  const merged = (await manager.call('POST', `/orders/${ann.id}/merge`, { from: ben.id })).json;
  expect(merged.notes).toContain('note of Benedict');
  await manager.call('PATCH', `/orders/${ann.id}/items/${ben.item}`, { status: 'ready' });
  await manager.call('PATCH', `/orders/${ann.id}/items/${ann.item}`, { status: 'ready' });
  for (const { heard } of own) await expect.poll(heard).toMatch(/"new_item_status":"ready"/);
  const third = (await manager.order({ customer_name: 'Theodora', notes: 'note of Theodora' })).json;
  await manager.call('POST', `/orders/${third.id}/merge`, { from: ann.id });
  for (const { heard } of own) await expect.poll(heard).toContain('"merged":true');
  // Whoever comes later begins with what it has become.
  const late = listenBySocket(box.url, `/ws/orders/${ann.id}`, ann.api.token);
  await expect.poll(late.heard).toContain('closed 1000');
  for (const { heard } of [...own, late]) {
    for (const other of [ben.id, ben.item, ben.number, third.id, third.items[0].id, third.order_number])
      expect(heard()).not.toContain(other);
    expect(heard()).not.toMatch(/Benedict|Theodora|merged_from|"merged_into":"/);
    expect(Math.max(...placesIn(heard()))).toBeLessThan(10);
  }
  // Their own stays whole, through all of it.
  for (const { heard } of own) {
    expect(heard()).toMatch(/dish note of Annabel(.|\n)*dish note of Annabel/);
    expect(heard().match(/"order_id"/g)).toHaveLength(heard().match(/"notes":"note of Annabel"/g)!.length - 1);
  }
  // Staff see by the same streams what has become of it.
  for (const { heard } of staff.slice(0, 2)) {
    await expect.poll(heard).toContain(`"merged_into":"${third.id}"`);
    expect(heard()).toMatch(new RegExp(`note of Benedict(.|\n)*"merged_from":"${ben.id}"`));
  }
  for (const listener of [...all, late]) listener.close();
});

test('[ISO2] [CLO1] an order that is not theirs and one that nobody has are the same to a guest', async () => {
  const { id } = (await manager.order()).json;
  const guest = await addUser(box, { username: 'guest', role: 'guest' });
  const ends = [];
  for (const asked of [id, randomUUID()]) {
    const socket = listenBySocket(box.url, `/ws/orders/${asked}`, guest.token);
    await expect.poll(socket.heard).toContain('closed');
    ends.push(socket.heard().replace(/.*\n/, ''));
    expect((await told(box.url, 'GET', `/api/v1/events/orders/${asked}`, guest.token)).replace(/.*\n/, '')).toContain(
      'order_not_found',
    );
  }
  expect(ends[0]).toBe(ends[1]);
  expect(ends[0]).toContain('closed 4004');
});

/** One letter of it is another. */
function nearTo(id: string, n: number): string {
  const at = n % id.length;
  return id.slice(0, at) + (id[at] === '0' ? '1' : '0') + id.slice(at + 1);
}
