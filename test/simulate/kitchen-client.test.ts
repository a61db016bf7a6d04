import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKitchenClient, type KitchenClient } from './kitchen-client.ts';

type Seen = { readonly path: string; readonly token: string; readonly key: string | undefined };

/** A real HTTP server that answers each request with the next of `script`, and with `otherwise` after it. */
let server: Server;
let script: ((request: IncomingMessage, response: ServerResponse) => void)[];
let seen: Seen[];
let expired: Set<string>;
let logins: number;
let retries: number;

beforeEach(async () => {
  script = [];
  seen = [];
  expired = new Set();
  logins = 0;
  retries = 0;
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const reply = (status: number, body: unknown) => (_request: IncomingMessage, response: ServerResponse) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const cut = (request: IncomingMessage) => request.socket.destroy();

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { headers, url = '' } = request;
  if (url === '/api/v1/auth/login') {
    logins += 1;
    reply(200, { access_token: `token-${logins}` })(request, response);
    return;
  }
  seen.push({ path: url, token: headers.authorization ?? '', key: headers['idempotency-key'] as string | undefined });
  const next = expired.has(headers.authorization ?? '') ? reply(401, {}) : script.shift();
  (next ?? reply(201, { id: 'stored' }))(request, response);
}

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function client(patienceMs = 10_000): KitchenClient {
  return createKitchenClient({
    url: address(),
    user: 'admin',
    password: 'secret',
    random: () => 0,
    patienceMs,
    onRetry: () => {
      retries += 1;
    },
  });
}

const order = { method: 'POST', path: '/orders', body: { type: 'takeaway' }, key: 'key-1' } as const;

test('[PRM1] a request goes out again, under the same key, until it is answered', async () => {
  script = [cut, reply(503, {}), reply(500, {}), reply(429, {}), reply(503, 'no json')];
  const kitchen = client();
  await kitchen.signIn();
  expect(await kitchen.send(order)).toEqual({ status: 201, json: { id: 'stored' } });
  expect(seen.map(({ key }) => key)).toEqual(Array(6).fill('key-1'));
  expect(retries).toBe(5);
});

test('a refusal is an answer', async () => {
  script = [reply(409, { code: 'item_unavailable' })];
  const kitchen = client();
  await kitchen.signIn();
  expect(await kitchen.send(order)).toEqual({ status: 409, json: { code: 'item_unavailable' } });
  expect(retries).toBe(0);
});

test('[ID2] an ended sign-in is renewed once for all who notice, and the requests keep their keys', async () => {
  const kitchen = client();
  await kitchen.signIn();
  expired.add('Bearer token-1');
  const keys = Array.from({ length: 8 }, (_, index) => `key-${index}`);
  const answers = await Promise.all(keys.map((key) => kitchen.send({ ...order, key })));
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
  expect(logins).toBe(2);
  const taken = seen.filter(({ token }) => token === 'Bearer token-2');
  expect(taken.map(({ key }) => key).toSorted()).toEqual(keys);
});

test('a server that takes the sign-in but not its token is given up', async () => {
  script = Array.from({ length: 50 }, () => reply(401, {}));
  const kitchen = client();
  await kitchen.signIn();
  await expect(kitchen.send(order)).rejects.toThrow('takes the sign-in of admin but not the requests');
});

test('a first contact that nobody answers fails at once, in words', async () => {
  const kitchen = client();
  server.close();
  await expect(kitchen.signIn()).rejects.toThrow(
    /^cannot reach http:.*nothing answers there; is the server running\?$/,
  );
});

test('a server that stays away longer than the patience ends the run', async () => {
  const kitchen = client(300);
  await kitchen.signIn();
  server.closeAllConnections();
  server.close();
  await expect(kitchen.send(order)).rejects.toThrow('cannot reach');
  expect(retries).toBeGreaterThan(0);
});
