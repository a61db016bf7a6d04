import { expect, test } from 'vitest';
import { linkInHand } from '../../test/harness/link-in-hand.ts';

const pings = (received: readonly unknown[]) =>
  received.filter((frame) => (frame as { type: string }).type === 'ping').length;

function live() {
  const hand = linkInHand();
  hand.link.start();
  hand.goLive();
  hand.device.probe = 'answers';
  return hand;
}

test('[LNK16] a connection that is dead without a word is replaced in 2.2 s when the kitchen answers otherwise', async () => {
  const { sockets, pass, phase, goLive } = live();
  const dead = sockets.last();
  await pass(2000);
  expect([sockets.opened.length, pings(dead.received)]).toEqual([1, 1]);
  await pass(500);
  expect([sockets.opened.length, dead.abandoned]).toEqual([2, true]);
  goLive();
  expect(phase()).toBe('live');
});

test('[LNK16] where nothing answers, nothing is given up before its time', async () => {
  const { sockets, pass, device } = live();
  device.probe = 'unreachable';
  await pass(11_500);
  expect(sockets.opened).toHaveLength(1);
  await pass(1000);
  expect(sockets.opened.length).toBeGreaterThan(1);
});

test('[LNK16] a question that hangs, as on an idle connection of the old address, is asked again on another', async () => {
  const { sockets, pass, device } = live();
  const dead = sockets.last();
  device.probe = 'never';
  await pass(2500);
  expect([device.probes, sockets.opened.length]).toEqual([1, 1]);
  device.probe = 'answers';
  await pass(1000);
  expect([sockets.opened.length, dead.abandoned]).toEqual([2, true]);
  await pass(20_000);
  expect(device.probes).toBeLessThan(12);
});

test('[LNK16] a connection that answers is left alone', async () => {
  const { sockets, pass, now, device } = live();
  for (let beat = 0; beat < 30; beat++) {
    await pass(1250);
    sockets.last().send(now.heartbeat(7));
  }
  expect([sockets.opened.length, device.probes]).toEqual([1, 0]);
  expect(pings(sockets.last().received)).toBeGreaterThan(20);
});

test('[LNK16] an answer that comes while the kitchen is being asked keeps the connection', async () => {
  const { sockets, timers, pass, now, device } = live();
  device.probe = 'never';
  await pass(2500);
  expect(device.probes).toBe(1);
  sockets.last().send(now.heartbeat(7));
  timers.advance(100);
  expect(sockets.opened).toHaveLength(1);
});

test('[LNK16] after a server that stood still, the plain answer may overtake the heartbeat', async () => {
  const { sockets, timers, pass, now, device } = live();
  await pass(2250);
  expect(device.probes).toBe(1);
  timers.advance(100);
  sockets.last().send(now.heartbeat(7));
  await pass(1000);
  expect(sockets.opened).toHaveLength(1);
});

test('[LNK16] on a network that is too slow for it, it gives up ever more rarely', async () => {
  const { sockets, pass, goLive } = live();
  const replaced: number[] = [];
  for (let second = 0; second < 120; second++) {
    const before = sockets.opened.length;
    await pass(1000);
    if (sockets.opened.length === before) continue;
    replaced.push(second);
    goLive();
  }
  const gaps = replaced.slice(1).map((at, index) => at - (replaced[index] ?? 0));
  // After a minute it is as in LNK4: 12 s of silence.
  expect(gaps[0]).toBeLessThan(13);
  expect(gaps.length).toBeLessThan(15);
  expect(gaps.at(-1)).toBeGreaterThan(11);
});
