import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Api, burger } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { adminPassword, type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let api: Api;
let orderId: string;
let itemId: string;

beforeAll(async () => {
  box = await startServer();
  api = await managerOf(box);
  const { json } = await api.order();
  orderId = json.id;
  itemId = json.items[0].id;
});
afterAll(() => box.remove());

const head = async () => (await api.call('GET', `/orders/${orderId}`)).json;

/** Every route that takes a body, with a body that it takes. */
const routes = (): [method: string, path: string, good: Record<string, unknown>][] => [
  ['POST', '/orders', { type: 'takeaway', items: [burger] }],
  ['PATCH', `/orders/${orderId}/status`, { status: 'ready' }],
  ['PATCH', `/admin/orders/${orderId}/status`, { status: 'ready' }],
  ['PATCH', `/orders/${orderId}/items/${itemId}`, { status: 'ready' }],
  ['POST', `/orders/${orderId}/cancel`, { reason: 'x' }],
  ['PATCH', `/orders/${orderId}/payment`, { payment_status: 'paid' }],
  ['POST', '/products', { sku: 's', name: 'n', price: 1, category: 'c' }],
  ['POST', '/auth/login', { username: 'admin', password: adminPassword }],
  ['POST', '/auth/password', { current_password: adminPassword, new_password: 'another password' }],
];

const deep = `{"type":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;

test('[INP3] [ERR2] every route refuses every kind of bad body with a path or a reason, and changes nothing', async () => {
  const before = await head();
  const listBefore = (await api.call('GET', '/orders')).text;
  for (const [method, path, good] of routes()) {
    const bodies: [string, unknown][] = [
      ['unknown field', { ...good, surprise: 1 }],
      ['array', [good]],
      ['string', '"x"'],
      ['number', '7'],
      ['null field', Object.fromEntries(Object.keys(good).map((key) => [key, { a: 1 }]))],
      ['wrong types', Object.fromEntries(Object.keys(good).map((key) => [key, 2 ** 53]))],
      ['not JSON', '{"a":'],
      ['NaN', '{"type":NaN}'],
      ['__proto__', '{"__proto__":{"x":1}}'],
      ['constructor', '{"constructor":{"prototype":{"x":1}}}'],
      ['deep', deep],
      ['deep and plain', '['.repeat(10_000) + ']'.repeat(10_000)],
    ];
    for (const [kind, body] of bodies) {
      const answer = await api.call(method, path, body);
      expect([kind, path, answer.status]).toEqual([kind, path, 400]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.json).toMatchObject({ status: 400, code: expect.any(String), detail: expect.any(String) });
      if (answer.json.code === 'invalid') expect(answer.json.errors[0].reason).toBeTruthy();
    }
  }
  expect(await head()).toEqual(before);
  expect((await api.call('GET', '/orders')).text).toBe(listBefore);
});

test('[INP3] required fields that are missing are named', async () => {
  for (const [method, path, good] of routes()) {
    if (path.endsWith('/cancel')) continue;
    const answer = await api.call(method, path, {});
    const named = answer.json.errors.map((error: { path: string }) => error.path);
    expect([path, answer.status]).toEqual([path, 400]);
    expect(Object.keys(good)).toEqual(expect.arrayContaining(named));
    expect(named.length).toBeGreaterThan(0);
  }
});

test.each([
  ['items[0].quantity', { items: [{ ...burger, quantity: -1 }] }],
  ['items[0].quantity', { items: [{ ...burger, quantity: 0 }] }],
  ['items[0].quantity', { items: [{ ...burger, quantity: 1.5 }] }],
  ['items[0].quantity', { items: [{ ...burger, quantity: 2 ** 53 }] }],
  ['items[0].unit_price', { items: [{ ...burger, unit_price: -0.01 }] }],
  ['items[0].unit_price', { items: [{ ...burger, unit_price: 1.001 }] }],
  ['items[0].unit_price', { items: [{ ...burger, unit_price: '12.50' }] }],
  ['items[1].menu_item_id', { items: [burger, { quantity: 1 }] }],
  ['items[0].menu_item_id', { items: [{ menu_item_id: 'x' }] }],
  ['items[0].menu_item_id', { items: [{ menu_item_id: '6b58208f-d318-5f90-a7e1-d68f433967ed' }] }],
  ['items[0].modifiers[1].price', { items: [{ ...burger, modifiers: ['a', { name: 'b', price: 0.001 }] }] }],
  ['items[0].surprise', { items: [{ ...burger, surprise: 1 }] }],
  ['items', { items: [] }],
  ['items', { items: Array.from({ length: 201 }, () => burger) }],
  ['type', { type: 'drive_through' }],
  ['covers', { covers: -2 }],
  ['notes', { notes: 'x'.repeat(2001) }],
  ['notes', { notes: 'nul \u0000 inside' }],
  ['notes', '{"type":"takeaway","notes":"half \\ud800 pair","items":[{"name":"a","unit_price":1}]}'],
  ['promised_at', { promised_at: 'tomorrow' }],
  ['order_status', { order_status: 'completed' }],
  ['total_price', { total_price: 0.01 }],
])('[INP3] %s is named', async (path, change) => {
  const body = typeof change === 'string' ? change : { type: 'takeaway', items: [burger], ...change };
  const answer = await api.call('POST', '/orders', body);
  expect(answer.status).toBe(400);
  expect(answer.json.errors.map((error: { path: string }) => error.path)).toContain(path);
});

test('[INP1] text is kept and shown exactly as sent', async () => {
  const odd = `'; DROP TABLE orders; -- <img src=x onerror=alert(1)> {{7*7}} \r\n\t مرحبا 你好 🍜`;
  const { json } = await api.order({
    notes: odd,
    customer_name: odd,
    items: [{ name: odd, unit_price: 1, notes: odd, modifiers: [odd] }],
  });
  expect(json).toMatchObject({
    notes: odd,
    customer_name: odd,
    items: [{ name: odd, notes: odd, modifiers: [{ name: odd }] }],
  });
  expect(box.logged.join('')).not.toContain('DROP TABLE');
});

test('sizes, types and methods are refused by their own codes', async () => {
  const big = await api.call('POST', '/orders', { type: 'takeaway', notes: 'x'.repeat(1_000_000) });
  expect([big.status, big.json.code]).toEqual([413, 'too_large']);
  for (const type of [
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
  ]) {
    const answer = await api.call('POST', '/orders', '{"type":"takeaway"}', { 'content-type': type });
    expect([type, answer.status, answer.json.code]).toEqual([type, 415, 'wrong_content_type']);
  }
  const put = await api.call('PUT', '/orders', {});
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  expect((await api.call('GET', '/nothing')).json.code).toBe('not_found');
  expect((await api.call('GET', `/orders/${'x'.repeat(3000)}`)).status).toBeGreaterThanOrEqual(400);
});

test('[LST2] [INP3] odd queries and ids are refused, repeated parameters too', async () => {
  for (const query of [
    'limit=0',
    'limit=201',
    'limit=x',
    'status=eaten',
    'from=yesterday',
    'surprise=1',
    'status=ready&status=ready',
    'cursor=1',
    '__proto__=1',
  ]) {
    const answer = await api.call('GET', `/orders?${query}`);
    expect([query, answer.status, answer.json.code]).toEqual([query, 400, 'invalid']);
  }
  for (const id of ['1', '%00', '..%2f..', "' OR 1=1", 'null', encodeURIComponent('💥')]) {
    expect([id, (await api.call('GET', `/orders/${id}`)).status]).toEqual([id, 400]);
  }
  expect((await api.call('GET', '/orders/6b58208f-d318-5f90-a7e1-d68f433967ed')).json.code).toBe('order_not_found');
  expect((await api.call('PATCH', `/orders/${orderId}/items/${orderId}`, { status: 'ready' })).json.code).toBe(
    'item_not_found',
  );
});

test('another restaurant named in the order is refused', async () => {
  const answer = await api.order({ restaurant_id: 'elsewhere' });
  expect([answer.status, answer.json.code]).toEqual([403, 'not_allowed']);
});

test('[ADR1] raw requests that no client would send are answered or cut, and the process lives on', async () => {
  for (const path of [
    '//',
    '/%',
    '/api/v1/orders/%zz',
    '/api/v1/../../etc/passwd',
    '/assets/..%2f..%2fpackage.json',
    '/api//v1/orders',
  ]) {
    const status = await raw(path);
    expect([path, status]).toEqual([path, expect.any(Number)]);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  }
  expect((await api.call('GET', '/healthz')).status).toBe(200);
});

function raw(path: string): Promise<number> {
  const { port } = new URL(box.url);
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, host: '127.0.0.1' }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('[INP1] text that is not UTF-8 is refused, not repaired', async () => {
  const body = Buffer.from('{"type":"takeaway","notes":"_","items":[{"name":"a","unit_price":1}]}');
  body[body.indexOf('_')] = 0xff;
  const answer = await fetch(`${box.url}/api/v1/orders`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
    body,
  });
  expect([answer.status, (await answer.json()).code]).toEqual([400, 'malformed']);
});

test('ids in capitals are the same ids', async () => {
  expect((await api.call('GET', `/orders/${orderId.toUpperCase()}`)).json.id).toBe(orderId);
  const { json: soup } = await api.call('POST', '/products', { sku: 'caps', name: 'Soup', price: 4, category: 'c' });
  expect((await api.order({ items: [{ menu_item_id: soup.id.toUpperCase() }] })).json.items[0].menu_item_id).toBe(
    soup.id,
  );
});

test('[CMD3] a new order has no version to match; a body has no encoding', async () => {
  expect((await api.order({}, { 'if-match': '"1"' })).json.code).toBe('version_mismatch');
  expect((await api.order({}, { 'content-encoding': 'gzip' })).json.code).toBe('wrong_content_type');
});

test('an upgrade that we do not know is ignored, as HTTP says', async () => {
  const status = await new Promise((resolve, reject) => {
    const headers = {
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
      'http2-settings': '',
      authorization: `Bearer ${api.token}`,
    };
    const asked = request(
      { port: new URL(box.url).port, path: '/api/v1/orders', host: '127.0.0.1', headers },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    asked.on('error', reject);
    asked.end();
  });
  expect(status).toBe(200);
});

test('[ERR2] also what is no HTTP at all is answered with a problem', async () => {
  for (const [sent, status] of [
    ['NONSENSE\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 413],
  ] as const) {
    const text = await new Promise<string>((resolve) => {
      let got = '';
      const socket = connect(Number(new URL(box.url).port), '127.0.0.1', () => socket.write(sent));
      socket.on('data', (chunk) => {
        got += chunk;
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(got));
    });
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(text.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status });
  }
});

test('[ERR2] a page that is asked for on a condition or in part is answered, and no fault', async () => {
  const asked = async (headers: Record<string, string>) => (await fetch(box.url, { headers })).status;
  expect(await asked({ 'if-match': '"another"' })).toBe(412);
  expect(await asked({ 'if-unmodified-since': 'Mon, 01 Jan 2001 00:00:00 GMT' })).toBe(412);
  expect(await asked({ range: 'bytes=99999999-' })).toBe(200);
  expect(await asked({})).toBe(200);
});

test('an asset that is not there is not remembered as such, and nothing outside is served', async () => {
  const missing = await fetch(`${box.url}/assets/nothing.js`);
  expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store']);
  expect(await raw('/assets/../../package.json')).toBe(404);
  expect(await raw('/assets/..%2f..%2fpackage.json')).toBe(404);
});
