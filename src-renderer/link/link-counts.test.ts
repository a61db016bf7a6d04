import { expect, test } from 'vitest';
import { screenCounts } from '#shared/protocol/screen-report.ts';
import { liveLink } from '../../test/harness/link-in-hand.ts';
import { buildOrder } from '../../test/harness/screen-kit.ts';
import { createLinkCounts } from './link-counts.ts';

const order = buildOrder('2');

test('[CNT1] what was there before the screen is neither due nor shown', () => {
  const { counts } = liveLink();
  expect(counts.take()).toMatchObject({ events_due: 0, events_shown: 0, reconnects_ms: [] });
});

test('[CNT1] events are due when they are known to exist, and shown when the screen has them', () => {
  const { sockets, now, counts, timers } = liveLink();
  sockets.last().send(now.event(8, order), now.heartbeat(8, 10));
  expect(counts.take()).toMatchObject({ events_due: 3, events_shown: 1 });
  sockets.last().close(1006);
  timers.advance(250);
  sockets.last().send(now.established('replay', 12), now.batch(...[9, 10, 11, 12].map((seq) => now.event(seq, order))));
  sockets.last().send(now.live(12));
  expect(counts.take()).toMatchObject({ events_due: 2, events_shown: 4, events_lost: 0 });
});

test('[CNT1] a snapshot shows everything up to its place', () => {
  const { sockets, now, counts, timers } = liveLink();
  sockets.last().close(1006);
  timers.advance(250);
  sockets.last().send(now.established('snapshot', 900), now.part(1, 1, order), now.live(900));
  expect(counts.take()).toMatchObject({ events_due: 893, events_shown: 893 });
});

test('[CNT1] a hole on a live connection is loss, and so is less than was sent', () => {
  const { sockets, now, counts, goLive } = liveLink();
  sockets.last().send(now.event(10, order));
  expect(counts.take()).toMatchObject({ events_lost: 2, resets: 1 });
  goLive();
  const fresh = liveLink();
  fresh.sockets.last().send(fresh.now.heartbeat(12));
  expect(fresh.counts.take()).toMatchObject({ events_lost: 5, resets: 1 });
});

test('[CNT1] repeats, stalls and the time without a live link', () => {
  const { sockets, now, counts, timers, goLive } = liveLink();
  timers.advance(3000);
  sockets.last().send(now.event(7, order), now.event(8, order), now.event(8, order));
  timers.advance(12_000);
  timers.advance(500);
  goLive();
  expect(counts.take()).toMatchObject({ duplicates_dropped: 2, stalls: 1, reconnects_ms: [12_500] });
});

test('[CNT1] a cut is counted from the moment it was noticed', () => {
  const { sockets, counts, timers, goLive } = liveLink();
  timers.advance(3000);
  sockets.last().close(1006);
  timers.advance(250);
  goLive();
  expect(counts.take()).toMatchObject({ reconnects_ms: [250], stalls: 0 });
});

test('[CNT1] what happens while nobody looks is not due, and coming back is no reconnect', () => {
  const { link, sockets, now, counts, timers } = liveLink();
  link.visible(false);
  timers.advance(11_000);
  sockets.last().send(now.heartbeat(7));
  timers.advance(60_000);
  link.visible(true);
  sockets.last().send(now.established('snapshot', 50), now.part(1, 1, order), now.live(50));
  expect(counts.take()).toMatchObject({ events_due: 0, events_shown: 0, reconnects_ms: [] });
  sockets.last().send(now.event(51, order));
  expect(counts.take()).toMatchObject({ events_due: 1, events_shown: 1 });
});

test('[CNT1] a restored database, whose log is shorter, is where counting begins anew', () => {
  const counts = createLinkCounts();
  for (const seq of [100, 101, 40, 42]) counts.shown(seq);
  expect(counts.take()).toMatchObject({ events_due: 3, events_shown: 3 });
});

test('[CNT1] whatever happens, a report keeps to its bounds, and is taken once', () => {
  const counts = createLinkCounts();
  counts.shown(0);
  counts.shown(5_000_000);
  counts.lost(5_000_000);
  for (let time = 0; time < 500; time++) counts.reconnected(time === 0 ? 1e12 : 0.4);
  expect(screenCounts.safeParse(counts.take()).error).toBeUndefined();
  expect(
    Object.values(counts.take())
      .flat()
      .every((count) => count === 0),
  ).toBe(true);
});
