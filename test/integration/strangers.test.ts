import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, signIn } from '../harness/api.ts';
import { liveMemory, openToLook } from '../harness/live-memory.ts';
import { type Paired, pairDevice } from '../harness/paired-device.ts';
import { answerIn, askRaw, openRaw, rawRequest } from '../harness/raw-http.ts';
import { isLive, record } from '../harness/recorder.ts';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';

let server: ServerProcess;
let manager: Api;
let waiter: Paired;
let strangers: Set<Socket>;
let dish: string;

beforeEach(async () => {
  server = await createServerProcess(openToLook);
  await server.start();
  manager = await signIn(server.url, server.password);
  waiter = await pairDevice(manager, 'waiter', 'Terrace');
  dish = (await manager.call('POST', '/products', { sku: 's', name: 'Soup', price: 4, category: 'c' })).json.id;
  strangers = new Set();
});
afterEach(async () => {
  for (const socket of strangers) socket.destroy();
  await server.remove();
});

const order = async () => (await waiter.api.order({ items: [{ menu_item_id: dish, quantity: 1 }] })).status;

/** A connection of a stranger; forgotten when the server has ended it. */
function open(from: string): Socket {
  const socket = openRaw({ port: server.port, from }).resume();
  strangers.add(socket);
  return socket.on('close', () => strangers.delete(socket));
}

test('[CON1] of 10,000 connections that say nothing a thousand stay for ten seconds, and nobody else is pushed out', async () => {
  const screen = record(server.url, waiter.token);
  await screen.until(isLive);
  const other = openRaw({ port: server.port, from: '127.0.8.1' });
  await once(other, 'connect');
  const before = await liveMemory(server);
  let most = 0;
  for (let made = 0; made < 10_000; made += 500) {
    const some = Array.from({ length: 500 }, (_, n) => open(`127.0.9.${((made + n) % 250) + 1}`));
    await Promise.all(some.map((socket) => once(socket, 'connect').catch(() => undefined)));
    expect(await order()).toBe(201);
    await expect.poll(() => strangers.size).toBeLessThanOrEqual(1024);
    most = Math.max(most, strangers.size);
  }
  expect(most).toBeGreaterThan(400);
  other.write(rawRequest('GET /api/v1/healthz', ['Host: 127.0.0.1']));
  const [answer] = await once(other, 'data');
  expect(answerIn(answer)?.status).toBe(200);
  other.destroy();

  await expect.poll(() => strangers.size).toBe(0);
  await screen.until(() => screen.events().filter(({ type }) => type === 'order_created').length === 20);
  expect((await liveMemory(server)).keptMb).toBeLessThan(before.keptMb + 10);
});

test('[CON2] who sends many requests without waiting for one answer is cut off, and with them their address', async () => {
  const from = '127.0.9.1';
  const line = rawRequest('GET /api/v1/healthz', ['Host: 127.0.0.1']);
  const ask = (address: string, credential: readonly string[] = []) =>
    askRaw({ port: server.port, from: address }, rawRequest('GET /api/v1/healthz', ['Host: 127.0.0.1', ...credential]));
  expect((await ask(from))?.status).toBe(200);
  const rushed = open(from);
  rushed.write(line.repeat(1000));
  await once(rushed, 'close');
  expect(await ask(from)).toBeUndefined();
  expect((await ask('127.0.9.2'))?.status).toBe(200);
  expect(await order()).toBe(201);

  // Where somebody signed in has come from, strangers do not shut them out.
  const home = '127.0.9.3';
  expect((await ask(home, [`Authorization: Bearer ${waiter.token}`]))?.status).toBe(200);
  const again = open(home);
  again.write(line.repeat(1000));
  await once(again, 'close');
  expect((await ask(home, [`Authorization: Bearer ${waiter.token}`]))?.status).toBe(200);

  const isBack = async () => (await ask(from))?.status;
  await expect.poll(isBack, { interval: 500 }).toBe(200);
});

test('[SLW1] 500 who send a byte a second are gone when a header is due, and an order takes less than a second meanwhile', async () => {
  const drops = Array.from({ length: 500 }, (_, n) => open(`127.0.9.${(n % 50) + 1}`));
  const silent = Array.from({ length: 20 }, (_, n) => open(`127.0.9.${n + 60}`));
  for (const socket of drops) socket.write('GET /api/v1/orders HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ');
  const drip = setInterval(() => {
    for (const socket of drops) if (socket.writable) socket.write('x');
  }, 1000);
  await expect.poll(() => [...strangers].filter(({ connecting }) => !connecting).length).toBe(520);
  let taken = 0;
  const untilMs = performance.now() + 60_000;
  while (strangers.size > 0 && performance.now() < untilMs) {
    const sinceMs = performance.now();
    expect(await order()).toBe(201);
    expect(performance.now() - sinceMs).toBeLessThan(1000);
    taken++;
    await wait(50);
  }
  clearInterval(drip);
  expect([drops, silent].map((some) => some.filter((socket) => !socket.closed).length)).toEqual([0, 0]);
  expect(taken).toBeGreaterThan(10);
});

test('[SLW1] whoever asks nothing in time is cut without a word, which a browser would take for an answer', async () => {
  const heard: string[] = [];
  for (const begun of ['', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n'])
    open('127.0.9.1')
      .on('data', (bytes) => heard.push(String(bytes)))
      .write(begun);
  await expect.poll(() => strangers.size, { timeout: 60_000, interval: 500 }).toBe(0);
  expect(heard).toEqual([]);
});

test('[SLW1] a body that never comes is waited for half a minute, also of who is signed in', async () => {
  const lines = ['Host: 127.0.0.1', 'Content-Type: application/json', 'Content-Length: 100'];
  const slow = Array.from({ length: 20 }, (_, n) => open(`127.0.9.${n + 1}`));
  for (const socket of slow) {
    socket.write(rawRequest('POST /api/v1/orders', [...lines, `Authorization: Bearer ${waiter.token}`], '{'));
  }
  const drip = setInterval(() => {
    for (const socket of slow) if (socket.writable) socket.write(' ');
  }, 1000);
  await expect.poll(() => strangers.size, { timeout: 60_000, interval: 500 }).toBe(0);
  clearInterval(drip);
  expect((await manager.call('GET', '/orders')).json.items).toEqual([]);
  expect(await order()).toBe(201);
});
