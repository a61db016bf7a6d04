import { randomUUID } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { socketPaths } from '../../src-main/server/transport/stream-address.ts';
import { type Api, apiFor, burger } from '../harness/api.ts';
import { type ApiDocument, readApiDocument } from '../harness/api-document.ts';
import { fullOrder, menuOf, printWith } from '../harness/api-walks.ts';
import { managerOf } from '../harness/manager.ts';
import { openPrinter } from '../harness/printer-sink.ts';
import { registeredRoutes } from '../harness/registered-routes.ts';
import { rememberSecret } from '../harness/sent-secrets.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let manager: Api;
let till: Api;
let document: ApiDocument;
beforeAll(async () => {
  box = await startServer();
  manager = await managerOf(box);
  till = apiFor(box.url, (await manager.call('POST', '/api-keys', { name: 'Till' })).json.key);
  document = await readApiDocument(box.url);
});
afterAll(() => box.remove());

test('[POS1] the document is OpenAPI 3.1 by the words of the standard, and anybody may read it', async () => {
  expect(document.text.openapi).toMatch(/^3\.1\./);
  expect(await new Validator().validate(document.text)).toMatchObject({ valid: true });
  const answer = await fetch(`${box.url}/api/openapi.json/`);
  const etag = answer.headers.get('etag') ?? '';
  expect(await answer.json()).toEqual(document.text);
  const again = await fetch(`${box.url}/api/v1/openapi.json`, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('[POS1] every route and every stream is in it, in words, with who may use it', async () => {
  const routes = (await registeredRoutes()).filter(
    ({ url, method, isRefused }) => url.startsWith('/api/v1') && method !== 'HEAD' && !isRefused,
  );
  const named = routes.map(({ method, url, ...route }) => ({ ...route, name: `${method} ${inBraces(url.slice(7))}` }));
  const sockets = Object.values(socketPaths).map((path) => `GET ${inBraces(path)}`);
  expect([...document.operations.keys()].toSorted()).toEqual([...named.map(({ name }) => name), ...sockets].toSorted());
  // To be described in `src-main/server/openapi/describe-*.ts`.
  const undescribed = [...document.operations].filter(([, { tags }]) => tags.includes('Other'));
  expect(undescribed.map(([name]) => name)).toEqual([]);
  for (const { name, access, takesBody } of named) {
    const operation = document.operations.get(name) as any;
    expect([name, operation.security.length === 0]).toEqual([name, access === 'open']);
    expect([name, Boolean(operation.requestBody)]).toEqual([name, takesBody]);
    expect([name, 401 in operation.responses]).toEqual([name, access !== 'open' || /login|pin$/.test(name)]);
  }
  const placing = document.operations.get('POST /orders') as any;
  expect(placing['x-roles']).toEqual(['manager', 'service', 'waiter']);
  const byLink = [...document.operations].filter(([, operation]: any) => operation['x-roles'].includes('pass'));
  expect(byLink.map(([name]) => name).toSorted()).toEqual([
    'GET /events/orders/{id}',
    'GET /sync/orders/{id}',
    'GET /ws/orders/{id}',
  ]);
});

test('[POS1] [POS2] every change that a page from elsewhere asks for is refused as it is described', async () => {
  const changes = [...document.operations.keys()].filter((name) => !name.startsWith('GET '));
  expect(changes.length).toBeGreaterThan(50);
  for (const name of changes) {
    const [method = '', path = ''] = name.split(' ');
    const address = path.replaceAll(/\{\w+\}/g, randomUUID());
    const answer = await manager.call(method, address, {}, { origin: 'https://elsewhere.example' });
    expect([name, answer.json?.code, document.faults(name, answer)]).toEqual([name, 'foreign_origin', undefined]);
  }
});

const inBraces = (url: string) => url.replace(/:(\w+)/g, '{$1}');

test('[POS1] [POS2] a till does all that it needs with its key, and every answer is as it is described', async () => {
  const ask = document.by(till);
  const { dish, soup } = await menuOf(ask);
  const order = (await ask('POST /orders', { body: fullOrder(dish) })).json;
  expect(order).toMatchObject({ source: 'pos', total_price: 33.5, customer_name: 'Ada', payment_method: 'card' });
  const ids = [order.id];
  await ask('GET /orders', { query: '?status=open&limit=2' });
  const first = order.items[0].id;
  await ask('POST /orders/{id}/items', { ids, body: { items: [{ menu_item_id: soup, course: 2 }, burger] } });
  await ask('PATCH /orders/{id}/items/{item_id}', {
    ids: [order.id, first],
    body: { quantity: 3, notes: 'well done' },
  });
  await ask('POST /orders/{id}/hold', { ids, body: { course: 2 } });
  await ask('POST /orders/{id}/fire', { ids, body: { course: 2 } });
  await ask('POST /orders/{id}/priority', { ids, body: { priority: 'high' } });
  await ask('POST /orders/{id}/transfer', { ids, body: { table_number: 7 } });
  const split = (await ask('POST /orders/{id}/split', { ids, body: { items: [{ id: first, quantity: 1 }] } })).json;
  expect(split).toMatchObject({ split_from: order.id, table_number: '7' });
  const merged = (await ask('POST /orders/{id}/merge', { ids, body: { from: split.id } })).json;
  expect(merged.items.some((item: any) => item.merged_from === split.id)).toBe(true);
  const voiding = { status: 'voided', reason: 'the guest has changed their mind' };
  await ask('PATCH /orders/{id}/items/{item_id}', { ids: [order.id, order.items[1].id], body: voiding });
  await ask('POST /orders/{id}/acknowledge', { ids, body: { cooked: false } });
  await ask('PATCH /orders/{id}/status', { ids, body: { status: 'Preparing' } });
  await ask('PATCH /admin/orders/{id}/status', { ids, body: { status: 'ready' } });
  await ask('POST /orders/{id}/bump', { ids });
  const paid = await ask('PATCH /orders/{id}/payment', {
    ids,
    body: { payment_status: 'paid', payment_method: 'cash' },
  });
  expect(paid.json).toMatchObject({ order_status: 'completed', payment_status: 'paid', payment_method: 'cash' });
  await ask('GET /orders/bumped');
  const recalled = await ask('POST /orders/{id}/recall', { ids, headers: { 'idempotency-key': 'recall-1' } });
  expect(recalled.json.last_recall).not.toBeNull();
  await ask('POST /orders/{id}/undo', { ids, body: { key: 'recall-1' } });
  await ask('GET /orders/{id}', { ids });
  await ask('GET /orders/{id}/history', { ids });
  const other = (await ask('POST /orders', { body: { type: 'takeaway', items: [burger] } })).json;
  await ask('POST /orders/{id}/reroute', { ids: [other.id], body: { station: 'kitchen', to: 'kitchen' } });
  const cancelled = await ask('POST /orders/{id}/cancel', { ids: [other.id], body: { reason: 'no show' } });
  expect(cancelled.json).toMatchObject({ order_status: 'cancelled', cancel_reason: 'no show' });
  const away = (await ask('POST /orders', { body: { type: 'delivery', items: [burger] } })).json;
  for (const status of ['shipped', 'delivered'])
    await ask('PATCH /orders/{id}/status', { ids: [away.id], body: { status } });
  const delivered = (await ask('GET /orders', { query: '?type=delivery' })).json.items;
  expect(delivered).toMatchObject([{ shipped_at: expect.any(String), delivered_at: expect.any(String) }]);
});

test('[POS1] what a manager sees is as it is described', async () => {
  const ask = document.by(manager);
  const key = (await ask('POST /api-keys', { body: { name: 'Second till' } })).json;
  await ask('GET /api-keys');
  await ask('POST /api-keys/{id}/renew', { ids: [key.id] });
  await ask('DELETE /api-keys/{id}', { ids: [key.id] });
  const hook = (await ask('POST /webhooks', { body: { url: 'http://127.0.0.1:9/' } })).json;
  await ask('GET /webhooks');
  await ask('POST /webhooks/{id}/test', { ids: [hook.id] });
  await ask('GET /webhooks/{id}/failed', { ids: [hook.id] });
  await ask('POST /webhooks/{id}/failed/retry', { ids: [hook.id] });
  await ask('POST /webhooks/{id}/failed/{seq}/retry', { ids: [hook.id, '1'] });
  await ask('DELETE /webhooks/{id}/failed/{seq}', { ids: [hook.id, '1'] });
  await ask('DELETE /webhooks/{id}', { ids: [hook.id] });
  const person = (await ask('POST /users', { body: { username: 'bo', display_name: 'Bo', role: 'waiter' } })).json;
  await ask('GET /users');
  await ask('PATCH /users/{id}', { ids: [person.id], body: { pin: '1234' } });
  await ask('DELETE /users/{id}', { ids: [person.id] });
  const window = (await ask('POST /pair/window', { body: { role: 'kitchen' } })).json;
  await ask('GET /pair/window');
  await ask('GET /pair/addresses');
  const device = (
    await document.by(apiFor(box.url, ''))('POST /pair/claim', { body: { secret: window.secret, name: 'Grill' } })
  ).json;
  await ask('GET /devices');
  await ask('PATCH /devices/{id}', { ids: [device.device_id], body: { name: 'Fry' } });
  await ask('DELETE /devices/{id}', { ids: [device.device_id] });
  await ask('GET /stations');
  await ask('PUT /stations', { body: { items: [{ id: 'kitchen', name: 'Kitchen' }] } });
  await ask('GET /settings');
  await ask('PATCH /settings', { body: { warn_minutes: 7 } });
  for (const kind of ['tickets', 'items', 'stations']) await ask(`GET /reports/${kind}`, { query: '?from=2026-01-01' });
  await ask('GET /auth/me');
  await ask('GET /ws/orders/live/status');
  await ask('GET /ws/orders/live/connections');
  await ask('GET /ws/health');
  await ask('GET /healthz');
});

test('[POS1] so are printers and what they print', async () => {
  const sink = await openPrinter();
  try {
    await printWith(document.by(manager), sink, (await till.order()).json.id);
  } finally {
    await sink.close();
  }
});

test('[POS1] so is what guests see, by a link and in their account', async () => {
  const order = (await till.order()).json;
  const ids = [order.id];
  const { path } = (await document.by(till)('GET /orders/{id}/guest-link', { ids })).json;
  const secret = path.replace('/o/', '');
  rememberSecret(box.url, secret);
  const byLink = document.by(apiFor(box.url, secret));
  const { cursor, entities } = (await byLink('GET /sync/orders/{id}', { ids })).json;
  expect(entities.guest.state).toBe('received');
  await byLink('GET /sync/orders/{id}', { ids, query: `?last_event_id=${cursor}` });
  await document.by(till)('GET /sync/orders/{id}', { ids });
  const stranger = document.by(apiFor(box.url, ''));
  const wish = { display_name: 'Ann', password: 'a password of a guest' };
  expect((await stranger('POST /auth/register', { body: wish })).json.code).toBe('not_found');
  await manager.call('PATCH', '/settings', { customer_accounts: true });
  expect((await stranger('GET /account')).json).toEqual({ open: true });
  const made = (await stranger('POST /auth/register', { body: wish })).json;
  const ann = document.by(apiFor(box.url, made.access_token));
  await ann('POST /account/orders', { body: { secret } });
  expect((await ann('GET /account/orders')).json.items).toMatchObject([{ path, guest: { number: order.number } }]);
  await ann('POST /account/close', { body: { password: wish.password } });
  expect((await ann('GET /account/orders')).status).toBe(401);
});

test('[POS1] so is what guests ask for by the code on their table', async () => {
  const dish = { sku: 'asked', name: 'Asked', price: 4, category: 'Asked' };
  const { id: dishId } = (await till.call('POST', '/products', dish)).json;
  await manager.call('PATCH', '/settings', { self_ordering: true, tables: [{ name: '5' }] });
  const [{ path }] = (await document.by(manager)('GET /tables/codes')).json.items;
  const secret = path.replace('/t/', '');
  rememberSecret(box.url, secret);
  const phone = document.by(apiFor(box.url, secret));
  await phone('GET /table');
  const wish = () => ({ id: randomUUID(), items: [{ menu_item_id: dishId }] });
  const [first, second] = [wish(), wish()];
  for (const body of [first, second]) await phone('POST /self-orders', { body });
  await phone('GET /self-orders/{id}', { ids: [first.id] });
  await phone('POST /self-orders/{id}/withdraw', { ids: [first.id] });
  await document.by(till)('POST /self-orders/{id}/refuse', { ids: [second.id], body: { reason: 'closing' } });
});

test('[POS1] so is every frame that a guest is sent', async () => {
  const order = (await till.order()).json;
  const { path } = (await till.call('GET', `/orders/${order.id}/guest-link`)).json;
  const secret = path.replace('/o/', '');
  rememberSecret(box.url, secret);
  const frames: any[] = [];
  const address = `${box.url.replace('http', 'ws')}/api/v1/ws/orders/${order.id}`;
  const sockets = [secret, till.token].map((token) => new WebSocket(`${address}?token=${token}`));
  for (const socket of sockets) socket.on('message', (text) => frames.push(JSON.parse(String(text))));
  await expect.poll(() => frames.filter(({ type }) => type === 'live')).toHaveLength(2);
  await till.call('POST', `/orders/${order.id}/bump`);
  await expect
    .poll(() => frames.map(({ type }) => type))
    .toEqual(expect.arrayContaining(['snapshot', 'guest_changed', 'order_status_changed']));
  for (const socket of sockets) socket.close();
  const faults = frames.map((frame) => [frame.type, document.faultsOf('OrderFrame', frame)]);
  expect(faults).toEqual(frames.map(({ type }) => [type, undefined]));
  const { guest } = frames.find(({ type }) => type === 'guest_changed');
  expect(document.faultsOf('GuestOrder', { ...guest, notes: '' })).toMatchObject([{ keyword: 'additionalProperties' }]);
});

test('[POS1] so are refusals, and each address says which it has', async () => {
  const ask = document.by(till);
  const order = (await ask('POST /orders', { body: { type: 'takeaway', items: [burger] } })).json;
  const ids = [order.id];
  const refusals = [
    await ask('POST /orders', { body: '{' }),
    await ask('POST /orders', { body: { type: 'takeaway', items: [] } }),
    await ask('POST /orders', { body: 'x', headers: { 'content-type': 'text/plain' } }),
    await ask('GET /orders/{id}', { ids: ['6b58208f-d318-5f90-a7e1-d68f433967ed'] }),
    await ask('POST /orders/{id}/transfer', { ids, body: { table_number: '1' }, headers: { 'if-match': '9' } }),
    await ask('POST /webhooks', { body: { url: 'http://127.0.0.1:9/' } }),
    await document.by(apiFor(box.url, ''))('GET /orders'),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([400, 400, 415, 404, 412, 403, 401]);
});

test('[POS1] every frame of a stream and every poll is as it is described', async () => {
  const frames: any[] = [];
  const socket = new WebSocket(`${box.url.replace('http', 'ws')}/api/v1/ws/orders/live?token=${till.token}`);
  socket.on('message', (text) => frames.push(JSON.parse(String(text))));
  await expect.poll(() => frames.at(-1)?.type).toBe('live');
  const order = (await till.order()).json;
  await till.call('PATCH', `/orders/${order.id}/payment`, { payment_status: 'paid' });
  await manager.call('PATCH', '/settings', { warn_minutes: 6 });
  await till.call('POST', '/products', { sku: 'y', name: 'Y', price: 1, category: 'Mains' });
  socket.send('{"type":"ping"}');
  const other = new WebSocket(`${box.url.replace('http', 'ws')}/api/v1/ws/orders/live?token=${manager.token}`);
  // Who is not live yet is not heard.
  other.on('message', (text) => {
    if (JSON.parse(String(text)).type === 'live') other.send(`{"type":"attention","order_id":"${order.id}"}`);
  });
  await expect
    .poll(() => new Set(frames.map(({ type }) => type)))
    .toEqual(
      new Set([
        ...['connection_established', 'snapshot', 'live', 'order_created', 'payment_status_changed'],
        ...['settings_changed', 'product_created', 'heartbeat', 'presence', 'attention'],
      ]),
    );
  socket.close();
  other.close();
  for (const frame of frames) expect([frame.type, document.faultsOf('Frame', frame)]).toEqual([frame.type, undefined]);
  const { version: _, ...without } = order;
  expect(document.faultsOf('Order', without)).toMatchObject([{ params: { missingProperty: 'version' } }]);
  expect(document.faultsOf('Order', { ...order, secret: 1 })).toMatchObject([{ keyword: 'additionalProperties' }]);
  const cursor = frames.find(({ type }) => type === 'live').cursor;
  const ask = document.by(till);
  const missed = (await ask('GET /sync/orders', { query: `?last_event_id=${cursor}` })).json;
  expect(missed).toMatchObject({ mode: 'replay', events: [{ type: 'order_created' }, {}, {}, {}] });
  await ask('GET /sync/orders');
  await ask('GET /sync/ready');
});

test('[POS1] nothing that answers in JSON was left out above', async () => {
  // Sign-in, passwords, PINs, and a device that asks for itself are shown with the people and the pairing.
  const elsewhere = /\/auth\/|\/pair\/|\/ws\/|\/events\/|\/screens\/|\/metrics|openapi/;
  const left = [...document.operations.keys()].filter((name) => !document.asked.has(name) && !elsewhere.test(name));
  expect(left).toEqual([]);
});
