import { expect, test } from 'vitest';
import { liveLink } from '../../test/harness/link-in-hand.ts';
import { buildOrder } from '../../test/harness/screen-kit.ts';

const order = buildOrder('2');
const ack = (seq: number) => ({ type: 'ack', seq });

test('[ACK1] a heartbeat is answered at once with what is shown', () => {
  const { sockets, now } = liveLink();
  sockets.last().send(now.heartbeat(7));
  expect(sockets.last().received).toEqual([ack(7)]);
});

test('[ACK1] soon after being live, and after events, one word for all of them', () => {
  const { sockets, timers, now } = liveLink();
  timers.advance(100);
  expect(sockets.last().received).toEqual([ack(7)]);
  sockets.last().send(now.event(8, order), now.batch(now.event(9, order), now.event(10, order)));
  timers.advance(60);
  sockets.last().send(now.event(11, order));
  timers.advance(40);
  expect(sockets.last().received).toEqual([ack(7), ack(11)]);
  timers.advance(5000);
  const acks = sockets.last().received.filter((frame) => (frame as { type: string }).type === 'ack');
  expect(acks).toHaveLength(2);
});

test('[ACK1] at least every 32 events, however fast they come', () => {
  const { sockets, timers, now } = liveLink();
  timers.advance(100);
  for (let seq = 8; seq < 8 + 100; seq++) sockets.last().send(now.event(seq, order));
  expect(sockets.last().received).toEqual([ack(7), ack(39), ack(71), ack(103)]);
});

test('[ACK1] what the screen could not take is not confirmed', () => {
  const { sockets, timers, now, broken } = liveLink();
  timers.advance(100);
  const old = sockets.last();
  broken.is = true;
  old.send(now.event(8, order));
  timers.advance(1000);
  expect(old.received).toEqual([ack(7)]);
});

test('[ACK1] nothing is said on a connection that was given up', () => {
  const { sockets, timers, now } = liveLink();
  const old = sockets.last();
  old.send(now.event(8, order));
  old.close(1006);
  timers.advance(1000);
  expect(old.received).toEqual([]);
});

test('[SEE1] on a page that nobody can see events are confirmed as hidden; when it is seen again, the next beat says so', () => {
  const { device, sockets, timers, now } = liveLink();
  device.isVisible = false;
  sockets.last().send(now.event(8, order));
  timers.advance(200);
  expect(sockets.last().received.at(-1)).toEqual({ ...ack(8), hidden: true });
  device.isVisible = true;
  sockets.last().send(now.heartbeat(8));
  expect(sockets.last().received.at(-1)).toEqual(ack(8));
});

test('[SEE1] what a board in the kitchen shows is told, by frame and by heartbeat', () => {
  const { sockets, seen, now } = liveLink();
  sockets.last().send({ type: 'seen', seq: 6 }, now.heartbeat(7, 7, 7));
  expect(seen).toEqual([6, 7]);
});

test('[EPH1] what is never stored is told and counts for nothing', () => {
  const { sockets, ephemeral, now, phase, shown } = liveLink();
  const from = { user_id: 'w1', name: 'Waiter', role: 'waiter' };
  const base = { restaurant_id: 'main', timestamp: '2026-11-21T12:00:00.000Z' };
  sockets
    .last()
    .send(
      { type: 'presence', ...base, data: { screens: [] } },
      { type: 'attention', ...base, from, data: { order_id: null, station: 'grill', message: null } },
      { type: 'order_draft', ...base, from, data: { draft_id: 'd1', table_number: '5', items: 2, done: false } },
    );
  sockets.last().send(now.event(8, order));
  expect(ephemeral).toEqual(['presence', 'attention', 'order_draft']);
  expect(shown).toEqual(['8: A2']);
  expect(phase()).toBe('live');
});
