import { METHODS } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Api } from '../harness/api.ts';
import { dumpDatabase } from '../harness/database-dump.ts';
import { managerOf } from '../harness/manager.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { askRaw, rawRequest } from '../harness/raw-http.ts';
import { type RegisteredRoute, registeredRoutes } from '../harness/registered-routes.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { openTables, phoneAt } from '../harness/table-phone.ts';
import { addUser } from '../harness/user.ts';

let box: ServerBox;
let api: Api;
let guest: Api;
let phone: Api;
let routes: readonly RegisteredRoute[];
/** An order, and one of its items. */
let ids: { readonly id: string; readonly item_id: string };

beforeEach(async () => {
  box = await startServer();
  api = await managerOf(box);
  guest = await addUser(box, { username: 'guest', role: 'guest' });
  await openTables(api, '5');
  phone = await phoneAt(api, '5');
  routes = await registeredRoutes();
  const { json } = await api.order();
  ids = { id: json.id, item_id: json.items[0].id };
});
afterEach(() => box.remove());

const pathOf = (url: string) => url.replace(':item_id', ids.item_id).replace(':id', ids.id).replace('*', 'x');

/** Of who may use it: what is a guest’s own is not even a manager’s. */
function tokenFor(method: string, url: string): string {
  // A phone has few requests to spend; an address that does not take the method asks nobody who they are.
  if (method === 'POST' && /^\/api\/v1\/self-orders(?:\/:id\/withdraw)?$/.test(url)) return phone.token;
  return (url.startsWith('/api/v1/account/') ? guest : api).token;
}

/** Sent as it is; with a body where there is something in it. */
function ask(method: string, path: string, token: string, headers: readonly string[] = [], body = '') {
  const lines = ['Host: 127.0.0.1', `Authorization: Bearer ${token}`, ...headers];
  if (body !== '') lines.push(`Content-Length: ${Buffer.byteLength(body)}`);
  return askRaw({ port: box.port }, rawRequest(`${method} ${path}`, lines, body));
}

test('[SAF1] no GET and no HEAD of any route changes anything on disk', async () => {
  const reading = routes.filter(({ method }) => method === 'GET' || method === 'HEAD');
  const before = dumpDatabase(box.dataDir);
  const statuses = new Set<number>();
  for (const { method, url } of reading) {
    for (const query of ['', '?status=completed', '?_method=DELETE']) {
      const path = pathOf(url) + query;
      const headers = { authorization: `Bearer ${api.token}`, 'x-http-method-override': 'DELETE' };
      const gone = new AbortController();
      const answer = await fetch(box.url + path, { method, headers, signal: gone.signal });
      statuses.add(answer.status);
      gone.abort();
    }
  }
  expect(reading.length).toBeGreaterThan(40);
  expect([...statuses]).toContain(200);
  expect(dumpDatabase(box.dataDir)).toBe(before);
  await api.call('PATCH', `/orders/${ids.id}/status`, { status: 'ready' });
  expect(dumpDatabase(box.dataDir)).not.toBe(before);
});

test('[ADR2] what an address does not take is 405 with what it takes, also methods that nothing here has', async () => {
  // May nothing of all this, so that nothing happens where an address does take the method.
  const { token } = await pairDevice(api, 'display', 'Counter');
  const before = dumpDatabase(box.dataDir);
  for (const url of new Set(routes.map((route) => route.url))) {
    const path = pathOf(url);
    const allow = (await ask('OPTIONS', path, token))?.headers.allow?.split(', ') ?? [];
    expect([url, allow.length > 0]).toEqual([url, true]);
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((each) => each !== 'POST' || !isOwn(url))) {
      const isRefused = (await ask(method, path, token, [], '{}'))?.status === 405;
      expect([method, url, isRefused]).toEqual([method, url, !allow.includes(method)]);
    }
    for (const method of ['TRACE', 'PROPFIND', 'PURGE']) {
      expect([method, url, (await ask(method, path, token))?.status]).toEqual([method, url, 405]);
    }
  }
  expect(dumpDatabase(box.dataDir)).toBe(before);
  for (const method of METHODS.filter((each) => each !== 'CONNECT' && each !== 'HEAD')) {
    const status = (await ask(method, '/api/v1/nothing', token))?.status;
    expect([method, [400, 404, 405].includes(status ?? 0)]).toEqual([method, true]);
  }
});

/** Signing out is one's own to do. */
const isOwn = (url: string) => url.startsWith('/api/v1/auth/');

const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
const poison = [
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"a":NaN}',
  '{"a":1,}',
  `{"a":${deep}`,
];
const wrong = ['{"surprise":1}', '[]', '"x"', '7', '9007199254740993', deep, '{"status":9007199254740993}'];

test('[INP3] every route that takes a body refuses poisoned, unknown and wrong ones, and nothing happens', async () => {
  const before = dumpDatabase(box.dataDir);
  const json = ['Content-Type: application/json'];
  const writing = routes.filter(({ method }) => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method));
  for (const { method, url, takesBody } of writing) {
    for (const body of takesBody ? [...poison, ...wrong] : poison) {
      const status = (await ask(method, pathOf(url), tokenFor(method, url), json, body))?.status;
      // An address that does not take the method says so before it reads anything.
      expect([method, url, body.slice(0, 40), status === 400 || status === 405]).toEqual([
        method,
        url,
        body.slice(0, 40),
        true,
      ]);
    }
  }
  expect(writing.filter(({ takesBody }) => takesBody).length).toBeGreaterThan(25);
  expect(dumpDatabase(box.dataDir)).toBe(before);
  expect(({} as { x?: unknown }).x).toBeUndefined();
});

test('[INP3] bodies that are not JSON are 415 on every route but the form of signing in', async () => {
  const before = dumpDatabase(box.dataDir);
  const form = 'application/x-www-form-urlencoded';
  for (const { method, url, takesBody } of routes.filter((route) => route.takesBody)) {
    for (const type of ['text/plain', form, 'multipart/form-data; boundary=x', 'application/xml', '']) {
      if (type === form && url === '/api/v1/auth/login') continue;
      const answer = await ask(
        method,
        pathOf(url),
        tokenFor(method, url),
        [`Content-Type: ${type}`],
        '{"status":"ready"}',
      );
      expect([method, url, type, takesBody, answer?.status]).toEqual([method, url, type, true, 415]);
    }
  }
  expect(dumpDatabase(box.dataDir)).toBe(before);
});

test('[INP3] whole numbers beyond what can be counted are refused, not rounded', async () => {
  const item = (quantity: string) => `{"type":"takeaway","items":[{"name":"a","unit_price":1,"quantity":${quantity}}]}`;
  for (const quantity of ['9007199254740993', '1e400', '-0.5', '1e21', '-9007199254740993']) {
    const answer = await api.call('POST', '/orders', item(quantity));
    expect([quantity, answer.status]).toEqual([quantity, 400]);
  }
  expect((await api.call('POST', '/orders', item('3'))).json.items[0].quantity).toBe(3);
});
