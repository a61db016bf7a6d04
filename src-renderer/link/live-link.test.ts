import { expect, test } from 'vitest';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { buildOrder, createManualTimers, createSocketPairs, framesOf } from '../../test/harness/screen-kit.ts';
import type { LinkState } from './link-state.ts';
import { createLiveLink } from './live-link.ts';

const epoch = '0123456789abcdef';
const frames = framesOf(epoch);

function linkInHand() {
  const timers = createManualTimers();
  const sockets = createSocketPairs();
  const states: LinkState[] = [];
  const shown: string[] = [];
  const proofs: number[] = [];
  const link = createLiveLink(
    { ...timers, random: () => timers.random(), openSocket: sockets.openSocket },
    {
      stateChanged: (state) => states.push(state),
      snapshot: ({ orders }) => shown.push(`all: ${orders.map((order) => order.number).join(' ')}`),
      events: (events) =>
        shown.push(...events.map((event) => `${event.seq}: ${'order' in event && event.order.number}`)),
      proof: (atMs) => proofs.push(atMs),
      serverTime: () => undefined,
    },
  );
  const phase = () => states.at(-1)?.phase;
  /** Up to date at event 7 with order A1 open. */
  function goLive() {
    sockets.last().send(frames.established('snapshot', 7), frames.part(1, 1, buildOrder('1')), frames.live(7));
  }
  return { timers, sockets, states, shown, proofs, link, phase, goLive };
}

function liveLink() {
  const hand = linkInHand();
  hand.link.start();
  hand.goLive();
  hand.shown.length = 0;
  return hand;
}

test('[LNK1] connecting, catching up, live; the snapshot is shown whole and at once', () => {
  const { link, sockets, shown, states } = linkInHand();
  link.start();
  expect(sockets.last().cursor).toBeUndefined();
  sockets.last().send(frames.established('snapshot', 7), frames.part(1, 2, buildOrder('1')));
  sockets.last().send(frames.part(2, 2, buildOrder('2')));
  expect(shown).toEqual([]);
  sockets.last().send(frames.live(7));
  expect(shown).toEqual(['all: A1 A2']);
  expect(states.map((state) => state.phase)).toEqual(['connecting', 'catching-up', 'live']);
});

test('[LNK1] after a loss it comes back with the cursor of the last event it applied', () => {
  const { timers, sockets, shown } = liveLink();
  sockets.last().send(frames.event(8, buildOrder('2')));
  sockets.last().close(closeCodes.restarting);
  timers.advance(250);
  expect(sockets.last().cursor).toBe(`${epoch}.8`);
  sockets.last().send(frames.established('replay', 9), frames.event(9, buildOrder('3')), frames.live(9));
  expect(shown).toEqual(['8: A2', '9: A3']);
});

test('[LNK2] an abandoned attempt is not listened to any more', () => {
  const { timers, sockets, shown, states } = liveLink();
  const old = sockets.last();
  timers.advance(12_000);
  expect(old.abandoned).toBe(true);
  const before = states.length;
  old.send(frames.event(8, buildOrder('2')));
  old.close(closeCodes.notAuthenticated);
  expect(shown).toEqual([]);
  expect(states).toHaveLength(before);
  expect(sockets.opened).toHaveLength(2);
});

test('[LNK3] a repeated event is dropped, a gap brings a new connection from before it', () => {
  const { timers, sockets, shown, phase } = liveLink();
  sockets
    .last()
    .send(frames.event(8, buildOrder('2')), frames.event(8, buildOrder('2')), frames.event(7, buildOrder('1')));
  expect(shown).toEqual(['8: A2']);
  sockets.last().send(frames.event(10, buildOrder('4')));
  expect(shown).toEqual(['8: A2']);
  expect(phase()).toBe('waiting');
  timers.advance(250);
  expect(sockets.last().cursor).toBe(`${epoch}.8`);
});

test('[LNK3] a batch with a gap is not applied in part', () => {
  const { timers, sockets, shown } = liveLink();
  sockets.last().send(frames.batch(frames.event(8, buildOrder('2')), frames.event(10, buildOrder('4'))));
  expect(shown).toEqual([]);
  timers.advance(250);
  expect(sockets.last().cursor).toBe(`${epoch}.7`);
});

test('[LNK3] a batch that overlaps with what is known brings only what is new', () => {
  const { sockets, shown } = liveLink();
  sockets.last().send(frames.event(8, buildOrder('2')));
  sockets.last().send(frames.batch(frames.event(8, buildOrder('2')), frames.event(9, buildOrder('3'))));
  expect(shown).toEqual(['8: A2', '9: A3']);
});

test('[LNK3] an event of another epoch is not applied', () => {
  const { sockets, shown, phase } = liveLink();
  sockets.last().send(framesOf('ffffffffffffffff').event(8, buildOrder('2')));
  expect(shown).toEqual([]);
  expect(phase()).toBe('waiting');
});

test('[LNK3] an event of a kind that this page does not know still counts', () => {
  const { sockets, phase } = liveLink();
  sockets.last().sendText(JSON.stringify({ type: 'station_changed', seq: 8, epoch, station: {} }));
  sockets.last().send(frames.event(9, buildOrder('2')));
  expect(phase()).toBe('live');
});

test('[SNP1] a cut snapshot is never shown and gives no cursor', () => {
  const { link, timers, sockets, shown } = linkInHand();
  link.start();
  sockets.last().send(frames.established('snapshot', 7), frames.part(1, 2, buildOrder('1')));
  sockets.last().close(1006);
  timers.advance(250);
  expect(shown).toEqual([]);
  expect(sockets.last().cursor).toBeUndefined();
});

test.each([
  ['without its first part', [frames.part(2, 2, buildOrder('2')), frames.live(7)]],
  ['without its last part', [frames.part(1, 2, buildOrder('1')), frames.live(7)]],
  ['without any part', [frames.live(7)]],
])('[SNP1] a snapshot %s is not shown', (_what, parts) => {
  const { link, sockets, shown, phase } = linkInHand();
  link.start();
  sockets.last().send(frames.established('snapshot', 7), ...parts);
  expect(shown).toEqual([]);
  expect(phase()).toBe('waiting');
});

test('[SNP1] while a new snapshot comes in, a cut leads back to where the old state stood', () => {
  const { timers, sockets, shown } = liveLink();
  sockets.last().close(1006);
  timers.advance(250);
  sockets.last().send(frames.established('snapshot', 900), frames.part(1, 3, buildOrder('8')));
  sockets.last().close(1006);
  timers.advance(500);
  expect(shown).toEqual([]);
  expect(sockets.last().cursor).toBe(`${epoch}.7`);
});

test('[HBT1] less applied than was sent is loss; being behind the head alone is not', () => {
  const { sockets, phase } = liveLink();
  sockets.last().send(frames.heartbeat(7, 12));
  expect(phase()).toBe('live');
  sockets.last().send(frames.heartbeat(8));
  expect(phase()).toBe('waiting');
});

test('[LNK4] nothing for 12 s: a new socket at once, without waiting for the old one to close', () => {
  const { timers, sockets, phase } = liveLink();
  timers.advance(11_999);
  expect(sockets.opened).toHaveLength(1);
  timers.advance(1);
  expect(sockets.opened).toHaveLength(2);
  expect(phase()).toBe('connecting');
});

test('[LNK4] every frame counts as life', () => {
  const { timers, sockets } = liveLink();
  for (let beat = 0; beat < 5; beat++) {
    timers.advance(11_000);
    sockets.last().send(frames.heartbeat(7));
  }
  expect(sockets.opened).toHaveLength(1);
});

test('[LNK5] the wait doubles to 5 s and no further', () => {
  const { link, timers, sockets, states } = linkInHand();
  link.start();
  const waits = Array.from({ length: 7 }, () => {
    sockets.last().close(1006);
    const state = states.at(-1);
    const wait = state?.phase === 'waiting' ? state.retryAtMs - timers.nowMs() : Number.NaN;
    timers.advance(wait);
    return wait;
  });
  expect(waits).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
});

test('[LNK5] the wait is anything between nothing and its ceiling', () => {
  const { link, timers, sockets, states } = linkInHand();
  link.start();
  timers.chance = 0.5;
  sockets.last().close(1006);
  expect(states.at(-1)).toMatchObject({ phase: 'waiting', retryAtMs: 125 });
});

test('[LNK5] only 10 s of being live end the series of failures', () => {
  const { link, timers, sockets, states, goLive } = linkInHand();
  const failures = () => {
    const state = states.at(-1);
    return state && 'failures' in state ? state.failures : undefined;
  };
  link.start();
  sockets.last().close(1006);
  timers.advance(250);
  goLive();
  timers.advance(9999);
  sockets.last().close(1006);
  expect(failures()).toBe(2);
  timers.advance(500);
  goLive();
  timers.advance(10_000);
  sockets.last().close(1006);
  expect(failures()).toBe(1);
});

test('[LNK6] waking up ends a wait at once', () => {
  const { link, sockets } = liveLink();
  sockets.last().close(1006);
  link.wake();
  expect(sockets.opened).toHaveLength(2);
});

test('[LNK6] waking up trusts a link that has just spoken and replaces one that was quiet for 6 s', () => {
  const { link, timers, sockets } = liveLink();
  timers.advance(6000);
  link.wake();
  expect(sockets.opened).toHaveLength(1);
  timers.advance(1);
  link.wake();
  expect(sockets.opened).toHaveLength(2);
  expect(sockets.opened[0]?.abandoned).toBe(true);
});

test('[LNK6] waking up does not bring back a link that was ended', () => {
  const { link, sockets } = liveLink();
  sockets.last().close(closeCodes.notAuthenticated);
  link.wake();
  link.stop();
  link.wake();
  expect(sockets.opened).toHaveLength(1);
});

test.each([
  ['not authenticated', closeCodes.notAuthenticated, { phase: 'signed-out' }],
  ['not allowed', closeCodes.notAllowed, { phase: 'stopped', code: 4003 }],
  ['replaced', closeCodes.replaced, { phase: 'stopped', code: 4409 }],
])('[CLO1] closed as %s it does not come back', (_why, code, state) => {
  const { timers, sockets, states } = liveLink();
  sockets.last().close(code);
  timers.advance(60_000);
  expect(sockets.opened).toHaveLength(1);
  expect(states.at(-1)).toEqual(state);
});

test.each([closeCodes.goingAway, closeCodes.restarting, closeCodes.tooSlow, closeCodes.epochReplaced, 1006])(
  '[CLO1] closed with %i it comes back',
  (code) => {
    const { timers, sockets } = liveLink();
    sockets.last().close(code);
    timers.advance(250);
    expect(sockets.opened).toHaveLength(2);
  },
);

test('[LNK7] a server that stops says how long to stay away', () => {
  const { timers, sockets } = liveLink();
  sockets.last().send({ type: 'bye', code: closeCodes.restarting, reason: 'stopping', retry_ms: 1700 });
  sockets.last().close(closeCodes.restarting);
  timers.advance(1699);
  expect(sockets.opened).toHaveLength(1);
  timers.advance(1);
  expect(sockets.opened).toHaveLength(2);
});

test('[FRS1] only a live link that has everything proves anything', () => {
  const { link, timers, sockets, proofs, goLive } = linkInHand();
  link.start();
  timers.advance(100);
  goLive();
  expect(proofs).toEqual([100]);
  timers.advance(5000);
  sockets.last().send(frames.heartbeat(7));
  sockets.last().close(1006);
  timers.advance(250);
  sockets.last().send(frames.established('replay', 9), frames.event(8, buildOrder('2')));
  expect(proofs).toEqual([100, 5100]);
});

test('after stop everything is asked for anew', () => {
  const { link, sockets, phase } = liveLink();
  link.stop();
  expect(phase()).toBe('idle');
  link.start();
  expect(sockets.last().cursor).toBeUndefined();
});

test('what is no frame at all ends the connection', () => {
  const { sockets, phase } = liveLink();
  sockets.last().sendText('<html>');
  expect(phase()).toBe('waiting');
});
