import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LiveMemory, liveMemory, openToLook } from '../harness/live-memory.ts';
import { scale } from '../harness/scale.ts';
import { screenTokens } from '../harness/screen-tokens.ts';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { spreadOf } from '../rig/figures.ts';
import { createOrderStream, type OrderStream } from '../rig/order-stream.ts';
import { expectWhole, judgeScreens } from '../rig/scene-figures.ts';
import { lagsMs, missing } from '../rig/scene-judge.ts';
import { openScreens, type Screens } from '../rig/screens.ts';
import { type DistantApi, signInHere } from '../rig/server-api.ts';

const places = 200;
/** So that memory that is not needed is given back at once, and memory that is kept shows. */
const smallHeap = { NODE_OPTIONS: `--max-old-space-size=64 --max-semi-space-size=2 ${openToLook.NODE_OPTIONS}` };
let server: ServerProcess;
let api: DistantApi;
let orders: OrderStream;
let screens: Screens;
let strangers: Socket[];

beforeEach(async () => {
  server = await createServerProcess({ KDS_MAX_CONNECTIONS: String(places), ...smallHeap });
  await server.start();
  api = await signInHere(server.url, server.password);
  orders = createOrderStream(api);
  const tokens = await screenTokens(api, 20);
  screens = openScreens({ url: server.url, tokens, name: 's', count: 20, sampleMs: 250 });
  strangers = [];
  const isLive = (name: string) => screens.log.newest(name, 'phase')?.phase === 'live';
  expect(await screens.log.until(() => screens.names.every(isLive), 30_000)).toBe(true);
  orders.startFrom(screens.log.newest(screens.names[0]!, 'shown')!);
});
afterEach(async () => {
  for (const socket of strangers) socket.destroy();
  await screens.stop();
  await server.remove();
});

type Way = 'websocket' | 'sse';

/** Asks for a live stream by hand; resolves with the status, or 0 when there was no answer. */
async function ask(
  token: string | undefined,
  query = '',
  way: Way = 'websocket',
): Promise<{ readonly socket: Socket; readonly status: number }> {
  const socket = connect({ port: server.port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  const upgrade = [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
  ];
  const head = [
    `GET /api/v1/${way === 'sse' ? 'events/orders' : 'ws/orders/live'}?${query} HTTP/1.1`,
    'Host: 127.0.0.1',
    ...(way === 'sse' ? [] : upgrade),
    ...(token ? [`Authorization: Bearer ${token}`] : []),
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  const first = await Promise.race([
    once(socket, 'data').catch(() => undefined),
    once(socket, 'close').then(() => undefined),
  ]);
  return { socket, status: Number(/^HTTP\/1\.1 (\d+)/.exec(String(first?.[0] ?? ''))?.[1] ?? 0) };
}

const residentMb = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid()}/status`, 'utf8'))?.[1]) / 1024;
type Connection = { readonly id: number; readonly buffered_bytes: number };
const connections = async () => (await api.call('GET', '/ws/orders/live/connections')).json.items as Connection[];

/** p99 of the time from being stored to being shown while so many orders come, in ms. */
async function publishP99(count: number): Promise<number> {
  const from = orders.stored.length;
  await orders.post(count, 25);
  const own = () => orders.stored.slice(from);
  expect(await screens.log.until(() => missing(screens.log, screens.names, own()) === 0, 30_000)).toBe(true);
  return spreadOf(lagsMs(screens.log, screens.names, own())).p99;
}

async function judge(scene: string): Promise<void> {
  const valuesMs = lagsMs(screens.log, screens.names, orders.stored);
  const measured = 'stored to shown';
  expectWhole(await judgeScreens({ scene, network: 'loopback', measured, valuesMs, groups: [screens], orders, api }));
}

/** All but strangers' streams of events, from which nothing comes back. */
const ways: readonly [readonly [Way, string], ...(readonly [Way, string])[]] = [
  ['websocket', 'batch=1'],
  ['websocket', 'batch=1&acks=1'],
  ['sse', 'acks=1&screen=board'],
];

test('[NET6] [PMP1] [SLO1] [ACK1] [ACK2] readers that never read cost less than 1 MB each, are gone in 20 s, and slow nobody down', async () => {
  const quietMs = await publishP99(100);
  const beforeMb = residentMb();
  const known = new Set((await connections()).map(({ id }) => id));
  const readers = scale({ short: 20, long: 100 });
  const tokens = await screenTokens(api, readers);
  for (let index = 0; index < readers; index++) {
    const [way, query] = ways[index % ways.length] ?? ways[0];
    const { socket, status } = await ask(tokens[index], `${query}&tab=never-reads-${index}`, way);
    expect(status).toBe(way === 'sse' ? 200 : 101);
    socket.pause();
    strangers.push(socket);
  }
  const sinceMs = Date.now();
  let mostBytes = 0;
  let mostMb = 0;
  let goneAfterMs = Number.POSITIVE_INFINITY;
  const latency = publishP99(scale({ short: 700, long: 700 }));
  while (goneAfterMs === Number.POSITIVE_INFINITY && Date.now() - sinceMs < 30_000) {
    const readersLeft = (await connections()).filter(({ id }) => !known.has(id));
    mostBytes = Math.max(mostBytes, ...readersLeft.map((one) => one.buffered_bytes));
    mostMb = Math.max(mostMb, residentMb());
    if (readersLeft.length === 0) goneAfterMs = Date.now() - sinceMs;
    await wait(250);
  }
  const meanwhileMs = await latency;
  console.log(
    `${readers} readers: gone after ${goneAfterMs} ms, at most ${mostBytes} bytes waiting for one, ` +
      `${(mostMb - beforeMb).toFixed(1)} MB more in all; p99 of the others ${meanwhileMs} ms, before ${quietMs} ms`,
  );
  expect(goneAfterMs).toBeLessThan(20_500);
  expect(mostBytes).toBeLessThan(1024 * 1024);
  expect(mostMb - beforeMb).toBeLessThan(readers + 10);
  // On a machine that is busy with something else, as quick as without them.
  expect(meanwhileMs).toBeLessThan(Math.max(50, 3 * quietMs));
  await judge('readers that never read');
});

/** So many attempts, in crowds of which every second one has a token; the crowd before goes when the next has come. */
async function knock(attempts: number, tokens: readonly string[]): Promise<string> {
  const counts = new Map<number, number>();
  let held: Socket[] = [];
  for (let done = 0; done < attempts; done += crowd) {
    const answers = await Promise.all(
      Array.from({ length: crowd }, (_, index) => ask(index % 2 ? tokens[index] : undefined)),
    );
    for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
    for (const socket of held) socket.destroy();
    held = answers.map(({ socket }) => socket);
  }
  for (const socket of held) socket.destroy();
  expect(counts.get(503)).toBeGreaterThan(0);
  return JSON.stringify([...counts]);
}
const crowd = 500;

/** What the server needs when all strangers have gone. */
async function atRest(): Promise<LiveMemory> {
  await expect.poll(async () => (await connections()).length, { timeout: 30_000 }).toBe(20);
  // A goodbye that was not answered is waited for for a second.
  await wait(1500);
  return liveMemory(server);
}

/** Long enough for every screen to give its connection up while strangers wait for its place. */
async function stall(): Promise<void> {
  await wait(2000);
  process.kill(server.pid(), 'SIGSTOP');
  await wait(4500);
  process.kill(server.pid(), 'SIGCONT');
}

/** Tries of a screen that were answered with no. A try without an answer is given up after 4 s ([LNK8]). */
function refusals(name: string): string[] {
  const phases = screens.log.lines.flatMap((line) => (line.screen === name && line.kind === 'phase' ? [line] : []));
  return phases.flatMap(({ phase, atMs }, index) => {
    const next = phases[index + 1];
    const isNo = phase === 'connecting' && next && next.phase !== 'catching-up' && next.atMs - atMs < 4000;
    return isNo ? [`${name} after ${atMs - (phases[0]?.atMs ?? 0)} ms: ${next.phase}`] : [];
  });
}

test('[NET6] [FUL2] 10,000 attempts to connect: the extra ones are refused, those who are in stay well, also when the machine stalls, the memory comes back', async () => {
  const attempts = scale({ short: 10_000, long: 50_000 });
  const tokens = await screenTokens(api, crowd);
  const rush = async () => (await Promise.all([knock(attempts, tokens), orders.post(200, 40)]))[0];
  // What the first crowds and orders need once, for code and buffers, is no leak.
  // A request that is on its way into a stall may be cut with its connection: whoever sends it tries again, here nobody.
  await Promise.all([knock(attempts, tokens), stall().then(() => orders.post(200, 40))]);
  expect(
    screens.log.lines.filter((line) => line.kind === 'phase' && line.phase === 'connecting').length,
  ).toBeGreaterThan(screens.names.length);
  const base = await atRest();
  const from = orders.stored.length;
  const answers = await rush();
  const meanwhile = orders.stored.slice(from);
  expect(await screens.log.until(() => missing(screens.log, screens.names, orders.stored) === 0, 30_000)).toBe(true);
  await judge('ten thousand attempts');
  expect(screens.names.flatMap(refusals)).toEqual([]);
  const rest = await atRest();
  const { mean, p95, p99 } = spreadOf(lagsMs(screens.log, screens.names, meanwhile));
  console.log(
    `answers ${answers}; needed ${base.keptMb.toFixed(1)} MB before and ${rest.keptMb.toFixed(1)} MB after, ` +
      `resident ${base.residentMb.toFixed(1)} and ${rest.residentMb.toFixed(1)} MB; ` +
      `${meanwhile.length} orders meanwhile, stored to shown on ${screens.names.length} screens: ` +
      `mean ${mean} ms, p95 ${p95} ms, p99 ${p99} ms`,
  );
  // The newest orders, which log and snapshot keep at hand, are a part of it.
  expect(rest.keptMb).toBeLessThan(base.keptMb + 10);
  // What is free again is given back to the system late and in large pieces, if at all.
  expect(rest.residentMb).toBeLessThan(base.residentMb + 30);
});
