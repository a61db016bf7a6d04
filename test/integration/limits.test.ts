import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor, signIn } from '../harness/api.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { askRaw, openRaw, pourRaw, rawRequest, upgradeLines } from '../harness/raw-http.ts';
import { isLive, record } from '../harness/recorder.ts';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { addUser } from '../harness/user.ts';

let server: ServerProcess;
let manager: Api;

beforeEach(async () => {
  server = await createServerProcess({ KDS_LOG_LEVEL: 'trace' });
  await server.start();
  manager = await signIn(server.url, server.password);
});
afterEach(() => server.remove());

/** What costs a stranger least, or us most. */
const cheap = [
  ['GET /api/v1/healthz'],
  ['GET /'],
  ['GET /api/v1/orders', `Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.e30.${'A'.repeat(43)}`],
  ['GET /api/v1/nothing', 'Cookie: kitchen_pass_session=x'],
  ['OPTIONS /api/v1/orders', 'Origin: http://evil.example'],
] as const;

function pour(from: string, times: number, extra: readonly string[] = []) {
  const [line, ...headers] = cheap[Number(from.split('.').at(-1)) % cheap.length] ?? cheap[0];
  return pourRaw({ port: server.port, from }, rawRequest(line, ['Host: 127.0.0.1', ...headers, ...extra]), times);
}

const crowd = Array.from({ length: 250 }, (_, n) => `127.0.9.${n + 1}`);
/** What all addresses together are answered in so many seconds. */
const mostAnswered = (seconds: number) => crowd.length * (20 + seconds) + 1000 + 100 * seconds;

test('[LIM1] a crowd of strangers at 250 addresses is told to wait, and paired tablets do not notice', async () => {
  const board = await pairDevice(manager, 'kitchen', 'Grill');
  const waiter = await pairDevice(manager, 'waiter', 'Terrace');
  const { json: soup } = await manager.call('POST', '/products', { sku: 's', name: 'Soup', price: 4, category: 'c' });
  const screen = record(server.url, board.token);
  await screen.until(isLive);

  const sinceMs = performance.now();
  let isOver = false;
  const pouring = Promise.all(crowd.map((from) => pour(from, 100))).finally(() => {
    isOver = true;
  });
  const statuses: number[] = [];
  while (!isOver || statuses.length < 20) {
    statuses.push((await waiter.api.order({ items: [{ menu_item_id: soup.id, quantity: 1 }] })).status);
    const cookie = `kitchen_pass_device=${board.token}`;
    statuses.push((await fetch(`${server.url}/`, { headers: { cookie } })).status);
  }
  const counts = (await pouring).flatMap((each) => [...each]);
  const seconds = (performance.now() - sinceMs) / 1000;
  expect(new Set(statuses)).toEqual(new Set([201, 200]));
  await screen.until(
    () => screen.events().filter(({ type }) => type === 'order_created').length === statuses.length / 2,
  );

  const sum = (some: typeof counts) => some.reduce((so, [, count]) => so + count, 0);
  expect(sum(counts.filter(([status]) => status === 429))).toBeGreaterThan(100);
  expect(sum(counts.filter(([status]) => status !== 429))).toBeLessThanOrEqual(mostAnswered(seconds));
});

test('[LIM1] behind the address of a flood whoever is signed in is served, by request and by stream', async () => {
  const from = '127.0.9.7';
  const { token } = await pairDevice(manager, 'kitchen', 'Grill');
  const lines = (credential: string) => ['Host: 127.0.0.1', `Authorization: Bearer ${credential}`];
  const ask = (line: string, headers: readonly string[]) =>
    askRaw({ port: server.port, from }, rawRequest(line, headers));
  const read = (credential: string) => ask('GET /api/v1/orders', lines(credential));
  const follow = (credential: string) => ask('GET /api/v1/ws/orders/live', [...lines(credential), ...upgradeLines()]);
  let isOn = true;
  const flood = Array.from({ length: 4 }, async () => {
    while (isOn) await pour(from, 400);
  });
  for (const way of [read, follow]) {
    let refused: Awaited<ReturnType<typeof way>>;
    while (refused?.status !== 429) {
      expect((await way(token))?.status).toBe(way === read ? 200 : 101);
      refused = await way('nobody');
    }
    const problem = JSON.parse(refused.body);
    expect(problem).toMatchObject({ code: 'too_many_requests', status: 429 });
    expect(problem.retry_ms).toBeGreaterThanOrEqual(1000);
    expect(Number(refused.headers['retry-after']) * 1000).toBeGreaterThanOrEqual(problem.retry_ms);
  }
  isOn = false;
  await Promise.all(flood);
  const back = async () => (await read('nobody'))?.status;
  await expect.poll(back).toBe(401);
});

test('[LIM1] [FWD1] an address that a header claims is nobody, in limits and in the log', async () => {
  const claimed = '198.51.100.23';
  const from = '127.0.9.8';
  const claims = (n: number) => [
    `X-Forwarded-For: ${claimed}, 10.0.0.${n % 250}`,
    `Forwarded: for=${claimed}`,
    `X-Real-IP: ${claimed}`,
  ];
  let has429 = false;
  for (let tries = 0; !has429; tries++) {
    has429 = (await pour(from, 400, claims(tries))).has(429);
  }
  // Who has asked nothing is not blamed for what was asked in their name.
  const other = await askRaw({ port: server.port, from: '127.0.9.9' }, rawRequest('GET /', ['Host: localhost']));
  expect(other?.status).toBe(200);
  // What is logged of a connection names no address either.
  const lines = ['Host: 127.0.0.1', `Authorization: Bearer ${manager.token}`, ...claims(1), ...upgradeLines()];
  const broken = openRaw({ port: server.port }).resume();
  broken.write(rawRequest('GET /api/v1/ws/orders/live', lines));
  await once(broken, 'data');
  broken.write(Buffer.alloc(20, 0xff));
  await expect.poll(server.stderr).toContain('a screen broke its connection');
  expect(server.stderr()).not.toContain(claimed);
  broken.destroy();
});

const asPerson = (token: string, times: number) =>
  pourRaw(
    { port: server.port },
    rawRequest('GET /api/v1/auth/me', ['Host: 127.0.0.1', `Authorization: Bearer ${token}`]),
    times,
  );

test('[LIM2] a session that asks without end is told to wait, and nobody else is', async () => {
  const runaway = await addUser(server, { username: 'r', role: 'kitchen' });
  const other = await addUser(server, { username: 'o', role: 'kitchen' });
  let refused = 0;
  while (refused === 0) refused = (await asPerson(runaway.token, 2000)).get(429) ?? 0;
  expect(await asPerson(other.token, 100)).toEqual(new Map([[200, 100]]));
  // A connection is not closed to who is known, and what they may comes again.
  await expect.poll(async () => (await runaway.call('GET', '/orders')).status).toBe(200);
});

test('[LIM2] a manager and a service are not slowed down', async () => {
  const { key } = (await manager.call('POST', '/api-keys', { name: 'POS' })).json;
  for (const token of [manager.token, key]) {
    expect(await asPerson(token, 4000)).toEqual(new Map([[200, 4000]]));
    const written = await Promise.all(
      Array.from({ length: 200 }, async () => (await apiFor(server.url, token).order()).status),
    );
    expect(new Set(written)).toEqual(new Set([201]));
  }
});
