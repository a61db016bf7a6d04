import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { type Paired, pairDevice } from '../harness/paired-device.ts';
import { askRaw, rawRequest } from '../harness/raw-http.ts';
import { adminPassword, type ServerBox, startServer } from '../harness/server-in-a-box.ts';

/** A page of another port of the same computer: browsers send it our cookies, for those know no ports. */
const neighbour = 'http://127.0.0.1:9999';

let box: ServerBox;
let manager: Api;
let grill: Paired;

beforeAll(async () => {
  box = await startServer({ allowedOrigins: [neighbour] });
  manager = await managerOf(box);
  grill = await pairDevice(manager, 'kitchen', 'Grill');
});
afterAll(() => box.remove());

const cookies = () => [`kitchen_pass_session=${manager.token}`, `kitchen_pass_device=${grill.token}`];

const ask = (line: string, cookie: string, origin: string, lines: readonly string[] = []) =>
  askRaw(
    { port: box.port },
    rawRequest(line, [`Host: 127.0.0.1:${box.port}`, `Origin: ${origin}`, `Cookie: ${cookie}`, ...lines]),
  );

/** What a WebSocket was told last. */
function lastWord(cookie: string, origin: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${box.url.replace('http', 'ws')}/api/v1/ws/orders/live`, {
      headers: { origin, cookie },
    });
    socket.on('message', (data) => {
      if (JSON.parse(String(data)).type !== 'live') return;
      resolve('live');
      socket.terminate();
    });
    socket.on('close', (code) => resolve(String(code)));
    socket.on('error', (error) => resolve(String(error)));
  });
}

test('[ORG2] an allowed page acts and reads by no cookie, by request, poll, stream and WebSocket', async () => {
  const { id } = (await manager.order()).json;
  for (const cookie of cookies()) {
    const lines = [
      `POST /api/v1/orders/${id}/bump`,
      'GET /api/v1/orders',
      'GET /api/v1/sync/orders',
      'GET /api/v1/events/orders',
      'GET /api/v1/auth/me',
    ];
    for (const line of lines) {
      const empty = line.startsWith('POST') ? ['Content-Length: 0'] : [];
      expect([line, (await ask(line, cookie, neighbour, empty))?.status]).toEqual([line, 401]);
    }
    expect(await lastWord(cookie, neighbour)).toBe('4001');
  }
  expect((await manager.call('GET', `/orders/${id}`)).json.order_status).toBe('pending');
});

test('[ORG2] nor does it sign in as the device whose cookie is sent with it', async () => {
  const body = JSON.stringify({ username: 'admin', password: adminPassword });
  const lines = ['Content-Type: application/json', `Content-Length: ${body.length}`];
  const head = [`Host: 127.0.0.1:${box.port}`, `Origin: ${neighbour}`, `Cookie: kitchen_pass_device=${grill.token}`];
  const answer = await askRaw({ port: box.port }, rawRequest('POST /api/v1/auth/login', [...head, ...lines], body));
  expect(answer?.status).toBe(200);
  const { access_token: token } = JSON.parse(answer?.body ?? '');
  await manager.call('DELETE', `/devices/${grill.id}`);
  const me = await askRaw(
    { port: box.port },
    rawRequest('GET /api/v1/auth/me', ['Host: 127.0.0.1', `Authorization: Bearer ${token}`]),
  );
  expect(me?.status).toBe(200);
  grill = await pairDevice(manager, 'kitchen', 'Grill');
});

test('[ORG1] our own pages do so by cookie, by request and by WebSocket', async () => {
  for (const cookie of cookies()) {
    const { id } = (await manager.order()).json;
    const bumped = await ask(`POST /api/v1/orders/${id}/bump`, cookie, box.url, ['Content-Length: 0']);
    expect(bumped?.status).toBe(200);
    expect(await lastWord(cookie, box.url)).toBe('live');
  }
});
