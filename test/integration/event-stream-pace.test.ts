import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LiveFeed } from '../../src-main/server/fanout/live-feed.ts';
import { openEventStream } from '../../src-main/server/transport/event-stream.ts';
import { createLiveStreams, type LiveStreams } from '../../src-main/server/transport/live-streams.ts';
import { parseStreamQuery } from '../../src-main/server/transport/stream-query.ts';
import type { Member } from '../../src-main/server/transport/stream-registry.ts';
import { createFeedInHand, type FeedInHand, feedCaller } from '../harness/feed-in-hand.ts';
import { createTempDir, type TempDir } from '../harness/temp-dir.ts';

/**
 * Readers of server-sent events on a real socket whose buffers in the kernel are small (a Unix socket's do not grow),
 * with heartbeats in the test's hand: twenty times as fast as the service's own, as the readers are.
 */
const faster = 20;
const beatMs = 5000 / faster;
/** 100 kbit/s. */
const slowBytesPerS = 12_500 * faster;

let dir: TempDir;
let hand: FeedInHand;
let feed: LiveFeed;
let streams: LiveStreams;
let server: Server;
let sockets: Socket[];

beforeEach(async () => {
  dir = createTempDir();
  hand = createFeedInHand(dir.path);
  feed = hand.feed;
  streams = createLiveStreams({
    sessions: { isGood: () => true } as unknown as LiveStreams['sessions'],
    fanout: { seen: () => [] } as unknown as LiveStreams['fanout'],
    directory: { placedBy: () => undefined, isUser: () => false },
    clock: { nowMs: () => Date.now() },
    log: pino({ level: 'silent' }),
    maxConnections: 10,
  });
  sockets = [];
  server = createServer((request, response) => {
    const query = parseStreamQuery(new URL(request.url ?? '/', 'http://kitchen-pass').searchParams);
    openEventStream(response, { caller: feedCaller, followed: { kind: 'everything' }, query, feed }, streams);
  });
  server.listen(join(dir.path, 'socket'));
  await once(server, 'listening');
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  streams.stop();
  server.close();
  server.closeAllConnections();
  hand.close();
  dir.remove();
});

type Reader = { readonly member: Member; text(): string; readonly socket: Socket };

/** `bytesPerS`: how fast it reads; 0 for one that never does. */
async function open(query: string, bytesPerS: number): Promise<Reader> {
  const socket = connect(join(dir.path, 'socket'));
  sockets.push(socket);
  socket.write(`GET /?${query} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  let text = '';
  const known = new Set([...streams.registry.all()].map(({ member }) => member));
  if (bytesPerS === 0) socket.pause();
  else void readAt(socket, bytesPerS, (data) => (text += data));
  const comes = () => [...streams.registry.all()].map(({ member }) => member).find((member) => !known.has(member));
  await expect.poll(comes).toBeDefined();
  return { member: comes() as Member, text: () => text, socket };
}

async function readAt(socket: Socket, bytesPerS: number, take: (text: string) => void): Promise<void> {
  socket.pause();
  const startedMs = performance.now();
  let read = 0;
  while (!socket.destroyed) {
    const data: Buffer | null = socket.read(Math.min(1000, socket.readableLength) || undefined);
    if (data) take(String(data));
    read += data?.length ?? 0;
    const aheadMs = (read / bytesPerS) * 1000 - (performance.now() - startedMs);
    if (aheadMs > 5 || !data) await wait(Math.max(5, aheadMs));
  }
}

const isIn = ({ member }: Reader) => [...streams.registry.all()].some((joined) => joined.member === member);

/** Beats until the reader is up to date or gone. */
async function beatWhile(goesOn: () => boolean, mostBeats = 60): Promise<number> {
  let beats = 0;
  for (; beats < mostBeats && goesOn(); beats++) {
    streams.registry.beat();
    await wait(beatMs);
  }
  return beats;
}

test('[SLO1] whoever reads 100 kbit/s gets the whole snapshot and is live, however long it takes', async () => {
  hand.commit(900, 'x'.repeat(1000));
  const reader = await open('', slowBytesPerS);
  const isLive = () => reader.text().includes('"type":"live"');
  const beats = await beatWhile(() => isIn(reader) && !isLive());
  expect([isIn(reader), isLive(), streams.counters().slow]).toEqual([true, true, 0]);
  // Otherwise everything lay in the kernel, and nothing was shown.
  expect(beats).toBeGreaterThan(10);
});

test('[SLO1] an order that alone takes longer than two heartbeats is no reason to cut whoever reads it', async () => {
  const reader = await open('', slowBytesPerS);
  hand.commit(1, 'x'.repeat(600_000));
  const hasIt = () => reader.text().length > 600_000;
  await beatWhile(() => isIn(reader) && !hasIt());
  expect([isIn(reader), hasIt(), streams.counters().slow]).toEqual([true, true, 0]);
});

test('[ACK2] [NET6] a screen that confirms nothing is gone in 20 s, whatever the kernel holds for it', async () => {
  const reader = await open('acks=1&tab=0123456789abcdef', 0);
  hand.commit(50, 'x'.repeat(1000));
  const beats = await beatWhile(() => isIn(reader));
  expect(beats).toBeLessThanOrEqual(3 + 1000 / beatMs);
  expect(streams.counters().slow).toBe(1);
});

test('[ACK2] [SLO1] a screen that reads a large snapshot slowly says so with each part; when it falls silent it is gone', async () => {
  hand.commit(500, 'x'.repeat(1000));
  const reader = await open('acks=1&tab=0123456789abcdef', slowBytesPerS);
  const parts = () => reader.text().match(/"type":"snapshot"/g)?.length ?? 0;
  const isLive = () => reader.text().includes('"type":"live"');
  let told = 0;
  const telling = setInterval(() => {
    if (parts() === told) return;
    told = parts();
    reader.member.confirm(0, true);
  }, 10);
  const whileRead = await beatWhile(() => isIn(reader) && !isLive());
  clearInterval(telling);
  expect([isIn(reader), isLive(), whileRead > 4]).toEqual([true, true, true]);
  const beats = await beatWhile(() => isIn(reader));
  expect(beats).toBeGreaterThanOrEqual(2);
  expect(beats).toBeLessThanOrEqual(4 + 1000 / beatMs);
});

test('[ACK2] [NET6] a screen that reads nothing of a large snapshot is gone in 20 s', async () => {
  hand.commit(500, 'x'.repeat(1000));
  const reader = await open('acks=1&tab=0123456789abcdef', 0);
  expect(await beatWhile(() => isIn(reader))).toBeLessThanOrEqual(3 + 1000 / beatMs);
});

test('[NET6] whoever reads nothing is cut half a minute after the buffers are full', async () => {
  hand.commit(900, 'x'.repeat(1000));
  const reader = await open('', 0);
  const beats = await beatWhile(() => isIn(reader));
  // A second of it is for the goodbye.
  expect(beats).toBeLessThanOrEqual(8 + 1000 / beatMs);
  expect(streams.counters().slow).toBe(1);
});
