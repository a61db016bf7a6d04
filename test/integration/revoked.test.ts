import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, signIn } from '../harness/api.ts';
import { followEvents } from '../harness/event-reader.ts';
import { type Paired, pairDevice } from '../harness/paired-device.ts';
import { openRaw, rawRequest, upgradeLines } from '../harness/raw-http.ts';
import { isLive } from '../harness/recorder.ts';
import { adminPassword, type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let manager: Api;
let grill: Paired;

beforeEach(async () => {
  box = await startServer();
  manager = await signIn(box.url, adminPassword);
  grill = await pairDevice(manager, 'kitchen', 'Grill');
});
afterEach(() => box.remove());

/** How long after a device was revoked something of it has ended, in milliseconds; orders come all the time meanwhile. */
async function endedAfter(ended: Promise<unknown>): Promise<number> {
  const sinceMs = performance.now();
  const revoking = manager.call('DELETE', `/devices/${grill.id}`);
  let isOver = false;
  const orders = (async () => {
    while (!isOver) expect((await manager.order()).status).toBe(201);
  })();
  await ended;
  const ms = performance.now() - sinceMs;
  isOver = true;
  await orders;
  expect((await revoking).status).toBe(204);
  return ms;
}

const within1s = (ms: number) => expect(ms).toBeLessThan(1000);

test('[AUT2] [DEV1] a revoked device’s WebSocket is gone within a second, also one that never answers the goodbye', async () => {
  const lines = ['Host: 127.0.0.1', `Authorization: Bearer ${grill.token}`, ...upgradeLines()];
  const socket = openRaw({ port: box.port });
  let heard = '';
  socket.on('data', (piece) => {
    heard += piece.toString('latin1');
  });
  socket.write(rawRequest('GET /api/v1/ws/orders/live', lines));
  await expect.poll(() => heard).toContain('"type":"live"');
  within1s(await endedAfter(once(socket, 'close')));
  expect(heard).toContain('"type":"bye","code":4001');
});

test('[AUT2] [DEV1] its stream of events has ended within a second, and says why', async () => {
  const stream = await followEvents(box.url, '/events/orders', { authorization: `Bearer ${grill.token}` });
  await stream.until(isLive);
  within1s(await endedAfter(stream.ended));
  expect(stream.frames.at(-1)).toMatchObject({ type: 'bye', code: 4001 });
});

test('[AUT2] [DEV1] a stream of events that nobody reads is gone within a second as well', async () => {
  const socket = openRaw({ port: box.port });
  const lines = ['Host: 127.0.0.1', `Authorization: Bearer ${grill.token}`];
  socket.write(rawRequest('GET /api/v1/events/orders', lines));
  await once(socket, 'data');
  const followers = async () => (await manager.call('GET', '/ws/orders/live/status')).json.total_connections;
  expect(await followers()).toBe(1);
  socket.pause();
  const left = (async () => {
    while ((await followers()) > 0);
  })();
  within1s(await endedAfter(left));
  socket.destroy();
});

test('[AUT2] [DEV1] its held poll is answered 401 within a second, and no order with it', async () => {
  // It is told of an order at once; so it waits where nothing is ordered.
  const { cursor } = (await grill.api.call('GET', '/sync/orders')).json;
  const poll = grill.api.call('GET', `/sync/orders?wait=25&last_event_id=${cursor}`);
  await expect.poll(async () => (await manager.call('GET', '/ws/orders/live/status')).json.total_connections).toBe(1);
  const sinceMs = performance.now();
  expect((await manager.call('DELETE', `/devices/${grill.id}`)).status).toBe(204);
  const { status, json } = await poll;
  within1s(performance.now() - sinceMs);
  expect([status, json.code]).toEqual([401, 'not_authenticated']);
  expect((await grill.api.call('GET', '/sync/orders')).status).toBe(401);
});
