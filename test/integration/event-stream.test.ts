import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor } from '../harness/api.ts';
import { followEvents, readEvents } from '../harness/event-reader.ts';
import { managerOf } from '../harness/manager.ts';
import { isLive, record } from '../harness/recorder.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let api: Api;
let auth: Record<string, string>;

beforeEach(async () => {
  box = await startServer();
  api = await managerOf(box);
  auth = { authorization: `Bearer ${api.token}` };
});
afterEach(() => box.remove());

const events = (query = '', headers = auth) => followEvents(box.url, `/events/orders${query}`, headers);

test('[SSE1] a new reader gets headers that no proxy may touch, what is open, live, and every event with its id', async () => {
  const open = (await api.order({ notes: 'two\nlines \u2028 and "quotes"' })).json;
  const stream = await events();
  expect(stream.response.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  const live = await stream.until(isLive);
  expect(stream.text()).toMatch(/^retry: 1000\n\n/);
  expect(stream.text()).not.toMatch(/^event:/m);
  expect(stream.frames.map(({ type }) => type)).toEqual(['connection_established', 'snapshot', 'live']);
  expect(stream.frames[1].orders).toEqual([open]);
  expect(stream.ids).toEqual([undefined, undefined, live.cursor]);

  const placed = (await api.order()).json;
  const event = await stream.until((frame) => frame.type === 'order_created');
  expect(event).toMatchObject({ seq: 2, epoch: live.epoch, order: placed });
  expect(stream.ids[stream.frames.indexOf(event)]).toBe(`${live.epoch}.2`);
  stream.close();
});

test('[SSE1] [ATT2] a reader that was away gets what it missed, by header or by address; the header is the newer', async () => {
  await api.order();
  const first = await events();
  const { cursor, epoch } = await first.until(isLive);
  first.close();
  for (let count = 0; count < 3; count++) await api.order();
  const ways: [string, Record<string, string>][] = [
    [`?last_event_id=${cursor}`, auth],
    ['', { ...auth, 'last-event-id': cursor }],
    [`?last_event_id=${epoch}.3`, { ...auth, 'last-event-id': cursor }],
  ];
  for (const [query, headers] of ways) {
    const back = await events(query, headers);
    await back.until(isLive);
    expect(back.frames[0].mode).toBe('replay');
    expect(back.events().map(({ seq }) => seq)).toEqual([2, 3, 4]);
    back.close();
  }
});

test('[HBT1] heartbeats come as events without an id', { timeout: 15_000 }, async () => {
  const stream = await events();
  const heartbeat = await stream.until((frame) => frame.type === 'heartbeat');
  expect(heartbeat).toMatchObject({ head: 0, sent: 0, seen: 0 });
  expect(stream.ids[stream.frames.indexOf(heartbeat)]).toBeUndefined();
  stream.close();
});

test('[PER2] [AUT4] a token may stand in the address of a stream, and nowhere else; it is not logged', async () => {
  const stream = await events(`?token=${api.token}`, {});
  await stream.until(isLive);
  stream.close();
  expect(await readEvents(box.url, '/events/orders')).toEqual({ status: 401 });
  expect(await readEvents(box.url, '/events/orders?token=wrong')).toEqual({ status: 401 });
  expect((await apiFor(box.url, '').call('GET', `/orders?token=${api.token}`)).status).toBe(401);
  const head = await fetch(`${box.url}/events/orders`, { method: 'HEAD', headers: auth });
  expect(head.status).toBe(405);
  expect(box.logged.join('\n')).not.toContain(api.token);
});

test('[ADR1] a stream may be written without /api/v1, and with a slash', async () => {
  for (const path of ['/events/orders', '/api/events/orders/', '/events/products/']) {
    const stream = await followEvents(box.url.replace(/$/, ''), `/../..${path}`, auth);
    await stream.until(isLive);
    stream.close();
  }
});

test('[CLO1] a stopping server says goodbye with a time to come back, and is not held up', async () => {
  const stream = await events();
  await stream.until(isLive);
  await box.stop();
  await stream.ended;
  expect(stream.frames.at(-1)).toMatchObject({ type: 'bye', code: 1012 });
});

test('[AUT2] a stream ends with its session, long before the next heartbeat', { timeout: 20_000 }, async () => {
  const other = await managerOf(box);
  const witness = record(box.url, other.token);
  await witness.until(isLive);
  const socket = record(box.url, api.token);
  const stream = await events();
  await Promise.all([socket.until(isLive), stream.until(isLive)]);
  await witness.until((frame) => frame.type === 'heartbeat');
  await api.call('POST', '/auth/logout');
  await stream.ended;
  expect((await socket.closed).code).toBe(4001);
  for (const { frames } of [socket, stream]) expect(frames.at(-1)).toMatchObject({ type: 'bye', code: 4001 });
  await other.call('GET', '/auth/me');
  expect(witness.frames.filter((frame) => frame.type === 'heartbeat')).toHaveLength(1);
});

test('[TAB1] a page that has connected again is let go of where it was, whatever it came by', async () => {
  const tab = 'tab=0123456789abcdef';
  const first = await events(`?${tab}`);
  await first.until(isLive);
  const second = record(box.url, api.token, `?${tab}`);
  await second.until(isLive);
  await first.ended;
  expect(first.frames.at(-1)).toMatchObject({ type: 'bye', code: 4409 });
  const third = record(box.url, api.token, `?${tab}`);
  await third.until(isLive);
  expect((await second.closed).code).toBe(4409);
  const { items } = (await api.call('GET', '/ws/orders/live/connections')).json;
  expect(items).toMatchObject([{ tab: '0123456789abcdef', resyncs: 2, transport: 'websocket' }]);
  third.close();
});
