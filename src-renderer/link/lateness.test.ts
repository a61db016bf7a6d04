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

test('[FRS2] the first word of a connection may be old when it comes: it proves what was so when it was asked for', () => {
  const { link, timers, sockets, proofs, now } = linkInHand();
  link.start();
  timers.advance(500);
  const said = [now.established('snapshot', 7), now.part(1, 1, buildOrder('1')), now.live(7), now.heartbeat(7)];
  timers.advance(3000);
  sockets.last().send(...said);
  expect(proofs.at(-1)).toBe(0);
  // What comes after it is measured by it: rather too old than too young.
  timers.advance(5000);
  sockets.last().send(now.heartbeat(7));
  expect(proofs.at(-1)).toBe(8000);
});

test('[FRS2] when frames have been quick for a minute, the first one counts no more', () => {
  const { link, timers, sockets, proofs, now } = linkInHand();
  link.start();
  timers.advance(3000);
  sockets.last().send(now.established('snapshot', 7), now.part(1, 1, buildOrder('1')), now.live(7));
  for (let beat = 0; beat < 12; beat++) {
    timers.advance(5000);
    sockets.last().send(now.heartbeat(7));
  }
  expect(proofs.at(-1)).toBe(timers.nowMs());
});
