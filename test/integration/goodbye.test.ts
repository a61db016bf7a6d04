import { once } from 'node:events';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { openStream, type Wire } from '../../src-main/server/transport/stream.ts';
import { parseStreamQuery } from '../../src-main/server/transport/stream-query.ts';
import type { Api } from '../harness/api.ts';
import { readEvents } from '../harness/event-reader.ts';
import { createFeedInHand, feedCaller } from '../harness/feed-in-hand.ts';
import { managerOf } from '../harness/manager.ts';
import { isLive, record } from '../harness/recorder.ts';
import { screenTokens } from '../harness/screen-tokens.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { createTempDir } from '../harness/temp-dir.ts';

let box: ServerBox;
let api: Api;

beforeEach(async () => {
  box = await startServer();
  api = await managerOf(box);
});
afterEach(() => box.remove());

test('[CLO1] a graceful stop tells each of 50 screens when to come back, spread over two seconds', async () => {
  const screens = (await screenTokens(api, 50)).map((token) => record(box.url, token));
  await Promise.all(screens.map((screen) => screen.until(isLive)));
  await box.stop();
  for (const { closed } of screens) expect((await closed).code).toBe(1012);
  const byes = screens.map(({ frames }) => frames.at(-1));
  expect(byes.every(({ type }) => type === 'bye')).toBe(true);
  const waits: number[] = byes.map((bye) => bye.retry_ms);
  console.log(`50 byes: retry_ms ${Math.min(...waits)} to ${Math.max(...waits)}, ${new Set(waits).size} different`);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...waits)).toBeLessThanOrEqual(2000);
  // Spread evenly, a quarter has so few or so many of them less than once in three hundred thousand runs.
  for (const quarter of [0, 500, 1000, 1500]) {
    const inQuarter = waits.filter((wait) => wait >= quarter && wait <= quarter + 500).length;
    expect(inQuarter).toBeGreaterThanOrEqual(1);
    expect(inQuarter).toBeLessThanOrEqual(30);
  }
  expect(new Set(waits).size).toBeGreaterThan(40);
});

test('[FUL1] [CLO1] a stopping server lets nobody in, and tells everybody when to come back', async () => {
  const { cursor } = (await api.call('GET', '/sync/orders')).json;
  const deaf = new WebSocket(`${box.url.replace('http', 'ws')}/ws/orders/live`, {
    headers: { authorization: `Bearer ${api.token}` },
  });
  deaf.on('error', () => undefined);
  await once(deaf, 'message');
  deaf.pause();
  const stopped = box.stop();
  const bye = { type: 'bye', code: 1012, retry_ms: expect.any(Number) };
  const socket = record(box.url, api.token);
  expect((await socket.closed).code).toBe(1012);
  expect(socket.frames).toEqual([expect.objectContaining(bye)]);
  const stream = await readEvents(box.url, '/events/orders', { authorization: `Bearer ${api.token}` });
  if ('status' in stream) throw new Error(`answered ${stream.status}`);
  await stream.ended;
  expect(stream.frames).toEqual([expect.objectContaining(bye)]);
  const waits: number[] = [];
  for (const query of ['', `last_event_id=${cursor}`, `last_event_id=${cursor}&wait=25`]) {
    const { json, headers } = await api.call('GET', `/sync/orders?${query}`);
    expect(json).toMatchObject({ status: 503, code: 'stopping' });
    expect(json.retry_ms).toBeLessThanOrEqual(2000);
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    waits.push(json.retry_ms);
  }
  expect(new Set(waits).size).toBeGreaterThan(1);
  await stopped;
  deaf.terminate();
});

test('[PMP1] [CLO1] when the disk cannot be read, those who wait for it come back one after the other', () => {
  const dir = createTempDir();
  const written = createFeedInHand(dir.path);
  written.commit(3);
  written.close();
  const { feed, close } = createFeedInHand(dir.path);
  close();
  const told: { readonly code: number; readonly retryMs: number }[] = [];
  const wire: Wire = {
    transport: 'websocket',
    isOpen: () => true,
    bufferedBytes: () => 0,
    takenBytes: () => 0,
    signs: () => 0,
    send: (_frame, done) => done(),
    end: (_bye, code, _reason, retryMs) => told.push({ code, retryMs }),
  };
  const query = parseStreamQuery(new URLSearchParams(`last_event_id=${feed.epoch}.0`));
  const following = { caller: feedCaller, followed: { kind: 'everything' } as const, query, feed };
  const deps = { clock: { nowMs: () => 0 }, log: pino({ level: 'silent' }), onSlow: () => undefined };
  for (let screen = 0; screen < 40; screen++) openStream(wire, following, deps).leave();
  dir.remove();
  expect(told).toHaveLength(40);
  expect(new Set(told.map(({ code }) => code))).toEqual(new Set([1012]));
  const waits = told.map(({ retryMs }) => retryMs);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(500);
  expect(Math.max(...waits)).toBeLessThanOrEqual(2500);
  expect(new Set(waits).size).toBeGreaterThan(30);
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(1000);
});
