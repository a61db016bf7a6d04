import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor } from '../harness/api.ts';
import { followEvents } from '../harness/event-reader.ts';
import { managerOf } from '../harness/manager.ts';
import { isLive, type Recorder, record, recordAt } from '../harness/recorder.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let api: Api;

beforeEach(async () => {
  box = await startServer();
  api = await managerOf(box);
});
afterEach(() => box.remove());

async function screen(query = ''): Promise<Recorder> {
  const live = record(box.url, api.token, query);
  await live.until(isLive);
  return live;
}
const ofType = (type: string) => (frame: { type: string }) => frame.type === type;
const say = (from: Recorder, frame: object) => from.send(JSON.stringify(frame));

test('[EPH1] a draft and a call for attention reach the others who are live, by any stream, and nobody later', async () => {
  const [waiter, kitchen] = [await screen('?screen=floor'), await screen()];
  const sse = await followEvents(box.url, `/events/orders?token=${api.token}`);
  await sse.until(isLive);
  const before = kitchen.frames.length;
  say(waiter, { type: 'order_draft', draft_id: 'd1', table_number: '7', items: 2 });
  say(waiter, { type: 'attention', station: 'pass', message: 'runner, please' });
  for (const stream of [kitchen, sse]) {
    const draft = await stream.until(ofType('order_draft'));
    expect(draft).toMatchObject({
      restaurant_id: 'main',
      from: { role: 'manager' },
      data: { draft_id: 'd1', table_number: '7', items: 2, done: false },
    });
    expect(draft).not.toHaveProperty('seq');
    const attention = await stream.until(ofType('attention'));
    expect(attention.data).toEqual({ order_id: null, station: 'pass', message: 'runner, please' });
  }
  expect(kitchen.frames.length).toBeGreaterThan(before);
  expect(waiter.frames.some(ofType('order_draft'))).toBe(false);
  const late = await screen();
  say(late, { type: 'ping' });
  await late.until(ofType('heartbeat'));
  expect(late.frames.some((frame) => ofType('order_draft')(frame) || ofType('attention')(frame))).toBe(false);
  expect((await api.call('GET', '/ws/orders/live/status')).json.head).toBe(0);
  expect(box.logged.join('\n')).not.toContain('runner');
});

test('[INP3] a draft that is none closes its own connection and nobody else’s', async () => {
  const good = await screen();
  for (const wrong of [
    { type: 'order_draft' },
    { type: 'order_draft', draft_id: 'd', items: -1 },
    { type: 'attention', message: 'x'.repeat(201) },
    { type: 'attention', order_id: 'no id' },
    { type: 'ack', seq: 'x' },
    { type: 'ack', seq: -1 },
  ]) {
    const bad = await screen();
    say(bad, wrong);
    expect((await bad.closed).code).toBe(4000);
  }
  say(good, { type: 'ping' });
  await good.until(ofType('heartbeat'));
});

test('[EPH1] presence says who is there, and follows them coming and going', async () => {
  const board = await screen('?screen=board&tab=board-tab-1');
  const floor = await screen('?screen=floor');
  const both = (frame: { type: string; data?: { screens: unknown[] } }) =>
    frame.type === 'presence' && frame.data?.screens.length === 2;
  expect((await board.until(both)).data.screens).toMatchObject([
    { role: 'manager', screen: 'board', count: 1 },
    { role: 'manager', screen: 'floor', count: 1 },
  ]);
  floor.close();
  const known = board.frames.length;
  const left = await board.until((frame) => frame.type === 'presence' && board.frames.indexOf(frame) >= known);
  expect(left.data.screens).toMatchObject([{ screen: 'board', count: 1 }]);
});

test('[SEE1] what a board has confirmed is told to the floor as seen; what another screen confirms is not', async () => {
  const floor = await screen('?screen=floor&acks=1');
  const board = await screen('?screen=board&acks=1');
  await api.order();
  await api.order();
  await board.until((frame) => frame.seq === 2);
  say(floor, { type: 'ack', seq: 2 });
  say(floor, { type: 'ping' });
  expect((await floor.until(ofType('heartbeat'))).seen).toBe(0);
  say(board, { type: 'ack', seq: 99 });
  expect(await floor.until(ofType('seen'))).toEqual({ type: 'seen', seq: 2 });
  say(floor, { type: 'ping' });
  await floor.until((frame) => frame.type === 'heartbeat' && frame.seen === 2);
  const { cursor } = (await api.call('GET', '/sync/orders')).json;
  expect((await api.call('GET', `/sync/orders?last_event_id=${cursor}`)).json.seen).toBe(2);
});

test('[SEE1] nobody but a board that shows everything makes anything seen, and it only what it has confirmed', async () => {
  const { id } = (await api.order()).json;
  const guest = recordAt(box.url, `/ws/orders/${id}?screen=board&acks=1`, api.token);
  await guest.until(isLive);
  const board = await screen('?screen=board&acks=1');
  const bare = await screen('?screen=board');
  for (const [from, seq, how] of [
    [guest, 1],
    [bare, 1],
    [board, 0],
    [board, 1, 'hidden'],
  ] as const) {
    say(from, { type: 'ack', seq, ...(how && { hidden: true }) });
    say(from, { type: 'ping' });
    expect((await from.until(ofType('heartbeat'))).seen).toBe(0);
  }
  say(board, { type: 'ack', seq: 1 });
  say(board, { type: 'ping' });
  await board.until((frame) => frame.type === 'heartbeat' && frame.seen === 1);
});

test('[PER2] statistics name each connection, and are for those who may look', async () => {
  const board = await screen('?screen=board&acks=1&tab=abcdefgh12345678');
  await followEvents(box.url, `/events/orders?token=${api.token}`);
  await api.order();
  await board.until((frame) => frame.seq === 1);
  const { items } = (await api.call('GET', '/ws/orders/live/connections')).json;
  expect(items).toMatchObject([
    {
      transport: 'websocket',
      role: 'manager',
      tab: 'abcdefgh12345678',
      screen: 'board',
      mode: 'snapshot',
      sent: 1,
      acked: 0,
      behind: 1,
      resyncs: 0,
      follows: 'everything',
    },
    { transport: 'sse', tab: null, screen: null, sent: 1, behind: 0 },
  ]);
  expect(Date.parse(items[0].connected_at)).toBeGreaterThan(0);
  const status = (await api.call('GET', '/ws/orders/live/status')).json;
  expect(status).toMatchObject({
    total_connections: 2,
    by_transport: { websocket: 1, sse: 1 },
    most_behind: 1,
    head: 1,
  });
  expect((await api.call('GET', '/ws/health')).json).toMatchObject({ total_connections: 2, active_channels: 1 });
  for (const path of ['/ws/orders/live/status', '/ws/orders/live/connections']) {
    expect((await apiFor(box.url, '').call('GET', path)).status).toBe(401);
    const aliased = await fetch(`${box.url}${path}/`, { headers: { authorization: `Bearer ${api.token}` } });
    expect(aliased.status).toBe(200);
  }
});
