import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor } from '../harness/api.ts';
import { listenBySocket } from '../harness/listener.ts';
import { managerOf } from '../harness/manager.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { jpegOf, pngOf, webp } from '../harness/pictures.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { addUser } from '../harness/user.ts';

const dayMs = 24 * 3600_000;
const clock = { ms: Date.now(), nowMs: () => clock.ms };

let box: ServerBox;
let manager: Api;
beforeEach(async () => {
  box = await startServer({}, { clock });
  manager = await managerOf(box);
});
afterEach(() => box.remove());

let made = 0;
async function dish(who = manager): Promise<any> {
  const sku = `dish-${++made}`;
  return (await who.call('POST', '/products', { sku, name: sku, price: 10, category: 'Mains' })).json;
}

type Put = { readonly who?: Api; readonly type?: string; readonly headers?: Record<string, string> };

async function put(id: string, bytes: Buffer, { who = manager, type = 'image/png', headers = {} }: Put = {}) {
  const answer = await fetch(`${who.url}/api/v1/products/${id}/photo`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${who.token}`, 'content-type': type, ...headers },
    body: new Uint8Array(bytes),
  });
  return { status: answer.status, json: (await answer.json()) as any };
}

const look = (hash: string) => fetch(`${box.url}/photos/${hash}`);
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const photoOf = async (id: string) => (await manager.call('GET', `/products/${id}`)).json.photo;

test('[PHO1] [PHO2] a photo is a change of its dish, told at once, and anybody who knows its name may look at it', async () => {
  const { id, version, photo } = await dish();
  expect(photo).toBe(null);
  const live = listenBySocket(box.url, '/ws/products', manager.token);
  const picture = pngOf(4, 3);
  const given = await put(id, picture);
  expect(given).toMatchObject({ status: 200, json: { id, version: version + 1, photo: hashOf(picture) } });
  await expect.poll(() => live.heard()).toContain(hashOf(picture));
  const shown = await look(hashOf(picture));
  expect([shown.status, Buffer.from(await shown.arrayBuffer())]).toEqual([200, picture]);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  });
  expect((await manager.call('GET', '/menu')).json.items[0].photo).toBe(hashOf(picture));

  // The same again is nothing new; what is said of the dish otherwise leaves it alone.
  expect((await put(id, picture)).json.version).toBe(version + 1);
  expect((await manager.call('PATCH', `/products/${id}`, { price: 11 })).json.photo).toBe(hashOf(picture));
  expect((await put(id, webp, { headers: { 'if-match': `"${version}"` } })).status).toBe(412);
  expect((await look(hashOf(webp))).status).toBe(404);
  expect((await manager.call('DELETE', `/products/${id}/photo`)).json).toMatchObject({ photo: null });
  expect((await look(hashOf(picture))).status).toBe(200);
});

test('[PHO3] the bytes say what it is, not the sender; what is no photo is refused at its field and changes nothing', async () => {
  const { id, version } = await dish();
  expect((await put(id, webp, { type: 'text/html' })).status).toBe(200);
  expect((await look(hashOf(webp))).headers.get('content-type')).toBe('image/webp');
  const whole = pngOf(30, 30);
  const refused: readonly (readonly [string, Buffer, string])[] = [
    ['is empty', Buffer.alloc(0), 'image/png'],
    ['is no JPEG, PNG or WebP picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/png'],
    ['is no JPEG, PNG or WebP picture', Buffer.from('{"photo": "x"}'), 'application/json'],
    ['is cut off or damaged', whole.subarray(0, whole.length - 20), 'image/png'],
    ['is more than 1600 pixels wide or high', jpegOf(30_000, 30_000), 'image/jpeg'],
  ];
  for (const [reason, bytes, type] of refused) {
    const { status, json } = await put(id, bytes, { type });
    expect([status, json.code, json.errors]).toEqual([400, 'invalid', [{ path: 'photo', reason }]]);
    expect((await look(hashOf(bytes))).status).toBe(404);
  }
  for (const more of [201, 300]) {
    const { status, json } = await put(id, Buffer.concat([whole, Buffer.alloc(more * 1024)]));
    expect([more, status, json.code]).toEqual([more, 413, 'too_large']);
  }
  expect((await manager.call('GET', `/products/${id}`)).json).toMatchObject({
    version: version + 1,
    photo: hashOf(webp),
  });
  for (const name of ['x', `${hashOf(webp)}0`, hashOf(webp).toUpperCase(), '..%2f..%2fkitchen.db'])
    expect([name, (await look(name)).status]).toEqual([name, 404]);
});

test('[PHO1] managers and programs give photos, nobody else, and only to dishes of their own house', async () => {
  const { id } = await dish();
  const till = apiFor(box.url, (await manager.call('POST', '/api-keys', { name: 'Till' })).json.key);
  expect((await put(id, webp, { who: till })).status).toBe(200);
  const other = await addUser(box, { username: 'other', role: 'manager', restaurant: 'second' });
  expect((await put(id, pngOf(1, 1), { who: other })).json.code).toBe('product_not_found');
  for (const role of ['kitchen', 'waiter', 'display'] as const) {
    const { api } = await pairDevice(manager, role, role);
    expect([role, (await put(id, pngOf(1, 1), { who: api })).json.code]).toEqual([role, 'not_allowed']);
    expect([role, (await api.call('DELETE', `/products/${id}/photo`)).json.code]).toEqual([role, 'not_allowed']);
  }
  expect((await put(id, pngOf(1, 1), { who: apiFor(box.url, '') })).status).toBe(401);
  expect((await look(hashOf(pngOf(1, 1)))).status).toBe(404);
  expect(await photoOf(id)).toBe(hashOf(webp));
});

test('[PHO1] [CMD1] the same wish under the same key is done once; another picture under it is refused', async () => {
  const { id, version } = await dish();
  const headers = { 'idempotency-key': 'photo-1' };
  const first = await put(id, webp, { headers });
  await manager.call('DELETE', `/products/${id}/photo`);
  expect(await put(id, webp, { headers })).toEqual(first);
  expect((await put(id, pngOf(1, 1), { headers })).json.code).toBe('key_reused');
  expect((await manager.call('GET', `/products/${id}`)).json).toMatchObject({ version: version + 2, photo: null });
});

test('[PHO2] photos outlive a restart; those that no dish has any more go, never one that a dish has', async () => {
  const other = await addUser(box, { username: 'other', role: 'manager', restaurant: 'second' });
  const [kept, changed, removed, shared] = [await dish(), await dish(), await dish(), await dish(other)];
  const pictures = [1, 2, 3, 4].map((shade) => pngOf(2, 2, shade));
  const [one, two, three, four] = pictures as [Buffer, Buffer, Buffer, Buffer];
  await put(kept.id, one);
  await put(changed.id, two);
  await put(changed.id, one);
  await put(removed.id, three);
  await manager.call('DELETE', `/products/${removed.id}`);
  // The last that one house has of it is not the last of all.
  await put(kept.id, four);
  await put(kept.id, one);
  await put(shared.id, four, { who: other });
  const there = async () => Promise.all(pictures.map(async (picture) => (await look(hashOf(picture))).status));
  const restart = async () => {
    await box.stop();
    box = await startServer({ dataDir: box.dataDir }, { clock });
    manager = await managerOf(box);
  };
  await restart();
  expect(await there()).toEqual([200, 200, 200, 200]);
  clock.ms += 8 * dayMs;
  await restart();
  expect(await there()).toEqual([200, 404, 404, 200]);
});

test('[PHO4] an import leaves the photos of the dishes that it changes', async () => {
  const { id, sku } = await dish();
  await put(id, webp);
  for (const format of ['csv', 'json']) {
    const text = (await manager.call('GET', `/products/export?format=${format}`)).text;
    const file = { format, text: text.replaceAll('Mains', `Mains ${format}`), remove_others: true };
    const { basis, changed } = (await manager.call('POST', '/products/import/preview', file)).json;
    expect(changed).toMatchObject([{ sku }]);
    expect((await manager.call('POST', '/products/import', { ...file, basis })).status).toBe(200);
    expect((await manager.call('GET', `/products/${id}`)).json).toMatchObject({
      category: format === 'csv' ? 'Mains csv' : 'Mains json csv',
      photo: hashOf(webp),
    });
  }
});
