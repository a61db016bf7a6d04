import { expect, test } from 'vitest';
import { linkInHand } from '../../test/harness/link-in-hand.ts';

/** Live by polls: neither WebSocket nor SSE can be had. */
async function onPolls() {
  const hand = linkInHand();
  hand.device.probe = 'answers';
  hand.link.start();
  while (hand.sockets.last().transport !== 'polling') {
    if (!hand.sockets.last().abandoned) hand.sockets.last().close(1006);
    await hand.pass(250);
  }
  hand.goLive();
  return hand;
}

test('[LNK8] a first answer of which pieces come has not hung; ten seconds without one are too long', async () => {
  const { link, sockets, timers, phase, goLive } = linkInHand();
  link.start();
  for (let second = 0; second < 30; second += 3) {
    timers.advance(3000);
    sockets.last().piece();
  }
  expect(sockets.opened).toHaveLength(1);
  goLive();
  expect(phase()).toBe('live');
  sockets.last().close(1006);
  timers.advance(250);
  timers.advance(3000);
  sockets.last().piece();
  timers.advance(9999);
  expect(sockets.last().abandoned).toBe(false);
  timers.advance(1);
  expect(sockets.opened[1]?.abandoned).toBe(true);
});

test('[LNK6] waking leaves alone a poll that is only held open', async () => {
  const hand = await onPolls();
  const poll = hand.sockets.last();
  await hand.pass(10_000);
  hand.link.wake();
  expect(poll.abandoned).toBe(false);
  await hand.pass(1500);
  hand.link.wake();
  expect(poll.abandoned).toBe(true);
});
