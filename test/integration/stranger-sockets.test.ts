import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStrangerSockets } from '../../src-main/server/transport/stranger-sockets.ts';
import { makeCertificate } from '../harness/certificate.ts';
import { createTempDir, type TempDir } from '../harness/temp-dir.ts';

let dir: TempDir;
let server: Server;
let clients: Socket[];

beforeEach(() => {
  dir = createTempDir();
  clients = [];
});
afterEach(() => {
  for (const client of clients) client.destroy();
  server.close();
  dir.remove();
});

const most = 4;

/** A server that lets in whoever asks for `/in`, and nobody else. */
async function listen(isEncrypted: boolean): Promise<{ port: number; ca: string }> {
  const { keyFile, certFile, pem: ca } = makeCertificate(dir.path);
  const strangers = createStrangerSockets({ nowMs: () => Date.now() }, most);
  const pems = { key: readFileSync(keyFile), cert: readFileSync(certFile) };
  server = isEncrypted ? createTlsServer(pems) : createServer();
  strangers.watch(server);
  server.on('request', (request, response) => {
    if (request.url === '/in') strangers.know(request.socket);
    response.end(String(strangers.isStranger(request.socket)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, ca };
}

async function ask(socket: Socket, path: string): Promise<string> {
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
  const [answer] = await once(socket, 'data', { signal: AbortSignal.timeout(20_000) });
  return String(answer);
}

test.each([
  ['in the open', false],
  ['encrypted', true],
])('[CON1] %s, whoever was let in is pushed out by no stranger, who push out each other', async (_how, isEncrypted) => {
  const { port, ca } = await listen(isEncrypted);
  const open = () => {
    const to = { port, host: '127.0.0.1' };
    const socket = isEncrypted ? connectTls({ ...to, ca }) : connect(to);
    clients.push(socket.on('error', () => undefined));
    return socket;
  };
  const [inside, outside] = [open(), open()];
  expect(await ask(inside, '/in')).toContain('false');
  expect(await ask(outside, '/')).toContain('true');
  const pushedOut = once(outside, 'close');
  for (let n = 0; n < 3 * most; n++) clients.push(connect({ port, host: '127.0.0.1' }).on('error', () => undefined));
  await pushedOut;
  await expect.poll(() => clients.filter((client) => !client.closed && client !== inside).length).toBe(most);
  expect(await ask(inside, '/')).toContain('false');
});
