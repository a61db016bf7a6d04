import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTransports, type Network } from '../../src-renderer/link/transports.ts';
import { type Api, apiFor } from '../harness/api.ts';
import { type EventReader, followEvents } from '../harness/event-reader.ts';
import { managerOf } from '../harness/manager.ts';
import { nodeNetwork, nodeTimers } from '../harness/node-transports.ts';
import { isLive, record } from '../harness/recorder.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

const tab = 'screen-0123456789';
let box: ServerBox;
let api: Api;

beforeEach(async () => {
  box = await startServer();
  api = await managerOf(box);
});
afterEach(() => box.remove());

async function follow(query: string): Promise<EventReader> {
  const stream = await followEvents(box.url, `/events/orders?${query}`, { authorization: `Bearer ${api.token}` });
  await stream.until(isLive);
  return stream;
}
const ack = (body: object, with_ = api) => with_.call('POST', '/events/ack', body);
const row = async () => (await api.call('GET', '/ws/orders/live/connections')).json.items[0];
const seen = async () => (await api.call('GET', '/ws/orders/live/status')).json.seen;

/** The last ones one at a time, so that nothing but the window can hold them back. */
async function order(count: number): Promise<void> {
  let left = count;
  for (; left > 40; left -= 20) await Promise.all(Array.from({ length: 20 }, () => api.order()));
  for (; left > 0; left--) await api.order();
}

test('[ACK2] [ACK1] a stream of events that said acks=1 has at most 256 unconfirmed, and goes on when it confirms', async () => {
  const stream = await follow(`acks=1&screen=board&tab=${tab}`);
  await order(270);
  await stream.until(() => stream.events().length === 256);
  expect(await row()).toMatchObject({ transport: 'sse', sent: 256, acked: 0, behind: 270 });
  expect((await ack({ tab, seq: 32 })).status).toBe(204);
  await stream.until(() => stream.events().length === 270);
  expect(await row()).toMatchObject({ sent: 270, acked: 32, behind: 238 });
  expect(stream.events().map(({ seq }) => seq)).toEqual(Array.from({ length: 270 }, (_, index) => index + 1));
  stream.close();
});

test('[SEE1] what a board confirms is seen, unless nobody can see the page', async () => {
  const floor = record(box.url, api.token, '?screen=floor');
  await floor.until(isLive);
  const stream = await follow(`acks=1&screen=board&tab=${tab}`);
  await order(3);
  await stream.until(() => stream.events().length === 3);
  await ack({ tab, seq: 1, hidden: true });
  expect(await seen()).toBe(0);
  await ack({ tab, seq: 2 });
  expect(await seen()).toBe(2);
  expect(await floor.until(({ type }) => type === 'seen')).toEqual({ type: 'seen', seq: 2 });
  await ack({ tab, seq: 99 });
  expect(await seen()).toBe(3);
  stream.close();
  floor.close();
});

test('[ACK2] whoever did not say acks=1, or has no name, owes nothing', async () => {
  const streams = [await follow(`screen=board&tab=${tab}`), await follow('acks=1&screen=board')];
  await order(260);
  for (const stream of streams) {
    await stream.until(() => stream.events().length === 260);
    stream.close();
  }
});

test('[ACK2] [PER2] a page confirms only for itself', async () => {
  const stream = await follow(`acks=1&screen=board&tab=${tab}`);
  await order(1);
  await stream.until(() => stream.events().length === 1);
  expect((await ack({ tab, seq: 1 }, apiFor(box.url, ''))).status).toBe(401);
  expect((await ack({ tab: 'another-page', seq: 1 })).json).toMatchObject({ status: 404, code: 'not_found' });
  for (const wrong of [{ tab }, { seq: 1 }, { tab, seq: -1 }, { tab: 'short', seq: 1 }, { tab, seq: 1, more: 1 }]) {
    expect([wrong, (await ack(wrong)).status]).toEqual([wrong, 400]);
  }
  expect(await seen()).toBe(0);
  const back = record(box.url, api.token, `?acks=1&screen=board&tab=${tab}`);
  await back.until(isLive);
  expect((await ack({ tab, seq: 1 })).status).toBe(404);
  back.close();
});

test('[ACK2] [LNK9] our page says so while it reads a snapshot, and then how far it is', async () => {
  await order(2);
  const network = nodeNetwork({ url: box.url, token: api.token });
  const told: unknown[] = [];
  const watched: Network = {
    ...network,
    post: (path, body, abort) => {
      told.push([path, body]);
      return network.post(path, body, abort);
    },
  };
  const frames: string[] = [];
  const connect = createTransports(watched, nodeTimers(), { tab, screen: 'board' });
  const connection = connect('sse', undefined, {
    message: (text) => frames.push(JSON.parse(text).type),
    closed: (code) => frames.push(`closed ${code}`),
    heard: () => undefined,
    pace: () => undefined,
    asked: () => undefined,
  });
  await expect.poll(() => frames).toContain('live');
  connection.send('{"type":"ack","seq":2}');
  await expect.poll(seen).toBe(2);
  expect(told).toEqual([
    ['/api/v1/events/ack', { tab, seq: 0 }],
    ['/api/v1/events/ack', { tab, seq: 2 }],
  ]);
  connection.close();
});
