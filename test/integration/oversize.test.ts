import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { type Api, signIn } from '../harness/api.ts';
import { liveMemory, openToLook } from '../harness/live-memory.ts';
import { answerIn, askRaw, openRaw, rawRequest, upgradeLines } from '../harness/raw-http.ts';
import { isLive, type Recorder, record } from '../harness/recorder.ts';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';

let server: ServerProcess;
let api: Api;
let screen: Recorder;

beforeEach(async () => {
  server = await createServerProcess(openToLook);
  await server.start();
  api = await signIn(server.url, server.password);
  screen = record(server.url, api.token);
  await screen.until(isLive);
});
afterEach(() => server.remove());

/** Those who did nothing wrong are there, and are told of what happens. */
async function expectWell(): Promise<void> {
  const { json } = await api.order();
  await screen.until((frame) => frame.type === 'order_created' && frame.order.id === json.id);
}

const head = () => ['Host: 127.0.0.1', `Authorization: Bearer ${api.token}`];
const json = 'Content-Type: application/json';
const post = (lines: readonly string[], body = '') =>
  askRaw({ port: server.port }, rawRequest('POST /api/v1/orders', [...head(), json, ...lines], body));

test('[BIG1] a body of 300 KiB is refused before a byte of it has come, one that does not say its length when it is too much', async () => {
  const kib = 1024;
  for (const length of [256 * kib + 1, 300 * kib, 2 ** 40]) {
    const answer = await post([`Content-Length: ${length}`]);
    expect([answer?.status, answer?.headers.connection]).toEqual([413, 'close']);
    expect(JSON.parse(answer?.body ?? '').code).toBe('too_large');
  }
  const chunk = `${(64 * kib).toString(16)}\r\n${'x'.repeat(64 * kib)}\r\n`;
  expect((await post(['Transfer-Encoding: chunked'], chunk.repeat(5)))?.status).toBe(413);
  // Room enough for the largest order that there can be: two hundred dishes with something said about each.
  const items = Array.from({ length: 200 }, () => ({ name: 'Soup', unit_price: 4, notes: 'n'.repeat(400) }));
  expect((await api.order({ items })).status).toBe(201);
  const before = await liveMemory(server);
  const large = 'x'.repeat(300 * kib);
  for (let times = 0; times < 100; times++) await post([`Content-Length: ${large.length}`], large);
  expect((await liveMemory(server)).residentMb).toBeLessThan(before.residentMb + 50);
  await expectWell();
});

/** A WebSocket by hand: what is sent on it is not put in order by any library. */
async function upgraded(lines: readonly string[] = []): Promise<{ socket: Socket; head: Buffer }> {
  const socket = openRaw({ port: server.port });
  socket.write(rawRequest('GET /api/v1/ws/orders/live', [...head(), ...upgradeLines(), ...lines]));
  const [first] = await once(socket, 'data');
  return { socket, head: first };
}

/** A masked frame; the mask is zero, so that its content is what it says. */
function frame(firstByte: number, length: number, content = Buffer.alloc(0)): Buffer {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(length));
  return Buffer.concat([Buffer.from([firstByte, 0x80 | 127]), size, Buffer.alloc(4), content]);
}

/** The code with which the server closes it. */
async function closeCode(socket: Socket): Promise<number> {
  let got = Buffer.alloc(0);
  socket.on('data', (piece) => {
    got = Buffer.concat([got, piece]);
  });
  await once(socket, 'close');
  // Its last frame: 0x88, two bytes or more, the code first.
  const at = got.lastIndexOf(0x88);
  return at < 0 ? 0 : got.readUInt16BE(at + 2);
}

const finalText = 0x81;
const firstText = 0x01;
const more = 0x00;

test('[BIG1] a frame of 1 MiB ends its connection with 1009 before its content has come', async () => {
  const { socket } = await upgraded();
  socket.write(frame(finalText, 1024 * 1024));
  expect(await closeCode(socket)).toBe(1009);
  await expectWell();
});

test('[FRM1] a message in 10,000 pieces ends its connection with 1008, one in a hundred is read', async () => {
  const { socket } = await upgraded();
  const closed = closeCode(socket);
  socket.write(Buffer.concat([frame(firstText, 1, Buffer.from('{')), frame(more, 1, Buffer.from(' '))]));
  for (let sent = 2; sent < 10_000; sent += 100) {
    socket.write(Buffer.concat(Array.from({ length: 100 }, () => frame(more, 1, Buffer.from(' ')))));
  }
  expect(await closed).toBe(1008);

  const patient = await upgraded();
  patient.socket.write(frame(firstText, 1, Buffer.from('{')));
  for (let sent = 1; sent < 99; sent++) patient.socket.write(frame(more, 1, Buffer.from(' ')));
  patient.socket.write(frame(0x80, 14, Buffer.from('"type":"ping"}')));
  let heard = '';
  patient.socket.on('data', (piece) => {
    heard += piece;
  });
  await expect.poll(() => heard).toContain('heartbeat');
  patient.socket.destroy();
  await expectWell();
});

test('[FRM1] compression that is offered is not taken, and a compressed frame ends its connection', async () => {
  const offer = 'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits, x-webkit-deflate-frame';
  const { socket, head: answer } = await upgraded([offer]);
  expect(answerIn(answer)).toMatchObject({ status: 101 });
  expect(answerIn(answer)?.headers).not.toHaveProperty('sec-websocket-extensions');
  socket.write(frame(finalText | 0x40, 2, Buffer.from([0xaa, 0x00])));
  expect(await closeCode(socket)).toBe(1002);
  await expectWell();
});

test('[CLO1] a thousand pings at once end their connection with 4429, and nobody else notices', async () => {
  const flood = new WebSocket(`${server.url.replace('http', 'ws')}/api/v1/ws/orders/live`, {
    headers: { authorization: `Bearer ${api.token}` },
  });
  await once(flood, 'open');
  const closed = once(flood, 'close');
  for (let sent = 0; sent < 1000; sent++) flood.ping();
  expect((await closed)[0]).toBe(4429);
  await expectWell();
});

test('[BIG1] [FRM1] a hundred such connections cost no memory that stays', async () => {
  const before = await liveMemory(server);
  for (let times = 0; times < 100; times++) {
    const { socket } = await upgraded();
    const piece = frame(more, 1, Buffer.from(' '));
    if (times % 2) socket.write(frame(finalText, 1024 * 1024, Buffer.alloc(60_000)));
    else
      socket.write(
        Buffer.concat([frame(firstText, 1, Buffer.from('{')), ...Array.from({ length: 2000 }, () => piece)]),
      );
    await closeCode(socket);
  }
  expect((await liveMemory(server)).residentMb).toBeLessThan(before.residentMb + 50);
  await expectWell();
});
