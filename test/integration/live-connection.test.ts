import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Attachment, LiveFeed } from '../../src-main/server/fanout/live-feed.ts';
import { createLiveConnection, type LiveConnectionDeps } from '../../src-main/server/transport/live-connection.ts';
import { parseStreamQuery } from '../../src-main/server/transport/stream-query.ts';
import type { Member } from '../../src-main/server/transport/stream-registry.ts';
import { createFeedInHand, type FeedInHand, feedCaller } from '../harness/feed-in-hand.ts';
import { createTempDir, type TempDir } from '../harness/temp-dir.ts';

/** One connection in hand, on a real socket, to look at what the server keeps for it. */
let dir: TempDir;
let hand: FeedInHand;
let server: Server;
let sockets: WebSocketServer;
let client: WebSocket;
let socket: WebSocket;
let connection: Member;
let slow: number;
let deps: LiveConnectionDeps;
let commit: FeedInHand['commit'];
/** A new connection takes the place of the one in hand. */
let connect: () => Promise<void>;
/** The first part of the snapshot that the connection was given. */
let snapshot: WeakRef<object>;

beforeEach(async () => {
  dir = createTempDir();
  hand = createFeedInHand(dir.path);
  commit = hand.commit;
  const feed: LiveFeed = { ...hand.feed, attach: (wish) => watched(hand.feed.attach(wish)) };
  server = createServer();
  sockets = new WebSocketServer({ server, autoPong: false });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  slow = 0;
  deps = {
    log: pino({ level: 'silent' }),
    clock: { nowMs: () => Date.now() },
    onSlow: () => slow++,
    onTold: () => undefined,
  };
  const query = parseStreamQuery(new URLSearchParams('batch=1&acks=1'));
  const followed = { kind: 'everything' } as const;
  connect = async () => {
    client?.terminate();
    const connected = once(sockets, 'connection');
    client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, { autoPong: false });
    client.on('error', () => undefined);
    [socket] = await connected;
    await once(client, 'open');
    connection = createLiveConnection(socket, deps).follow({ caller: feedCaller, followed, query, feed });
  };
  await connect();
});
afterEach(() => {
  client.terminate();
  sockets.close();
  server.close();
  hand.close();
  dir.remove();
});

function watched(attachment: Attachment): Attachment {
  snapshot = new WeakRef(attachment.start.prelude[0] ?? {});
  return attachment;
}

test('[HBT2] three heartbeats without a sign of life end a connection, a pong or any frame keeps it', async () => {
  for (let beat = 0; beat < 6; beat++) {
    const pinged = once(client, 'ping');
    const heard = once(socket, beat % 2 ? 'pong' : 'message');
    connection.beat();
    const [ping] = await pinged;
    if (beat % 2) client.pong(ping);
    else client.send('{"type":"ack","seq":0}');
    await heard;
  }
  expect(socket.readyState).toBe(WebSocket.OPEN);
  const closed = once(client, 'close');
  for (let beat = 0; beat < 3; beat++) connection.beat();
  expect((await closed)[0]).toBe(1006);
});

test('[PMP1] who asks without reading makes the server keep no more than the limit', async () => {
  client.pause();
  let heard = 0;
  socket.on('message', () => heard++);
  socket.on('ping', () => heard++);
  for (let round = 1; round <= 150; round++) {
    for (let sent = 0; sent < 390; sent++) {
      client.send('{"type":"ping"}');
      client.ping('x'.repeat(100));
    }
    while (heard < round * 780 && socket.readyState === WebSocket.OPEN) await nextTurn();
    connection.beat();
  }
  expect(socket.bufferedAmount).toBeGreaterThan(100 * 1024);
  expect(socket.bufferedAmount).toBeLessThan(300 * 1024);
});

test('[PMP1] a snapshot that has been sent is not kept for as long as its reader stays', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  // The next snapshot is another one; until then the feed itself keeps this one for whoever comes.
  commit(1);
  const isGone = () => {
    collect();
    return snapshot.deref() === undefined;
  };
  await expect.poll(isGone).toBe(true);
  expect(connection.statistics()).toMatchObject({ mode: 'snapshot', sent: 1, acked: 0, behind: 1 });
});

test('[HBT2] [SLO1] pongs that nobody asked for are no life and no progress', async () => {
  commit(300, 'x'.repeat(1000));
  await connect();
  commit(1);
  const closed = once(client, 'close');
  let beats = 0;
  for (; beats < 8 && socket.readyState === WebSocket.OPEN; beats++) {
    for (const text of ['mark', '', 'x']) {
      client.pong(text);
      await once(socket, 'pong');
    }
    connection.beat();
  }
  expect(beats).toBeLessThanOrEqual(3);
  await closed;
});

test('[CLO1] a flood of pongs is told 4429, also before anybody is let in', async () => {
  const closed = once(client, 'close', { signal: AbortSignal.timeout(20_000) });
  for (let sent = 0; sent < 1000; sent++) client.pong();
  expect((await closed)[0]).toBe(4429);
  const connected = once(sockets, 'connection');
  const stranger = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [taken] = await connected;
  createLiveConnection(taken, deps);
  await once(stranger, 'open');
  const sentAway = once(stranger, 'close', { signal: AbortSignal.timeout(20_000) });
  for (let sent = 0; sent < 1000; sent++) stranger.pong();
  expect((await sentAway)[0]).toBe(4429);
});

test('[SLO1] an event that is longer than a slow link brings in 10 s is told in pieces, each of which is progress', async () => {
  const told: string[] = [];
  client.on('message', (data) => told.push(String(data)));
  const pings: Buffer[] = [];
  client.on('ping', (data) => pings.push(data));
  commit(1, 'x'.repeat(200_000));
  await expect.poll(() => pings.length).toBeGreaterThanOrEqual(10);
  // The network is slow: so far it has brought one piece more at each heartbeat.
  for (let beat = 0; beat < 8; beat++) {
    client.pong(pings[beat]);
    await once(socket, 'pong');
    connection.beat();
  }
  expect([slow, socket.readyState]).toEqual([0, WebSocket.OPEN]);
  const event = told
    .map((text) => JSON.parse(text))
    .find(({ type }) => type === 'product_created' || type === 'events');
  expect(event.events[0].product.name).toHaveLength(200_000);
});

test('[HBT2] [SLO1] a large snapshot may take as long as it takes, as long as it gets on', async () => {
  commit(300, 'x'.repeat(1000));
  await connect();
  const pings: Buffer[] = [];
  client.on('ping', (data) => pings.push(data));
  commit(1);
  await expect.poll(() => pings.length).toBeGreaterThanOrEqual(8);
  for (let beat = 0; beat < 8; beat++) {
    client.pong(pings[beat]);
    await once(socket, 'pong');
    connection.beat();
  }
  expect([slow, socket.readyState]).toEqual([0, WebSocket.OPEN]);
  for (let beat = 0; beat < 3; beat++) connection.beat();
  expect(socket.readyState).not.toBe(WebSocket.OPEN);
});

test('a goodbye that nobody answers ends by itself', async () => {
  client.pause();
  const closed = once(socket, 'close');
  connection.close(4001, 'sign in first', 0);
  await closed;
});

test('[SLO1] who confirms nothing is cut after two heartbeats without progress, told why, and counted', async () => {
  const told: string[] = [];
  client.on('message', (data) => told.push(String(data)));
  commit(3);
  for (let beat = 0; beat < 2; beat++) {
    connection.beat();
    const [ping] = await once(client, 'ping');
    client.pong(ping);
    await once(socket, 'pong');
  }
  expect([slow, socket.readyState]).toEqual([0, WebSocket.OPEN]);
  const closed = once(client, 'close');
  connection.beat();
  expect((await closed)[0]).toBe(4408);
  expect(told.at(-1)).toContain('4408');
  expect(slow).toBe(1);
});

test('[SLO1] who confirms a little at each heartbeat stays, however much is owed', async () => {
  commit(400);
  for (let beat = 1; beat <= 8; beat++) {
    client.send(JSON.stringify({ type: 'ack', seq: beat * 3 }));
    await once(socket, 'message');
    connection.beat();
  }
  expect([slow, socket.readyState]).toEqual([0, WebSocket.OPEN]);
  expect(connection.statistics()).toMatchObject({ acked: 24, behind: 376 });
});

test('[CLO1] a flood of frames is told 4429 and when to come back', async () => {
  const told: string[] = [];
  client.on('message', (data) => told.push(String(data)));
  const closed = once(client, 'close');
  for (let sent = 0; sent < 500; sent++) {
    client.send('{"type":"ping"}');
    client.ping();
  }
  expect((await closed)[0]).toBe(4429);
  expect(JSON.parse(told.at(-1) ?? '').retry_ms).toBeGreaterThanOrEqual(5000);
});

test('[CLO1] [EPH1] what every other screen is told may be said less often', async () => {
  const closed = once(client, 'close', { signal: AbortSignal.timeout(20_000) });
  for (let sent = 0; sent < 80; sent++) client.send('{"type":"order_draft","draft_id":"d"}');
  expect((await closed)[0]).toBe(4429);
});

test('[ACK1] [CLO1] who confirms each of many events is not too much', async () => {
  for (let seq = 0; seq < 10_000; seq++) client.send(`{"type":"ack","seq":${seq}}`);
  client.send('{"type":"ping"}');
  const [data] = await once(client, 'message', { signal: AbortSignal.timeout(20_000) });
  expect(String(data)).toContain('type');
  expect(socket.readyState).toBe(WebSocket.OPEN);
});
