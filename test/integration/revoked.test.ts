import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, type ApiAnswer, signIn } from '../harness/api.ts';
import { followEvents } from '../harness/event-reader.ts';
import { managerOf } from '../harness/manager.ts';
import { type Paired, pairDevice } from '../harness/paired-device.ts';
import { openRaw, rawRequest, upgradeLines } from '../harness/raw-http.ts';
import { isLive } from '../harness/recorder.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let manager: Api;
let grill: Paired;

beforeEach(async () => {
  box = await startServer();
  manager = await managerOf(box);
  grill = await pairDevice(manager, 'kitchen', 'Grill');
});
afterEach(() => box.remove());

const revoke = () => manager.call('DELETE', `/devices/${grill.id}`);

/** How long after it was revoked something has ended, in milliseconds; orders come all the time meanwhile. */
async function endedAfter(ended: Promise<unknown>, how: () => Promise<ApiAnswer> = revoke): Promise<number> {
  const sinceMs = performance.now();
  const revoking = how();
  let isOver = false;
  const orders = (async () => {
    while (!isOver) expect((await manager.order()).status).toBe(201);
  })();
  await ended;
  const ms = performance.now() - sinceMs;
  isOver = true;
  await orders;
  expect((await revoking).status).toBeLessThan(300);
  return ms;
}

const within1s = (ms: number) => expect(ms).toBeLessThan(1000);

type Ending = { readonly token: string; readonly end: () => Promise<ApiAnswer> };

/** Whatever a credential may be, and how it comes to an end. */
const endings: Readonly<Record<string, () => Promise<Ending>>> = {
  'a device that is revoked': async () => ({ token: grill.token, end: revoke }),
  'a session that signs out': async () => {
    const other = await signIn(box.url, box.password);
    return { token: other.token, end: () => other.call('POST', '/auth/logout') };
  },
  'a person who is removed': async () => {
    const ana = await hire();
    return { token: ana.token, end: () => manager.call('DELETE', `/users/${ana.id}`) };
  },
  'a person who gets another role': async () => {
    const ana = await hire();
    return { token: ana.token, end: () => manager.call('PATCH', `/users/${ana.id}`, { role: 'waiter' }) };
  },
  'an API key that is renewed': async () => {
    const { id, key } = (await manager.call('POST', '/api-keys', { name: 'Till' })).json;
    return { token: key, end: () => manager.call('POST', `/api-keys/${id}/renew`) };
  },
};

async function hire(): Promise<{ readonly id: string; readonly token: string }> {
  const person = { username: 'ana', display_name: 'Ana', role: 'kitchen', password: 'a password of hers' };
  const { id } = (await manager.call('POST', '/users', person)).json;
  return { id, token: (await signIn(box.url, person.password, person.username)).token };
}

test.each(Object.entries(endings))(
  '[AUT2] [DEV1] [STF1] [APK1] the WebSocket of %s is gone within a second, though it never answers the goodbye',
  async (_what, begin) => {
    const { token, end } = await begin();
    const socket = openRaw({ port: box.port });
    let heard = '';
    socket.on('data', (piece) => {
      heard += piece.toString('latin1');
    });
    const lines = ['Host: 127.0.0.1', `Authorization: Bearer ${token}`, ...upgradeLines()];
    socket.write(rawRequest('GET /api/v1/ws/orders/live', lines));
    await expect.poll(() => heard).toContain('"type":"live"');
    within1s(await endedAfter(once(socket, 'close'), end));
    expect(heard).toContain('"type":"bye","code":4001');
  },
);

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
  expect((await revoke()).status).toBe(204);
  const { status, json } = await poll;
  within1s(performance.now() - sinceMs);
  expect([status, json.code]).toEqual([401, 'not_authenticated']);
  expect((await grill.api.call('GET', '/sync/orders')).status).toBe(401);
});
