import { expect, test } from 'vitest';
import { linkInHand } from '../../test/harness/link-in-hand.ts';
import { buildOrder } from '../../test/harness/screen-kit.ts';

const pings = (received: readonly unknown[]) =>
  received.filter((frame) => (frame as { type: string }).type === 'ping').length;

function live() {
  const hand = linkInHand();
  hand.link.start();
  hand.goLive();
  /** The one that was tried beside the quiet one goes through. */
  const takeOver = () => {
    hand.besides.last().send(hand.now.established('replay', 7), hand.now.live(7));
  };
  return { ...hand, takeOver };
}

test('[LNK16] a connection that is dead without a word is replaced in 2.2 s where another one goes through', async () => {
  const { sockets, besides, pass, phase, takeOver, counts } = live();
  const dead = sockets.last();
  await pass(2000);
  expect([besides.opened.length, pings(dead.received)]).toEqual([0, 1]);
  await pass(250);
  expect([besides.opened.length, dead.abandoned]).toEqual([1, false]);
  takeOver();
  expect([phase(), dead.abandoned]).toEqual(['live', true]);
  expect(counts.take()).toMatchObject({ stalls: 1, events_lost: 0, duplicates_dropped: 0 });
});

test('[LNK16] it goes on from where the dead one was', async () => {
  const { sockets, besides, pass, now, shown, takeOver } = live();
  sockets.last().send(now.event(8, buildOrder('2')));
  await pass(2500);
  expect(besides.last().cursor).toMatch(/\.8$/);
  takeOver();
  besides.last().send(now.event(9, buildOrder('3')));
  expect(shown.slice(-2)).toEqual(['8: A2', '9: A3']);
});

test('[LNK16] where nothing goes through, nothing is given up before its time', async () => {
  const { sockets, besides, pass, phase } = live();
  await pass(11_500);
  expect([sockets.opened.length, sockets.last().abandoned, phase()]).toEqual([1, false, 'live']);
  expect(besides.opened.length).toBeGreaterThan(1);
  await pass(1000);
  expect(sockets.opened).toHaveLength(2);
});

test('[LNK16] one at a time is tried beside it', async () => {
  const { besides, pass } = live();
  for (let second = 0; second < 11; second++) {
    await pass(1000);
    expect(besides.opened.filter(({ abandoned }) => !abandoned).length).toBeLessThanOrEqual(1);
  }
});

test('[LNK16] a connection that answers is left alone', async () => {
  const { sockets, besides, pass, now } = live();
  for (let beat = 0; beat < 30; beat++) {
    await pass(1250);
    sockets.last().send(now.heartbeat(7));
  }
  expect([sockets.opened.length, besides.opened.length]).toEqual([1, 0]);
  expect(pings(sockets.last().received)).toBeGreaterThan(20);
});

test('[LNK16] an answer that comes while another is tried keeps the connection, and ends the trial', async () => {
  const { sockets, besides, timers, pass, now } = live();
  await pass(2500);
  expect(besides.opened).toHaveLength(1);
  sockets.last().send(now.heartbeat(7));
  timers.advance(100);
  expect([sockets.opened.length, sockets.last().abandoned, besides.last().abandoned]).toEqual([1, false, true]);
});

test('[LNK16] [FRS3] a quiet link on a device without a network says so', async () => {
  const { pass, states, device } = live();
  device.isOnline = false;
  await pass(2500);
  expect(states.at(-1)).toMatchObject({ phase: 'live', trouble: 'offline' });
});

test('[LNK16] on a network that is too slow for it, it gives up ever more rarely', async () => {
  const { besides, sockets, pass, now, goLive } = live();
  const replaced: number[] = [];
  for (let second = 0; second < 240; second++) {
    const before = besides.opened.length + sockets.opened.length;
    await pass(1000);
    if (besides.opened.length + sockets.opened.length === before) continue;
    replaced.push(second);
    if (besides.opened.at(-1)?.abandoned === false) {
      besides.last().send(now.established('replay', 7), now.live(7));
    } else goLive();
  }
  const gaps = replaced.slice(1).map((at, index) => at - (replaced[index] ?? 0));
  // After a minute it is as in LNK4: 12 s of silence.
  expect(gaps[0]).toBeLessThan(13);
  expect(gaps.length).toBeLessThan(30);
  expect(gaps.at(-1)).toBeGreaterThan(11);
});
