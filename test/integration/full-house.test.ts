import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Api } from '../harness/api.ts';
import { followEvents, readEvents } from '../harness/event-reader.ts';
import { managerOf } from '../harness/manager.ts';
import { isLive, type Recorder, record } from '../harness/recorder.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

/** Two places, both taken by screens that say who they are. */
const tabs = ['screen-aaaa', 'screen-bbbb'] as const;
let box: ServerBox;
let api: Api;
let inside: Recorder[];
let sulking: Socket[];

beforeEach(async () => {
  box = await startServer({ maxConnections: 2 });
  api = await managerOf(box);
  inside = tabs.map((tab) => record(box.url, api.token, `?tab=${tab}`));
  for (const screen of inside) await screen.until(isLive);
  sulking = [];
});
afterEach(async () => {
  for (const socket of sulking) socket.destroy();
  await box.remove();
});

const auth = () => ({ authorization: `Bearer ${api.token}` });
const poll = (query: string) => api.call('GET', `/sync/orders?${query}`);
const bye = { type: 'bye', code: 4429, retry_ms: expect.any(Number) };
const status = async () => (await api.call('GET', '/ws/orders/live/status')).json;

test('[FUL1] [CLO1] who finds the house full is told so by every way it can come, and when to come back', async () => {
  const socket = record(box.url, api.token, '?tab=screen-cccc');
  expect((await socket.closed).code).toBe(4429);
  expect(socket.frames).toEqual([expect.objectContaining(bye)]);

  const stream = await followEvents(box.url, '/events/orders?tab=screen-cccc', auth());
  await stream.ended;
  expect(stream.frames).toEqual([expect.objectContaining(bye)]);
  expect(Number(/^retry: (\d+)\n\n/.exec(stream.text())?.[1])).toBeGreaterThanOrEqual(5000);

  for (const query of ['tab=screen-cccc', 'tab=screen-cccc&wait=5', '']) {
    const { json, headers } = await poll(query);
    expect(json).toMatchObject({ status: 503, code: 'too_many_screens' });
    expect(json.retry_ms).toBeGreaterThanOrEqual(5000);
    expect(json.retry_ms).toBeLessThanOrEqual(10_000);
    expect(Number(headers.get('retry-after')) * 1000).toBeGreaterThanOrEqual(json.retry_ms);
  }
  expect(await status()).toMatchObject({ total_connections: 2, refused_since_start: 5 });
  expect(inside.map(({ frames }) => frames.some(({ type }) => type === 'bye'))).toEqual([false, false]);
});

/** Asks for a WebSocket and never answers its goodbye; gives the status. */
async function askAndSulk(): Promise<number> {
  const socket = connect({ port: box.port, host: '127.0.0.1' });
  sulking.push(socket);
  socket.on('error', () => undefined);
  const head = [
    'GET /api/v1/ws/orders/live HTTP/1.1',
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    `Authorization: Bearer ${api.token}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  const [first] = await once(socket, 'data');
  return Number(/^HTTP\/1\.1 (\d+)/.exec(String(first))?.[1]);
}

test('[FUL1] [NET6] no more than 64 at a time are told: beyond, the door stays shut', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, askAndSulk));
  expect(answers.filter((status) => status === 101)).toHaveLength(64);
  expect(answers.filter((status) => status === 503)).toHaveLength(36);
  expect(await readEvents(box.url, '/events/orders', auth())).toEqual({ status: 503 });
  expect(await status()).toMatchObject({ total_connections: 2, refused_since_start: 101 });
  const codeOf = async () => (await record(box.url, api.token).closed).code;
  await expect.poll(codeOf, { timeout: 5000 }).toBe(4429);
});

test('[TAB1] [POL1] a page that polls has the place of its own stream, and holds one place, not more', async () => {
  const [first] = tabs;
  const { cursor } = (await poll(`tab=${first}`)).json;
  const held = [1, 2, 3].map(() => poll(`tab=${first}&last_event_id=${cursor}&wait=25`));
  const ended = await Promise.race([
    Promise.all(held.slice(0, 2)),
    Promise.all(held.slice(1)),
    Promise.all([held[0], held[2]]),
  ]);
  expect(ended.map((answer) => answer?.json)).toEqual(
    [1, 2].map(() => expect.objectContaining({ mode: 'replay', events: [] })),
  );
  expect((await status()).by_transport).toEqual({ websocket: 2, sse: 0, polling: 1 });
  inside[0]?.close();
  await inside[0]?.closed;
  await expect.poll(async () => (await status()).total_connections).toBe(2);
  expect((await poll(`tab=screen-cccc`)).json.code).toBe('too_many_screens');

  const back = record(box.url, api.token, `?tab=${first}`);
  await back.until(isLive);
  expect((await Promise.all(held)).every(({ json }) => json.events.length === 0)).toBe(true);
  expect((await status()).by_transport).toEqual({ websocket: 2, sse: 0, polling: 0 });
});
