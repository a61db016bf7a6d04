import { once } from 'node:events';
import { createServer as createHttpServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { faults } from './fault.ts';
import { createTcpFaultProxy, type TcpFaultProxy } from './tcp-fault-proxy.ts';

/** The far end sends back what it hears, and notes how its connections ended. */
let far: Server;
let farEnds: string[];
let farHeard: string[];
let farSockets: Socket[];
let proxy: TcpFaultProxy;
let mine: Socket[];

beforeEach(async () => {
  farEnds = [];
  farHeard = [];
  farSockets = [];
  mine = [];
  const ends = farEnds;
  far = createServer((socket) => {
    farSockets.push(socket);
    socket.on('data', (data) => {
      farHeard.push(String(data));
      socket.write(data);
    });
    socket.on('end', () => ends.push('end'));
    socket.on('error', (error: NodeJS.ErrnoException) => ends.push(String(error.code)));
    socket.on('close', () => ends.push('close'));
  });
  far.listen(0, '127.0.0.1');
  await once(far, 'listening');
  proxy = await createTcpFaultProxy({ targetPort: (far.address() as AddressInfo).port });
});
afterEach(async () => {
  await proxy.close();
  for (const socket of [...mine, ...farSockets]) socket.destroy();
  far.close();
});

async function reach(): Promise<Socket & { readonly heard: string[] }> {
  const socket = connect({ port: proxy.port, host: '127.0.0.1', noDelay: true });
  const heard: string[] = [];
  mine.push(socket);
  socket.on('error', () => undefined);
  socket.on('data', (data) => heard.push(String(data)));
  await once(socket, 'connect');
  return Object.assign(socket, { heard });
}

const text = (socket: { readonly heard: readonly string[] }) => socket.heard.join('');

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(5);
}

async function echo(socket: Socket & { readonly heard: string[] }, word: string): Promise<number> {
  const startedAtMs = performance.now();
  socket.write(word);
  await until(() => text(socket).includes(word));
  return performance.now() - startedAtMs;
}

test('without a fault everything passes, ends too', async () => {
  const socket = await reach();
  await echo(socket, 'hello');
  socket.end();
  await once(socket, 'close');
  await until(() => farEnds.length === 2);
  expect(farEnds).toEqual(['end', 'close']);
  expect([proxy.taken(), proxy.open()]).toEqual([1, 0]);
});

test('latency: each way takes so long, the order stays', async () => {
  await proxy.become(faults.late(60));
  const socket = await reach();
  const first = echo(socket, 'a');
  await wait(10);
  socket.write('b');
  expect(await first).toBeGreaterThanOrEqual(119);
  await until(() => text(socket) === 'ab');
});

test('bandwidth: what all connections get together is no more than the limit', async () => {
  await proxy.become(faults.slow(100_000));
  const sockets = [await reach(), await reach()];
  const startedAtMs = performance.now();
  for (const socket of sockets) socket.write('x'.repeat(15_000));
  await until(() => sockets.every((socket) => text(socket).length === 15_000));
  expect(performance.now() - startedAtMs).toBeGreaterThan(290);
});

test('a stall delivers nothing, no end either; what was sent arrives when it is over', async () => {
  const socket = await reach();
  const quiet = await reach();
  await echo(socket, 'before');
  await echo(quiet, 'before');
  await proxy.become(faults.stalled);
  socket.write('during');
  quiet.destroy();
  const late = await reach();
  late.write('late');
  await wait(150);
  expect(farHeard).toEqual(['before', 'before']);
  expect([socket.heard, late.heard, farEnds]).toEqual([['before'], [], []]);
  expect(farSockets).toHaveLength(2);
  await proxy.heal();
  await until(() => text(socket) === 'beforeduring' && text(late) === 'late' && farEnds.includes('close'));
});

test('half open: the server hears the screen and the screen hears nothing, and the other way round', async () => {
  const socket = await reach();
  await echo(socket, 'a');
  await proxy.become(faults.deafScreen);
  socket.write('b');
  await until(() => farHeard.length === 2);
  await wait(50);
  expect(socket.heard).toEqual(['a']);
  await proxy.become(faults.muteScreen);
  farSockets[0]!.write('!');
  socket.write('c');
  await until(() => text(socket) === 'ab!');
  await wait(50);
  expect(farHeard).toEqual(['a', 'b']);
});

test('a stalled sender is held back: the proxy does not swallow what it cannot deliver', async () => {
  const socket = await reach();
  await echo(socket, 'a');
  await proxy.become(faults.stalled);
  const whole = 64 * 1024 * 1024;
  socket.write(Buffer.alloc(whole));
  await wait(200);
  expect(socket.writableLength).toBeGreaterThan(whole / 2);
});

test('strand: what is open hears nothing any more, not even an end; what is new is good', async () => {
  const socket = await reach();
  await echo(socket, 'a');
  proxy.strand();
  socket.write('b');
  farSockets[0]!.end();
  await echo(await reach(), 'new');
  await proxy.heal();
  await wait(50);
  expect([socket.heard, socket.readableEnded, farHeard]).toEqual([['a'], false, ['a', 'new']]);
});

test('cut: both ends are reset', async () => {
  const socket = await reach();
  await echo(socket, 'a');
  const failed = once(socket, 'error');
  proxy.cut();
  expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' });
  await until(() => farEnds.includes('close'));
});

test('end: both ends see a clean end', async () => {
  const socket = await reach();
  await echo(socket, 'a');
  proxy.end();
  await once(socket, 'end');
});

test('chop: all bytes in order, in pieces of at most so many', async () => {
  await proxy.become(faults.chopped(3));
  const socket = await reach();
  const word = Array.from({ length: 200 }, (_, index) => index).join(' ');
  await echo(socket, word);
  expect(Math.max(...socket.heard.map((piece) => piece.length))).toBeLessThan(word.length / 4);
});

test('refuse: no new connection, the open ones stay; healed, on the same port', async () => {
  const socket = await reach();
  await echo(socket, 'a');
  await proxy.become(faults.refused);
  await expect(reach()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await echo(socket, 'still here');
  await proxy.heal();
  await echo(await reach(), 'new');
});

test('a server that is not there is a reset, not silence', async () => {
  far.close();
  for (const one of farSockets) one.destroy();
  const socket = await reach();
  const closed = new Promise<boolean>((resolve) => socket.once('close', resolve));
  socket.write('a');
  expect(await closed).toBe(true);
});

const upgrade = 'GET /live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';

test('an upgrade is refused with its status, other requests pass', async () => {
  await proxy.become(faults.upgradeRefused);
  const refused = await reach();
  refused.write(upgrade);
  await once(refused, 'end');
  expect(text(refused)).toMatch(/^HTTP\/1.1 403 Forbidden\r\n/);
  expect(farHeard).toEqual([]);
  await echo(await reach(), 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
});

test('a hung upgrade is never answered, nor is what follows on it', async () => {
  await proxy.become(faults.upgradeHung);
  const hung = await reach();
  hung.write(upgrade);
  await wait(30);
  hung.write('more');
  await wait(50);
  expect([hung.heard, farHeard, hung.closed]).toEqual([[], [], false]);
});

test('a buffered stream comes when it has ended, all of it; other answers come at once', async () => {
  const streams: ServerResponse[] = [];
  const http = createHttpServer((request, response) => {
    if (request.url !== '/api/v1/events/orders') return response.end('plain');
    response.write('data: 1\n\n');
    streams.push(response);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const buffering = await createTcpFaultProxy({ targetPort: (http.address() as AddressInfo).port });
  await buffering.become(faults.onlyPolling);
  expect(await (await fetch(`${buffering.url}/plain`)).text()).toBe('plain');
  let came = false;
  const stream = fetch(`${buffering.url}/api/v1/events/orders`).finally(() => {
    came = true;
  });
  await until(() => streams.length === 1);
  await wait(100);
  expect(came).toBe(false);
  streams[0]!.end('data: 2\n\n');
  expect(await (await stream).text()).toBe('data: 1\n\ndata: 2\n\n');
  await buffering.close();
  http.closeAllConnections();
  http.close();
});
