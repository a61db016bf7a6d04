import { expect, test } from 'vitest';
import { epoch, linkInHand } from '../../test/harness/link-in-hand.ts';
import { buildOrder, framesOf } from '../../test/harness/screen-kit.ts';

test('[FRS2] an event that waited in a queue proves what was so when it was stored, not when it came', () => {
  const { link, goLive, timers, sockets, proofs } = linkInHand();
  link.start();
  goLive();
  const storedAtOneSecond = framesOf(epoch, () => 1000);
  for (let seq = 8; seq < 28; seq++) {
    timers.advance(1000);
    sockets.last().send(storedAtOneSecond.event(seq, buildOrder(String(seq))));
  }
  expect(timers.nowMs()).toBe(20_000);
  expect(proofs.at(-1)).toBe(1000);
});

test('[FRS2] what came proves nothing less because something older comes after it', () => {
  const { link, goLive, timers, sockets, proofs } = linkInHand();
  link.start();
  goLive();
  timers.advance(4000);
  sockets.last().send(framesOf(epoch, timers.nowMs).heartbeat(7));
  sockets.last().send(framesOf(epoch, () => 2000).event(8, buildOrder('8')));
  expect(proofs.at(-1)).toBe(4000);
});
