import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signIn } from '../harness/api.ts';
import { type Paired, pairDevice } from '../harness/paired-device.ts';
import { openRaw, rawRequest } from '../harness/raw-http.ts';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';

let server: ServerProcess;
let hall: Paired;

beforeEach(async () => {
  server = await createServerProcess();
  await server.start();
  hall = await pairDevice(await signIn(server.url, server.password), 'display', 'Hall');
});
afterEach(() => server.remove());

test('[CON3] sixty-four are left also of those that ask in the same moment', async () => {
  const ask = rawRequest('GET /api/v1/auth/me', ['Host: 127.0.0.1', `Authorization: Bearer ${hall.token}`]);
  const opened = Array.from({ length: 300 }, () => openRaw({ port: server.port }).resume());
  await Promise.all(opened.map((socket) => once(socket, 'connect')));
  // By then it has taken all of them, and knows the token: nothing that it waits for spreads them.
  expect((await hall.api.call('GET', '/auth/me')).status).toBe(200);
  process.kill(server.pid(), 'SIGSTOP');
  for (const socket of opened) socket.write(ask);
  process.kill(server.pid(), 'SIGCONT');
  // Idle ones are closed after five seconds anyhow. The one that the name was asked on may be among the 64.
  const left = () => opened.filter(({ closed }) => !closed).length;
  await expect.poll(left, { timeout: 3000 }).toBeLessThan(65);
  expect(left()).toBeGreaterThan(60);
  for (const socket of opened) socket.destroy();
});
