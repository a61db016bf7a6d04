import { expect, test } from 'vitest';
import type { WireOrder } from '#shared/protocol/wire-order.ts';
import { createFrameJudge } from './frame-judge.ts';

const epoch = '0123456789abcdef';
const order = (id: string, version = 1, number = `A${id}`) =>
  ({ id, version, number, order_number: `ORD-${number}` }) as WireOrder;
const established = (mode: string) => ({ type: 'connection_established', mode });
const live = (seq: number) => ({ type: 'live', seq, epoch, cursor: `${epoch}.${seq}` });
const created = (seq: number, id: string, version = 1) => ({
  type: 'order_created',
  seq,
  epoch,
  order: order(id, version),
});
const snapshot = (...orders: readonly WireOrder[]) => ({ type: 'snapshot', part: 1, parts: 1, orders, products: [] });

/** A judge is only worth something if it sees what is wrong. */
function judged(...frames: readonly object[]) {
  const judge = createFrameJudge();
  for (const frame of frames) judge.see(JSON.stringify(frame));
  return judge;
}

test('[EVT3] a good stream has no faults', () => {
  const judge = judged(
    established('snapshot'),
    snapshot(order('1')),
    live(5),
    created(6, '2'),
    { type: 'events', from: 7, to: 8, events: [created(7, '3'), created(8, '2', 2)] },
    { type: 'heartbeat', head: 9, sent: 8 },
    established('replay'),
    created(9, '4'),
    live(9),
  );
  expect(judge.faults).toEqual([]);
  expect([...judge.orders.keys()]).toEqual(['1', '2', '3', '4']);
  expect(judge.cursor()).toBe(`${epoch}.9`);
});

const start = [established('snapshot'), snapshot(order('1')), live(5)];

test.each([
  ['a hole', [...start, created(7, '2')], 'came after'],
  ['a repeat', [...start, created(6, '2'), created(6, '2', 2)], 'came after'],
  ['a hole in a batch', [...start, { type: 'events', events: [created(6, '2'), created(8, '3')] }], 'came after'],
  ['an old version', [...start, created(6, '1')], 'version 1 twice'],
  ['an event before anything else', [created(1, '1')], 'came after undefined'],
  ['another epoch', [...start, { ...created(6, '2'), epoch: 'fedcba9876543210' }], 'came after'],
  ['an order that vanished', [...start, established('snapshot'), snapshot(), live(6)], 'is gone'],
  ['another number', [...start, established('snapshot'), snapshot(order('1', 2, 'A9')), live(6)], 'became A9'],
  ['a replay that ends elsewhere', [...start, established('replay'), live(6)], 'but the events led to'],
  ['something that was sent and did not come', [...start, { type: 'heartbeat', head: 7, sent: 6 }], '6 was sent'],
])('%s is seen', (_what, frames, fault) => {
  expect(judged(...frames).faults).toEqual([expect.stringContaining(fault)]);
});
