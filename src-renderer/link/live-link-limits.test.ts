import { expect, test } from 'vitest';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { linkInHand, liveLink } from '../../test/harness/link-in-hand.ts';
import { buildOrder } from '../../test/harness/screen-kit.ts';

test('[LNK8] no frame in 4 s is a failure, and the time spent counts against the wait', () => {
  const { link, timers, sockets, phase } = linkInHand();
  link.start();
  timers.advance(3999);
  expect(sockets.opened).toHaveLength(1);
  timers.advance(1);
  expect(sockets.opened[0]?.abandoned).toBe(true);
  expect(sockets.opened).toHaveLength(2);
  expect(phase()).toBe('connecting');
});

test('[LNK8] of a wait that is longer than the hung attempt only the rest is waited', () => {
  const { link, timers, sockets, states } = linkInHand();
  link.start();
  sockets.last().close(1006);
  timers.advance(250);
  timers.advance(100);
  sockets.last().close(1006);
  expect(states.at(-1)).toMatchObject({ phase: 'waiting', failures: 2, retryAtMs: 350 + (500 - 100) });
  timers.advance(400);
  timers.advance(2000);
  sockets.last().close(1006);
  expect(states.at(-1)).toMatchObject({ phase: 'connecting', failures: 3 });
});

test('[LNK8] catching up may take long, but not stand still for 10 s; heartbeats are no progress', () => {
  const { link, timers, sockets, now, phase } = linkInHand();
  link.start();
  sockets.last().send(now.established('snapshot', 7));
  for (let part = 1; part <= 3; part++) {
    timers.advance(9000);
    sockets.last().send(now.part(part, 9, buildOrder(String(part))));
  }
  expect(phase()).toBe('catching-up');
  timers.advance(9000);
  sockets.last().send(now.heartbeat(0));
  timers.advance(1000);
  expect(phase()).toBe('connecting');
  expect(sockets.opened).toHaveLength(2);
});

test('[LNK4] a frame that comes after the limit, because the timers stood still, is not believed', () => {
  const { timers, sockets, shown, now } = liveLink();
  const timer = timers.freeze();
  timers.advance(3_600_000);
  sockets.last().send(now.event(8, buildOrder('2')));
  expect(shown).toEqual([]);
  expect(sockets.opened).toHaveLength(2);
  timer.thaw();
});

test('[LNK5] a silent link is replaced at once, again and again, and the series of failures is kept', () => {
  const { timers, sockets, states, goLive } = liveLink();
  timers.advance(12_000);
  expect(states.at(-1)).toMatchObject({ phase: 'connecting', failures: 1 });
  goLive();
  timers.advance(12_000);
  expect(sockets.opened).toHaveLength(3);
});

test.each([closeCodes.tooSlow, closeCodes.epochReplaced])(
  '[CLO1] closed with %i a good link comes back at once, one that keeps falling waits',
  (code) => {
    const { timers, sockets, phase } = liveLink();
    timers.advance(10_000);
    sockets.last().close(code);
    expect(phase()).toBe('connecting');
    sockets.last().close(code);
    expect(phase()).toBe('waiting');
  },
);

test('[CLO1] one too many waits 5 s at least, and whatever more the server asks for', () => {
  const { timers, sockets, states, now } = liveLink();
  timers.chance = 0;
  sockets.last().close(closeCodes.tooMany);
  expect(states.at(-1)).toMatchObject({ phase: 'waiting', retryAtMs: 5000 });
  timers.advance(5000);
  sockets.last().send(now.bye(closeCodes.tooMany, 9000));
  expect(states.at(-1)).toMatchObject({ phase: 'waiting', retryAtMs: 5000 + 9000 });
});

test('[LNK7] a goodbye ends the connection at once, whether or not its close arrives', () => {
  const { timers, sockets, states, now } = liveLink();
  const old = sockets.last();
  old.send(now.bye(closeCodes.restarting, 1700));
  expect(states.at(-1)).toMatchObject({ phase: 'waiting', retryAtMs: 1700, trouble: 'restarting' });
  old.close(closeCodes.notAuthenticated);
  timers.advance(1700);
  expect(sockets.opened).toHaveLength(2);
});

test('[CLO1] an older page is fetched anew once; when that did not help it stops', () => {
  const { device, sockets, link, phase, states } = liveLink();
  device.reloads = 1;
  sockets.last().close(closeCodes.protocolTooOld);
  expect(phase()).toBe('idle');
  link.start();
  sockets.last().close(closeCodes.protocolTooOld);
  expect(states.at(-1)).toEqual({ phase: 'stopped', code: 4410 });
});

test('[LNK6] a network that has just come ends every wait, and the series of failures', async () => {
  const { link, sockets, states, phase, pass } = liveLink();
  for (let attempt = 0; attempt < 3; attempt++) {
    sockets.last().close(1006);
    await pass(2000);
  }
  while (phase() !== 'waiting') await pass(250);
  link.online(true);
  expect(states.at(-1)).toMatchObject({ phase: 'connecting', failures: 0 });
  expect(sockets.opened).toHaveLength(4);
});

test('[LNK6] when the network comes, a link is doubted that was quiet for 2 s', () => {
  const { link, timers, sockets } = liveLink();
  timers.advance(2000);
  link.online(true);
  expect(sockets.opened).toHaveLength(1);
  timers.advance(1);
  link.online(true);
  expect(sockets.opened).toHaveLength(2);
  link.online(true);
  expect(sockets.opened).toHaveLength(2);
});

test('[LNK11] behind the head and not a step further from one heartbeat to the next: asked for again', () => {
  const { sockets, timers, now, phase } = liveLink();
  sockets.last().send(now.heartbeat(7, 9));
  timers.advance(5000);
  expect(phase()).toBe('live');
  sockets.last().send(now.heartbeat(7, 9));
  expect(phase()).toBe('waiting');
});

test('[LNK11] [LNK16] heartbeats that were asked for and come in one go do not make a burst forgotten', () => {
  const { sockets, now, phase } = liveLink();
  sockets.last().send(now.heartbeat(7, 9), now.heartbeat(7, 9), now.heartbeat(7, 9));
  expect(phase()).toBe('live');
  sockets.last().send(now.event(8, buildOrder('2')), now.event(9, buildOrder('3')), now.heartbeat(9));
  expect(phase()).toBe('live');
});

test('[LNK11] a link that is behind and moves on is left alone', () => {
  const { sockets, now, phase } = liveLink();
  for (let seq = 8; seq < 20; seq++) {
    sockets.last().send(now.heartbeat(seq - 1, 30), now.event(seq, buildOrder('2')));
  }
  expect(phase()).toBe('live');
});

test('[LNK12] what does not fit together more than three times a minute is asked for more slowly', () => {
  const { timers, sockets, states, goLive, now } = liveLink();
  timers.chance = 0;
  const reset = () => sockets.last().send(now.event(99, buildOrder('2')));
  for (let time = 0; time < 3; time++) {
    reset();
    timers.advance(10);
    goLive();
    timers.advance(10_000);
    sockets.last().send(now.heartbeat(7));
  }
  reset();
  expect(states.at(-1)).toMatchObject({ phase: 'waiting', retryAtMs: timers.nowMs() + 10_000, trouble: 'mismatch' });
  timers.advance(10_000);
  goLive();
  for (let beat = 0; beat < 12; beat++) {
    timers.advance(5000);
    sockets.last().send(now.heartbeat(7));
  }
  reset();
  expect(states.at(-1)).toMatchObject({ phase: 'waiting', retryAtMs: timers.nowMs() + 10 });
});

test('[LNK13] a page that nobody sees for a minute lets go, and comes back from where it was', () => {
  const { link, timers, sockets, phase, now } = liveLink();
  sockets.last().send(now.event(8, buildOrder('2')));
  link.visible(false);
  for (let beat = 0; beat < 5; beat++) {
    timers.advance(11_000);
    sockets.last().send(now.heartbeat(8));
  }
  expect(phase()).toBe('live');
  timers.advance(5000);
  expect(phase()).toBe('paused');
  expect(sockets.last().abandoned).toBe(true);
  timers.advance(600_000);
  link.wake();
  link.online(true);
  expect(sockets.opened).toHaveLength(1);
  link.visible(true);
  expect(sockets.opened).toHaveLength(2);
  expect(sockets.last().cursor).toMatch(/\.8$/);
});

test('[LNK13] a page that opens where nobody sees it connects when it is seen', () => {
  const { link, timers, sockets, phase } = linkInHand();
  link.visible(false);
  timers.advance(60_000);
  link.start();
  expect(phase()).toBe('paused');
  expect(sockets.opened).toHaveLength(0);
  link.visible(true);
  expect(sockets.opened).toHaveLength(1);
});

test('[LNK13] a glance elsewhere costs nothing', () => {
  const { link, timers, sockets, now, phase } = liveLink();
  link.visible(false);
  timers.advance(5000);
  link.visible(true);
  for (let beat = 0; beat < 12; beat++) {
    timers.advance(5000);
    sockets.last().send(now.heartbeat(7));
  }
  expect(phase()).toBe('live');
  expect(sockets.opened).toHaveLength(1);
});

test('[FRS2] a frame proves what was so when the server said it, not when it came', () => {
  const { timers, sockets, proofs, now } = liveLink();
  timers.advance(5000);
  const [beat, event] = [now.heartbeat(7), now.event(8, buildOrder('2'))];
  timers.advance(3000);
  sockets.last().send(beat);
  expect(proofs.at(-1)).toBe(5000);
  timers.advance(1000);
  sockets.last().send(event);
  expect(proofs.at(-1)).toBe(5000);
  sockets.last().send(now.event(9, buildOrder('3')));
  expect(proofs.at(-1)).toBe(9000);
});

test('[FRS2] two heartbeats in a row that were under way for more than 5 s: asked for anew', () => {
  const { timers, sockets, now, phase } = liveLink();
  const [first, second] = [now.heartbeat(7), now.heartbeat(7)];
  timers.advance(5001);
  sockets.last().send(first);
  expect(phase()).toBe('live');
  timers.advance(5000);
  sockets.last().send(second);
  expect(phase()).toBe('connecting');
  expect(sockets.opened).toHaveLength(2);
});

test('[FRS1] a heartbeat that knows of more than is shown proves nothing', () => {
  const { timers, sockets, proofs, now } = liveLink();
  timers.advance(5000);
  sockets.last().send(now.heartbeat(7, 9));
  expect(proofs).toEqual([0]);
});

test('[FRS2] a catching up that takes long proves what was so at its beginning', () => {
  const { link, timers, sockets, proofs, now } = linkInHand();
  link.start();
  sockets.last().send(now.established('snapshot', 7), now.part(1, 2, buildOrder('1')));
  timers.advance(9000);
  sockets.last().send(now.part(2, 2, buildOrder('2')), now.live(7));
  expect(proofs).toEqual([0]);
});

test('[FRS2] a server clock that is set back costs one new connection, not the board', () => {
  const { timers, sockets, proofs, now, goLive, phase } = liveLink();
  timers.serverBehindMs = 3_600_000;
  for (let beat = 0; beat < 2; beat++) {
    timers.advance(5000);
    sockets.last().send(now.heartbeat(7));
  }
  expect(sockets.opened).toHaveLength(2);
  goLive();
  for (let beat = 0; beat < 3; beat++) {
    timers.advance(5000);
    sockets.last().send(now.heartbeat(7));
  }
  expect(phase()).toBe('live');
  expect(proofs.at(-1)).toBe(25_000);
});
