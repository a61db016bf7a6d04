import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { createLiveFeed } from '../../src-main/server/fanout/live-feed.ts';
import { openDatabase } from '../../src-main/server/store/open-database.ts';
import { createOrderStoreSqlite } from '../../src-main/server/store/order-store-sqlite.ts';
import { createLiveConnection, type LiveConnection } from '../../src-main/server/transport/live-connection.ts';
import { restaurantId } from '../../src-shared/domain/id.ts';

/** One connection in hand, on a real socket, to look at what the server keeps for it. */
let dir: string;
let db: Database;
let server: Server;
let sockets: WebSocketServer;
let client: WebSocket;
let socket: WebSocket;
let connection: LiveConnection;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kitchen-pass-test-'));
  db = openDatabase({ dataDir: dir, sqliteAddon: undefined }, { id: 'main', timeZone: 'UTC' });
  const main = restaurantId('main');
  const feed = createLiveFeed(createOrderStoreSqlite(db, { replicating: false }), main, '0123456789abcdef');
  server = createServer();
  sockets = new WebSocketServer({ server, autoPong: false });
  const opened = once(sockets, 'connection');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, { autoPong: false });
  client.on('error', () => undefined);
  [socket] = await opened;
  await once(client, 'open');
  connection = createLiveConnection(socket, { nowMs: () => Date.now() });
  connection.follow({ restaurantId: main, mayFollow: () => true, feed, lastEventId: undefined, batch: true });
});
afterEach(() => {
  client.terminate();
  sockets.close();
  server.close();
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

test('[HBT2] three heartbeats without a sign of life end a connection, a pong or any frame keeps it', async () => {
  for (let beat = 0; beat < 6; beat++) {
    const pinged = once(client, 'ping');
    const heard = once(socket, beat % 2 ? 'pong' : 'message');
    connection.beat();
    await pinged;
    if (beat % 2) client.pong();
    else client.send('{"type":"ack"}');
    await heard;
  }
  expect(socket.readyState).toBe(WebSocket.OPEN);
  const closed = once(client, 'close');
  for (let beat = 0; beat < 3; beat++) connection.beat();
  expect((await closed)[0]).toBe(1006);
});

test('[PMP1] who asks without reading makes the server keep no more than the limit', { timeout: 60_000 }, async () => {
  client.pause();
  let heard = 0;
  socket.on('message', () => heard++);
  socket.on('ping', () => heard++);
  for (let sent = 0; sent < 120_000; sent += 2) {
    client.send('{"type":"ping"}');
    client.ping('x'.repeat(100));
  }
  while (heard < 120_000 && socket.readyState === WebSocket.OPEN) await once(socket, 'message');
  expect(socket.bufferedAmount).toBeGreaterThan(100 * 1024);
  expect(socket.bufferedAmount).toBeLessThan(300 * 1024);
});

test('a goodbye that nobody answers ends by itself', async () => {
  client.pause();
  const closed = once(socket, 'close');
  connection.close(4001, 'sign in first', 0);
  await closed;
});
