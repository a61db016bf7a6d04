import { expect, test } from 'vitest';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { linkInHand, liveLink } from '../../test/harness/link-in-hand.ts';
import { createManualTimers } from '../../test/harness/screen-kit.ts';
import { createRetryWait } from './retry-wait.ts';

test('[LNK4] nothing for 12 s: a new socket at once, without waiting for the old one to close', () => {
  const { timers, sockets, phase } = liveLink();
  timers.advance(11_999);
  expect(sockets.opened).toHaveLength(1);
  timers.advance(1);
  expect(sockets.opened).toHaveLength(2);
  expect(phase()).toBe('connecting');
});

test('[LNK4] every frame counts as life', () => {
  const { timers, sockets, now } = liveLink();
  for (let beat = 0; beat < 5; beat++) {
    timers.advance(11_000);
    sockets.last().send(now.heartbeat(7));
  }
  expect(sockets.opened).toHaveLength(1);
});

test('[LNK5] the wait doubles to 1.75 s and no further', () => {
  const wait = createRetryWait(createManualTimers());
  const refused = { startedAtMs: 0, wasLive: () => false };
  const waits = Array.from({ length: 7 }, () => wait.after({ kind: 'closed', code: 1006 }, refused, 0));
  expect(waits).toEqual([250, 500, 1000, 1750, 1750, 1750, 1750]);
});

test('[LNK5] however the draws fall, attempts that fail at once do not follow each other at once', () => {
  const timers = createManualTimers();
  timers.chance = 0;
  const wait = createRetryWait(timers);
  expect(wait.after({ kind: 'closed', code: 1006 }, { startedAtMs: 0, wasLive: () => false }, 0)).toBeGreaterThan(0);
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
