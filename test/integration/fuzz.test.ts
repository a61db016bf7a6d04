import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { clientFrame } from '../../src-shared/protocol/client-frames.ts';
import { closeCodes } from '../../src-shared/protocol/close-codes.ts';
import { type Api, signIn } from '../harness/api.ts';
import { madeValue, oddValue, ownWords, pick, shapeOf } from '../harness/made-value.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { rawTalk } from '../harness/raw-talk.ts';
import { type RegisteredRoute, registeredRoutes } from '../harness/registered-routes.ts';
import { scale } from '../harness/scale.ts';
import { createSeededRandom, type SeededRandom } from '../harness/seeded-random.ts';
import { rememberSecret } from '../harness/sent-secrets.ts';
import { createServerProcess, databaseIn, type ServerProcess } from '../harness/server-process.ts';

let server: ServerProcess;
let manager: Api;
let random: SeededRandom;
let ids: readonly string[];
let tokens: readonly string[];
let leavers: Cast;
let spare: Cast;

/** Whom a request is about, by what words, and by whom it is sent. */
type Cast = { readonly ids: readonly string[]; readonly words: readonly string[]; readonly tokens: readonly string[] };

beforeEach(async () => {
  random = createSeededRandom('fuzz');
  // So little that what is never let go would end it; without it Node collects when it likes.
  server = await createServerProcess({
    NODE_OPTIONS: '--max-old-space-size=96 --max-semi-space-size=4',
    KDS_LOG_LEVEL: 'debug',
  });
  await server.start();
  manager = await signIn(server.url, server.password);
  const order = (await manager.order()).json;
  const product = { sku: 'soup', name: 'Soup', price: 4, category: 'Starters' };
  const { id: productId } = (await manager.call('POST', '/products', product)).json;
  const devices = [];
  for (const role of ['kitchen', 'waiter', 'display'] as const)
    devices.push(await pairDevice(manager, role, `the ${role}`));
  const { key } = (await manager.call('POST', '/api-keys', { name: 'Till' })).json;
  const person = { username: 'ann', display_name: 'Ann', role: 'waiter', pin: '4711' };
  const { id: userId } = (await manager.call('POST', '/users', person)).json;
  ids = [order.id, order.items[0].id, productId, userId, 'grill', '6b58208f-d318-4f90-a7e1-d68f433967ed'];
  tokens = [manager.token, manager.token, manager.token, key, ...devices.map(({ token }) => token)];
  leavers = await hireLeavers();
  spare = await makeSpare();
});
afterEach(() => server.remove());

/** People who may be removed, and change their passwords: the manager's would end the session that the fuzz goes on with. */
async function hireLeavers(): Promise<Cast> {
  const words = ['the first password', 'the second password'];
  const [password = ''] = words;
  const found: { id: string; token: string }[] = [];
  for (let n = 0; n < 8; n++) {
    const person = { username: `leaver${n}`, display_name: 'Leaver', role: n % 2 ? 'waiter' : 'manager', password };
    const { id } = (await manager.call('POST', '/users', person)).json;
    found.push({ id, token: (await signIn(server.url, password, person.username)).token });
  }
  return { words, ids: found.map(({ id }) => id), tokens: [manager.token, ...found.map(({ token }) => token)] };
}

/** Devices and keys that may be revoked and renewed: nobody comes with them. */
async function makeSpare(): Promise<Cast> {
  const found: string[] = [];
  for (let n = 0; n < 8; n++) {
    const { secret } = (await manager.call('POST', '/pair/window', { role: 'kitchen' })).json;
    found.push((await manager.call('POST', '/pair/claim', { secret, name: `Spare ${n}` })).json.device_id);
    found.push((await manager.call('POST', '/api-keys', { name: `Spare ${n}` })).json.id);
  }
  return { ids: found, words: found, tokens };
}

const requests = scale({ short: 3000, long: 100_000 });
/** Each with half a dozen frames. */
const connections = scale({ short: 100, long: 10_000 });
const atOnce = 24;

/** 503 is an answer where it says what is full for now; everything else above 499 is a fault. */
const isFault = (status: number, text: string) =>
  status >= 500 && !(status === 503 && /"code":"(busy|too_many_screens)"/.test(text));

test('[INP3] [ERR2] requests of any kind to every route, and bytes of any kind: no fault, no hang, no growth', {
  timeout: scale({ short: 300_000, long: 4 * 3600_000 }),
}, async () => {
  const routes = await registeredRoutes();
  const seen = new Map<number, number>();
  const faults: string[] = [];
  let sent = 0;
  let afterWarmUpMb = 0;
  const goOn = async (turn: SeededRandom) => {
    while (sent < requests && faults.length === 0) {
      if (sent++ === Math.floor(requests / 10)) afterWarmUpMb = memoryMb();
      const { status, text, asked } = await (turn.next() < 0.85 ? sendRequest(turn, routes) : sendBytes(turn, routes));
      seen.set(status, (seen.get(status) ?? 0) + 1);
      if (isFault(status, text)) faults.push(`${status} ${text.slice(0, 300)} to ${asked}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, n) => goOn(random.part(`turn ${n}`))));
  console.log(`${sent} requests: ${JSON.stringify(Object.fromEntries([...seen].sort(([a], [b]) => a - b)))}`);

  expect(faults).toEqual([]);
  // Not only refusals: the fuzz reaches what the routes do.
  expect(seen.get(200) ?? 0).toBeGreaterThan(requests / 100);
  expect(seen.get(201) ?? 0).toBeGreaterThan(requests / 1000);
  expect(memoryMb() - afterWarmUpMb).toBeLessThan(50);
  await expectWell();
});

test('[INP3] [CLO1] frames of any kind on every stream: the connection ends as the contract says, or goes on', {
  timeout: scale({ short: 300_000, long: 3600_000 }),
}, async () => {
  const known = new Set<number>([1000, 1001, 1002, 1003, 1007, 1008, 1009, ...Object.values(closeCodes)]);
  const shape = shapeOf(clientFrame);
  let afterWarmUpMb = 0;
  for (let n = 0; n < connections; n++) {
    if (n === Math.floor(connections / 10)) afterWarmUpMb = memoryMb();
    const path = pick(random, ['/ws/orders/live', '/ws/products', '/ws/ready', `/ws/orders/${pick(random, ids)}`]);
    const query = pick(random, ['', '?acks=1', '?batch=1&acks=1', '?last_event_id=9', '?last_event_id=%00&tab=x']);
    const code = await sendFrames(`${path}${query}`, shape);
    expect([path, code, known.has(code)]).toEqual([path, code, true]);
  }
  expect(memoryMb() - afterWarmUpMb).toBeLessThan(50);
  await expectWell();
});

/** What ends a person, a device or a key, or what they have open, is asked of those that may go. */
function castOf({ method, url }: RegisteredRoute): Cast {
  if (/(devices|api-keys)\/:id/.test(url)) return spare;
  if (/auth\/logout$/.test(url)) return { ...leavers, tokens: leavers.tokens.slice(1) };
  const isEnd = /auth\/password$/.test(url) || (method === 'DELETE' && /users/.test(url));
  return isEnd ? leavers : { ids, words: ids, tokens };
}

/** Most of what is registered only says that there is no such method: one of those now and then is enough. */
function pickRoute(turn: SeededRandom, routes: readonly RegisteredRoute[]): RegisteredRoute {
  const first = pick(turn, routes);
  return first.isRefused && turn.next() < 0.95 ? pickRoute(turn, routes) : first;
}

type Outcome = { readonly status: number; readonly text: string; readonly asked: string };

async function sendRequest(turn: SeededRandom, routes: readonly RegisteredRoute[]): Promise<Outcome> {
  const route = pickRoute(turn, routes);
  const { method, url, body } = route;
  const cast = castOf(route);
  const path = pathOf(turn, url, cast);
  const hasBody = !['GET', 'HEAD'].includes(method) && turn.next() < 0.95;
  const sent = hasBody ? bodyOf(turn, body, cast) : undefined;
  const asked = `${method} ${path} ${sent}`;
  const waiting = AbortSignal.timeout(60_000);
  const answer = await fetch(server.url + path, {
    method,
    headers: headersOf(turn, cast),
    ...(sent === undefined ? {} : { body: sent }),
    signal: waiting,
  }).catch((error) => error as Error);
  if (answer instanceof Error) {
    // Cut, as by the limit of a body; that it hung would be a fault.
    return { status: waiting.aborted ? 599 : 0, text: answer.message, asked };
  }
  // The rest of a stream has no end.
  if (/event-stream/.test(answer.headers.get('content-type') ?? '')) {
    await answer.body?.cancel();
    return { status: answer.status, text: '', asked };
  }
  const text = await answer.text().catch(() => '');
  for (const [secret] of text.matchAll(handedOut)) rememberSecret(server.url, secret);
  return { status: answer.status, text, asked };
}

/** Tokens, keys and secrets in answers, which are looked for in the log at the end. */
const handedOut = /(?<="(?:access_token|key|secret)":")[^"]{20,}/g;

function pathOf(turn: SeededRandom, url: string, cast: Cast): string {
  const filled = url.replaceAll(/:\w+|\*/g, () =>
    turn.next() < 0.8 ? pick(turn, cast.ids) : encodeURIComponent(Buffer.from(String(oddValue(turn))).toString()),
  );
  const query = turn.next() < 0.2 ? `?${pick(turn, queries)}` : '';
  return /\/sync\//.test(url) ? `${filled}?wait=0${query.replace('?', '&')}` : filled + query;
}

const queries = [
  ...['limit=1', 'limit=-1', 'limit=1e9', 'limit=1&limit=2', 'status=ready', 'status=%00', 'cursor=x', '__proto__=1'],
  ...['q=%27%20OR%201=1', 'last_event_id=1.2.3', 'wait=9999', 'token=x', 'a[]=1', '%', '%E0%A4%A', 'station=grill'],
];

const types = ['text/plain', 'x', 'application/xml', 'application/x-www-form-urlencoded'];
const cookies = ['kitchen_pass_session=x.y.z', 'kitchen_pass_device=%00', '=;=;,', 'kitchen_pass_device', '\t'];

function headersOf(turn: SeededRandom, cast: Cast): Record<string, string> {
  const token = turn.next() < 0.9 ? pick(turn, cast.tokens) : 'x.y.z';
  return {
    authorization: `Bearer ${token}`,
    'content-type': turn.next() < 0.95 ? 'application/json' : pick(turn, types),
    ...(turn.next() < 0.2 ? { 'idempotency-key': pick(turn, ['a', 'b', 'x'.repeat(300), 'key-1']) } : {}),
    ...(turn.next() < 0.1 ? { 'if-match': pick(turn, ['"1"', '*', 'W/"x"', '']) } : {}),
    ...(turn.next() < 0.1 ? { cookie: pick(turn, cookies) } : {}),
    ...(turn.next() < 0.05 ? { origin: pick(turn, ['null', 'http://evil.example', server.url, '://']) } : {}),
  };
}

function bodyOf(turn: SeededRandom, schema: unknown, { words }: Cast): string {
  const chance = turn.next();
  if (chance < 0.85) return JSON.stringify(madeValue(turn, shapeOf(schema), words)) ?? 'null';
  if (chance < 0.9) return '['.repeat(turn.below(10_000));
  if (chance < 0.95) return JSON.stringify(oddValue(turn)).slice(1);
  return `{"a":"${'x'.repeat(turn.below(300_000))}"}`;
}

/** A request of which some bytes are others, or nothing but bytes. */
async function sendBytes(turn: SeededRandom, routes: readonly RegisteredRoute[]): Promise<Outcome> {
  const route = pickRoute(turn, routes);
  const { method, url } = route;
  const cast = castOf(route);
  const host = `127.0.0.1:${server.port}`;
  const head = `${method} ${pathOf(turn, url, cast)} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${pick(turn, cast.tokens)}\r\nConnection: close\r\n\r\n`;
  const bytes = turn.next() < 0.2 ? Buffer.alloc(turn.below(400)) : Buffer.from(head);
  for (let n = turn.below(6); n >= 0 && bytes.length > 0; n--) bytes[turn.below(bytes.length)] = turn.below(256);
  const { text, ended } = await rawTalk(server.port, bytes, 60_000);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
  return { status: ended ? status : 599, text, asked: JSON.stringify(bytes.toString('latin1')).slice(0, 400) };
}

/** A few frames, then a goodbye of ours; answers the code that the connection ended with. */
function sendFrames(path: string, shape: ReturnType<typeof shapeOf>): Promise<number> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, {
    headers: { authorization: `Bearer ${pick(random, tokens)}` },
  });
  socket.on('error', () => undefined);
  socket.on('open', () => {
    for (let n = random.below(12); n >= 0; n--) socket.send(frameOf(shape));
    socket.close(1000);
  });
  return new Promise((resolve) => socket.on('close', resolve));
}

function frameOf(shape: ReturnType<typeof shapeOf>): string | Buffer {
  const chance = random.next();
  if (chance < 0.6) return JSON.stringify(madeValue(random, shape, ids)) ?? 'null';
  if (chance < 0.8) return JSON.stringify(oddValue(random));
  return Buffer.from(Array.from({ length: random.below(200) }, () => random.below(256)));
}

const memoryMb = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid()}/status`, 'utf8'))?.[1]) / 1024;

/** It lives, takes orders, has complained of no bug, and its file is whole. */
async function expectWell(): Promise<void> {
  expect((await manager.order()).status).toBe(201);
  expect(server.stderr()).not.toMatch(/by a bug|failed|could not/);
  expect(server.stderr()).not.toContain(ownWords);
  await server.kill('SIGTERM');
  const db = new Database(databaseIn(server.dataDir), { readonly: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.prepare("SELECT role FROM users WHERE username = 'admin'").pluck().get()).toBe('manager');
  db.close();
}
