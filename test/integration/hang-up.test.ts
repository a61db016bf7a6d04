import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { Sessions } from '../../src-main/server/auth/sessions.ts';
import { createFanoutMemory } from '../../src-main/server/fanout/fanout-memory.ts';
import { openDatabase } from '../../src-main/server/store/open-database.ts';
import { createOrderStoreSqlite } from '../../src-main/server/store/order-store-sqlite.ts';
import { openEventStream } from '../../src-main/server/transport/event-stream.ts';
import { holdPoll } from '../../src-main/server/transport/held-poll.ts';
import { createLiveSocket } from '../../src-main/server/transport/live-socket.ts';
import { createLiveStreams, type LiveStreams } from '../../src-main/server/transport/live-streams.ts';
import { parseStreamQuery } from '../../src-main/server/transport/stream-query.ts';
import { restaurantId } from '../../src-shared/domain/id.ts';
import { openGate } from '../harness/open-gate.ts';
import { createTempDir, type TempDir } from '../harness/temp-dir.ts';

/** Readers who hang up while their token is being looked at: the answer's `close` has come and gone before anybody joins. */
let dir: TempDir;
let streams: LiveStreams;
let server: Server;
let closeData: () => void;
/** Until then tokens are being looked at. */
let isKnown: Promise<void>;

beforeEach(() => {
  dir = createTempDir();
  const db = openDatabase({ dataDir: dir.path, sqliteAddon: undefined }, { id: 'main', timeZone: 'UTC' });
  closeData = () => db.close();
  const fanout = createFanoutMemory(createOrderStoreSqlite(db, { replicating: false }), '0123456789abcdef');
  isKnown = Promise.resolve();
  const sessions = { isGood: () => true, callerOf: () => isKnown.then(() => caller) } as unknown as Sessions;
  const directory = { placedBy: () => undefined, isUser: () => false };
  const clock = { nowMs: () => Date.now() };
  const log = pino({ level: 'silent' });
  streams = createLiveStreams({ sessions, fanout, directory, clock, log, maxConnections: 1 });
});
afterEach(() => {
  streams.stop();
  server.close();
  closeData();
  dir.remove();
});

const caller = {
  restaurantId: restaurantId('main'),
  userId: 'admin',
  subject: 'user:admin',
  role: 'manager',
  displayName: 'M',
  jti: 'j',
} as const;

/** The answer of a request whose sender has gone. */
async function abandoned(): Promise<ServerResponse<IncomingMessage>> {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const asking = request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
  asking.on('error', () => undefined);
  asking.end();
  const [, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse<IncomingMessage>];
  asking.destroy();
  await once(response, 'close');
  return response;
}

test('[SSE1] a reader of events who hung up before being let in takes no place', async () => {
  const response = await abandoned();
  const feed = streams.fanout.feed(caller.restaurantId);
  const query = parseStreamQuery(new URLSearchParams());
  openEventStream(response, { caller, followed: { kind: 'everything' }, query, feed }, streams);
  expect([...streams.registry.all()]).toEqual([]);
});

test('[POL1] a poll whose sender hung up before being let in is not held', async () => {
  const raw = await abandoned();
  const feed = streams.fanout.feed(caller.restaurantId);
  const lastEventId = `${feed.epoch}.${feed.head()}`;
  const onGone = (listener: () => void) => raw.once('close', listener);
  const about = { caller, feed, lastEventId, tab: undefined, screen: undefined, isWhole: true, waitMs: 25_000 };
  const answer = await holdPoll({ ...about, onGone, isGone: raw.destroyed }, streams);
  expect(JSON.parse(answer)).toMatchObject({ mode: 'replay', events: [] });
  expect([...streams.registry.all()]).toEqual([]);
});

test('[FUL1] whoever comes in after all, while it was to be told that the house is full, keeps no place at the door', async () => {
  server = createServer().listen(0, '127.0.0.1');
  const live = createLiveSocket(server, streams, openGate());
  await once(server, 'listening');
  const address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/ws/orders/live?token=t`;
  const first = new WebSocket(address);
  await once(first, 'message');
  let know: () => void = () => undefined;
  isKnown = new Promise((resolve) => {
    know = resolve;
  });
  const late = new WebSocket(address);
  await once(late, 'open');
  first.close();
  await expect.poll(() => [...streams.registry.all()].length).toBe(0);
  know();
  await once(late, 'message');
  expect([...streams.registry.all()]).toHaveLength(1);
  const places = Array.from({ length: 65 }, () => streams.farewell() !== undefined);
  expect(places.filter(Boolean)).toHaveLength(64);
  live.cutAll();
});
