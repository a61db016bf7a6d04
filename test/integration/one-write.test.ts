import { once } from 'node:events';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket, { WebSocketServer } from 'ws';
import { openEventStream } from '../../src-main/server/transport/event-stream.ts';
import { createLiveConnection } from '../../src-main/server/transport/live-connection.ts';
import { createLiveStreams, type LiveStreams } from '../../src-main/server/transport/live-streams.ts';
import { parseStreamQuery } from '../../src-main/server/transport/stream-query.ts';
import { createFeedInHand, type FeedInHand, feedCaller } from '../harness/feed-in-hand.ts';
import { createTempDir, type TempDir } from '../harness/temp-dir.ts';

/** What Node hands to the system for one connection: each entry is one write of these buffers. */
type Writes = (readonly Buffer[])[];

let dir: TempDir;
let hand: FeedInHand;
let streams: LiveStreams;
let server: Server;
let sockets: WebSocketServer;
let writes: Writes[];

beforeEach(async () => {
  dir = createTempDir();
  hand = createFeedInHand(dir.path);
  streams = createLiveStreams({
    sessions: { isGood: () => true } as unknown as LiveStreams['sessions'],
    fanout: { seen: () => [] } as unknown as LiveStreams['fanout'],
    directory: { placedBy: () => undefined, isUser: () => false },
    clock: { nowMs: () => Date.now() },
    log: pino({ level: 'silent' }),
    maxConnections: 100,
  });
  const following = { caller: feedCaller, followed: { kind: 'everything' } as const, feed: hand.feed };
  const query = parseStreamQuery(new URLSearchParams('batch=1'));
  server = createServer((_request, response) => openEventStream(response, { ...following, query }, streams));
  sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', (socket) => {
    streams.registry.join(createLiveConnection(socket, streams).follow({ ...following, query }), 0);
  });
  writes = [];
  server.on('connection', (tcp: Socket) => writes.push(watch(tcp)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  streams.stop();
  sockets.close();
  for (const client of sockets.clients) client.terminate();
  server.closeAllConnections();
  server.close();
  hand.close();
  dir.remove();
});

/** `_write` and `_writev` are where a stream meets the system: one call, one write. */
function watch(tcp: Socket): Writes {
  const seen: Writes = [];
  const { _write, _writev } = tcp;
  tcp._write = (chunk, encoding, done) => {
    seen.push([Buffer.from(chunk)]);
    _write.call(tcp, chunk, encoding, done);
  };
  tcp._writev = (chunks, done) => {
    seen.push(chunks.map(({ chunk }) => chunk));
    _writev?.call(tcp, chunks, done);
  };
  return seen;
}

const port = () => (server.address() as AddressInfo).port;

/** Resolves when the reader is live; `text` is all that it was sent. */
async function openWebSocket(): Promise<() => string> {
  let text = '';
  const socket = new WebSocket(`ws://127.0.0.1:${port()}`);
  socket.on('error', () => undefined);
  socket.on('message', (data) => (text += data));
  await expect.poll(() => text).toContain('"live"');
  return () => text;
}

async function openEvents(): Promise<() => string> {
  let text = '';
  const request = get({ port: port(), agent: false }, (response) => {
    response.on('error', () => undefined);
    response.on('data', (data) => (text += data));
  });
  request.on('error', () => undefined);
  await expect.poll(() => text).toContain('"live"');
  return () => text;
}

const eventsIn = (text: string) => text.match(/"product_created"/g)?.length ?? 0;
/** One that is due just then comes by itself. */
const isHeartbeat = (buffers: readonly (Buffer | string)[]) => buffers.some((one) => one.includes('"heartbeat"'));
/** The buffer that holds the events of a write; all else are heads and ends of a few bytes. */
const largest = (buffers: readonly Buffer[] | undefined) =>
  buffers?.reduce((most, buffer) => (buffer.length > most.length ? buffer : most));

for (const [name, open] of [
  ['WebSocket', openWebSocket],
  ['server-sent events', openEvents],
] as const) {
  test(`[PMP2] by ${name} a commit of 40 events is one write for each of 20 readers, of one buffer for all`, async () => {
    const texts: (() => string)[] = [];
    for (let reader = 0; reader < 20; reader++) texts.push(await open());
    for (const seen of writes) seen.splice(0);
    hand.commit(40);
    await expect.poll(() => texts.every((text) => eventsIn(text()) === 40)).toBe(true);
    const ofCommit = writes.map((seen) => seen.filter((buffers) => !isHeartbeat(buffers)));
    expect(ofCommit).toHaveLength(20);
    expect(ofCommit.map((seen) => seen.length)).toEqual(ofCommit.map(() => 1));
    const [first, ...others] = ofCommit.map(([write]) => largest(write));
    expect(eventsIn(String(first))).toBe(40);
    for (const buffer of others) expect(buffer).toBe(first);
  });
}
