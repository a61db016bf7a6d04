import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { openRaw, rawRequest } from '../harness/raw-http.ts';
import { isLive, record } from '../harness/recorder.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let manager: Api;
let opened: Socket[];

beforeEach(async () => {
  box = await startServer();
  manager = await managerOf(box);
  opened = [];
});
afterEach(async () => {
  for (const socket of opened) socket.destroy();
  await box.remove();
});

const ask = (token: string) => rawRequest('GET /api/v1/auth/me', ['Host: 127.0.0.1', `Authorization: Bearer ${token}`]);

/** Connections on each of which somebody asks once, and goes on with half a request. */
async function open(token: string, count: number): Promise<readonly Socket[]> {
  const all: Socket[] = [];
  for (let n = 0; n < count; n++) {
    const socket = openRaw({ port: box.port }).resume();
    opened.push(socket);
    all.push(socket);
    socket.write(ask(token));
    await once(socket, 'data');
    socket.write('POST /api/v1/orders HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ');
  }
  return all;
}

const left = (sockets: readonly Socket[]) => sockets.filter(({ closed }) => !closed);

test('[CON3] a device has 64 connections, and each further one costs its own oldest; nobody else has fewer for it', async () => {
  const hall = await pairDevice(manager, 'display', 'Hall');
  const grill = await pairDevice(manager, 'kitchen', 'Grill');
  const board = record(box.url, grill.token);
  await board.until(isLive);
  const others = await open(grill.token, 10);
  const sockets = await open(hall.token, 300);
  await expect.poll(() => left(sockets)).toHaveLength(64);
  expect(left(sockets)).toEqual(sockets.slice(-64));
  expect(left(others)).toHaveLength(10);
  expect((await hall.api.call('GET', '/auth/me')).status).toBe(200);
  const { json } = await manager.order();
  await board.until((frame) => frame.order?.id === json.id);
});

test('[CON3] which goes is the one that has asked the longest ago', async () => {
  const { token } = await pairDevice(manager, 'kitchen', 'Grill');
  const first = openRaw({ port: box.port }).resume();
  opened.push(first);
  for (let round = 0; round < 5; round++) {
    first.write(ask(token));
    await once(first, 'data');
    await open(token, 40);
  }
  expect(first.closed).toBe(false);
  await expect.poll(() => left(opened)).toHaveLength(64);
});

test('[CON3] a person who comes by PIN has no more for it; a program has as many as it likes', async () => {
  const { token, api } = await pairDevice(manager, 'kitchen', 'Grill');
  const person = { username: 'ana', display_name: 'Ana', role: 'kitchen', pin: '4711' };
  const { id } = (await manager.call('POST', '/users', person)).json;
  const { json } = await api.call('POST', '/auth/pin', { user_id: id, pin: '4711' });
  const both = [...(await open(token, 40)), ...(await open(json.access_token, 40))];
  await expect.poll(() => left(both)).toHaveLength(64);
  const { key } = (await manager.call('POST', '/api-keys', { name: 'Web shop' })).json;
  const program = await open(key, 300);
  expect((await manager.call('GET', '/orders')).status).toBe(200);
  expect(left(program)).toHaveLength(300);
});
