import { expect, test } from 'vitest';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { epoch, framesOf, linkInHand, liveLink } from '../../test/harness/link-in-hand.ts';
import { buildOrder } from '../../test/harness/screen-kit.ts';

type Hand = ReturnType<typeof linkInHand>;

/** Answers each connection as it is opened, until `transport` is asked for. */
async function until(hand: Hand, transport: string, meanwhile: 'hangs' | 'refused' | 'opens', limitMs: number) {
  let known = 0;
  for (let passedMs = 0; passedMs <= limitMs; passedMs += 250) {
    for (const end of hand.sockets.opened.slice(known)) {
      known++;
      if (end.transport === transport) return passedMs;
      if (meanwhile === 'refused') end.close(1006);
      if (meanwhile === 'opens') end.send(hand.now.established('snapshot', 7));
    }
    await hand.pass(250);
  }
  return Number.POSITIVE_INFINITY;
}

/** Live over SSE, WebSocket being refused. */
async function onSse() {
  const hand = linkInHand();
  hand.device.probe = 'answers';
  hand.link.start();
  await until(hand, 'sse', 'refused', 30_000);
  hand.goLive();
  hand.shown.length = 0;
  return hand;
}

/** Heartbeats keep the fallback alive while time passes. */
async function beat(hand: Hand, ms: number) {
  const end = hand.sockets.last();
  for (let passedMs = 0; passedMs < ms; passedMs += 5000) {
    await hand.pass(Math.min(5000, ms - passedMs));
    end.send(hand.now.heartbeat(7));
  }
}

const blocked = (['hangs', 'refused', 'opens'] as const).flatMap((how) =>
  [0, 0.3, 1].map((chance) => [how, chance] as const),
);

test.each(blocked)(
  '[LNK9] a WebSocket that %s gives live SSE within 30 s, while HTTP answers (%d)',
  async (how, chance) => {
    const hand = linkInHand();
    hand.timers.chance = chance;
    hand.device.probe = 'answers';
    hand.link.start();
    expect(await until(hand, 'sse', how, 60_000)).toBeLessThanOrEqual(how === 'opens' ? 45_000 : 29_000);
    hand.goLive();
    expect(hand.states.at(-1)).toEqual({ phase: 'live', path: 'sse', trouble: null });
  },
);

test.each([0, 0.3, 1])('[LNK9] also from a live WebSocket that falls into a black hole (%d)', async (chance) => {
  const hand = liveLink();
  hand.timers.chance = chance;
  hand.device.probe = 'answers';
  await hand.pass(12_000);
  expect(12_000 + (await until(hand, 'sse', 'hangs', 30_000))).toBeLessThan(30_000);
});

test.each(['unreachable', 'never'] as const)(
  '[LNK9] while HTTP does not answer either (%s) nothing else is tried: the network is away, not WebSocket',
  async (probe) => {
    const hand = linkInHand();
    hand.device.probe = probe;
    hand.link.start();
    expect(await until(hand, 'sse', 'refused', 120_000)).toBe(Number.POSITIVE_INFINITY);
  },
);

test('[LNK9] HTTP that answers again does not make WebSocket guilty of what was before', async () => {
  const hand = linkInHand();
  hand.link.start();
  await until(hand, 'sse', 'refused', 30_000);
  hand.device.probe = 'answers';
  hand.sockets.last().close(1006);
  await hand.pass(5000);
  expect(hand.sockets.last().transport).toBe('websocket');
});

test('[LNK9] a WebSocket that the server itself closes has reached the server', async () => {
  const hand = linkInHand();
  hand.device.probe = 'answers';
  hand.link.start();
  for (let attempt = 0; attempt < 6; attempt++) {
    hand.sockets.last().close(closeCodes.restarting);
    await hand.pass(2000);
  }
  expect(hand.sockets.last().transport).toBe('websocket');
});

test.each([1000, 1005, 1011])(
  '[LNK9] something in between that takes every WebSocket and closes it with %i gives way to SSE too',
  async (code) => {
    const hand = linkInHand();
    hand.device.probe = 'answers';
    hand.link.start();
    for (let attempt = 0; attempt < 4 && hand.sockets.last().transport === 'websocket'; attempt++) {
      hand.sockets.last().close(code);
      await hand.pass(3000);
    }
    expect(hand.sockets.last().transport).toBe('sse');
  },
);

test('[LNK9] SSE that opens and stays silent, as behind a proxy that buffers, gives way to polling', async () => {
  const hand = await onSse();
  hand.sockets.last().close(1006);
  expect(await until(hand, 'polling', 'hangs', 30_000)).toBeLessThan(12_000);
});

test('[LNK9] SSE that was live and is silent for 12 s gives way to polling at once', async () => {
  const hand = await onSse();
  await hand.pass(12_000);
  expect(hand.sockets.last().transport).toBe('polling');
  hand.sockets.last().pace('short-poll');
  hand.goLive();
  expect(hand.states.at(-1)).toEqual({ phase: 'live', path: 'short-poll', trouble: null });
  hand.sockets.last().pace('long-poll');
  expect(hand.states.at(-1)).toMatchObject({ path: 'long-poll' });
});

test('[LNK9] polling that fails is asked again, never given up', async () => {
  const hand = await onSse();
  await hand.pass(12_000);
  for (let attempt = 0; attempt < 5; attempt++) {
    expect(hand.sockets.last().transport).toBe('polling');
    hand.sockets.last().close(1006);
    await hand.pass(5000);
  }
});

test('[LNK9] after signing out and in, WebSocket comes first again', async () => {
  const hand = await onSse();
  hand.link.stop();
  hand.link.start();
  expect(hand.sockets.last().transport).toBe('websocket');
});

test('[LNK10] after a minute WebSocket is tried on the side; the fallback delivers until it speaks', async () => {
  const hand = await onSse();
  const fallback = hand.sockets.last();
  await beat(hand, 60_000);
  const trial = hand.sockets.last();
  expect(trial.transport).toBe('websocket');
  expect(trial.cursor).toBe(`${epoch}.7`);
  fallback.send(hand.now.event(8, buildOrder('2')), hand.now.event(9, buildOrder('3')));
  expect(hand.shown).toEqual(['8: A2', '9: A3']);
  expect(fallback.abandoned).toBe(false);
  trial.send(hand.now.established('replay', 9));
  expect(fallback.abandoned).toBe(true);
  fallback.send(hand.now.event(10, buildOrder('4')));
  trial.send(hand.now.event(8, buildOrder('2')), hand.now.event(9, buildOrder('3')), hand.now.live(9));
  trial.send(hand.now.event(10, buildOrder('4')));
  expect(hand.shown).toEqual(['8: A2', '9: A3', '10: A4']);
  expect(hand.states.at(-1)).toEqual({ phase: 'live', path: 'websocket', trouble: null });
  // What both brought is no duplicate; what the WebSocket itself brings twice is.
  expect(hand.counts.take()).toMatchObject({ events_shown: 3, duplicates_dropped: 0 });
  trial.send(hand.now.event(10, buildOrder('4')));
  expect(hand.counts.take()).toMatchObject({ duplicates_dropped: 1 });
});

test('[LNK10] a fallback that fails again and again does not put the trial off', async () => {
  const hand = await onSse();
  const tried = () => hand.sockets.opened.filter(({ transport }) => transport === 'websocket').length;
  const before = tried();
  for (let passedMs = 0; passedMs < 60_000; passedMs += 20_000) {
    await beat(hand, 15_000);
    hand.sockets.last().close(1006);
    await hand.pass(5000);
    if (tried() === before) hand.goLive();
  }
  expect(tried()).toBe(before + 1);
});

test('[LNK10] a snapshot of the trial that is older than what the fallback has shown is not shown', async () => {
  const hand = await onSse();
  const fallback = hand.sockets.last();
  hand.link.wake();
  fallback.send(hand.now.event(8, buildOrder('2')));
  const trial = hand.sockets.last();
  trial.send(hand.now.established('snapshot', 7), hand.now.part(1, 1, buildOrder('1')), hand.now.live(7));
  trial.send(hand.now.event(8, buildOrder('2')), hand.now.event(9, buildOrder('3')));
  expect(hand.shown).toEqual(['8: A2', '9: A3']);
  expect(hand.counts.take()).toMatchObject({ duplicates_dropped: 0 });
});

test('[LNK10] a trial that hangs is dropped after 4 s, and the next one comes after a minute', async () => {
  const hand = await onSse();
  const fallback = hand.sockets.last();
  const before = hand.sockets.opened.length;
  hand.link.wake();
  const trial = hand.sockets.last();
  await hand.pass(4000);
  expect(trial.abandoned).toBe(true);
  expect(fallback.abandoned).toBe(false);
  for (let passed = 0; passed < 55; passed += 5) {
    fallback.send(hand.now.heartbeat(7));
    await hand.pass(5000);
  }
  expect(hand.sockets.opened).toHaveLength(before + 1);
  fallback.send(hand.now.heartbeat(7));
  await hand.pass(5000);
  expect(hand.sockets.opened).toHaveLength(before + 2);
});

test('[LNK10] a trial that speaks and never gets live leads back to the fallback', async () => {
  const hand = await onSse();
  hand.link.wake();
  hand.sockets.last().send(hand.now.established('replay', 7));
  await hand.pass(10_000);
  expect(hand.sockets.last().transport).toBe('sse');
  expect(hand.phase()).toBe('connecting');
});

test('[LNK10] a trial also ends the wait of a fallback that is away', async () => {
  const hand = await onSse();
  hand.sockets.last().close(1006);
  hand.link.wake();
  const [fallback, trial] = hand.sockets.opened.slice(-2);
  expect([fallback?.transport, trial?.transport]).toEqual(['sse', 'websocket']);
  trial?.send(hand.now.established('replay', 7), hand.now.live(7));
  expect(fallback?.abandoned).toBe(true);
  expect(hand.states.at(-1)).toMatchObject({ phase: 'live', path: 'websocket' });
});

test('[LNK10] a trial that is refused for want of a session does not end the screen', async () => {
  const hand = await onSse();
  hand.link.wake();
  hand.sockets.last().send(hand.now.bye(closeCodes.notAuthenticated, 0));
  expect(hand.phase()).toBe('live');
});

test('[SES1] a lost session that no stream can tell is noticed by the probe', async () => {
  const hand = liveLink();
  hand.device.probe = 'signed-out';
  await hand.pass(12_000);
  hand.sockets.last().close(1006);
  await hand.pass(0);
  hand.sockets.last().close(1006);
  await hand.pass(250);
  expect(hand.phase()).toBe('signed-out');
});

test('[LNK2] a probe of before signing out says nothing about who has signed in since', async () => {
  const hand = linkInHand();
  hand.device.probe = 'signed-out';
  hand.link.start();
  hand.sockets.last().close(1006);
  hand.link.stop();
  hand.device.probe = 'answers';
  hand.link.start();
  await hand.pass(250);
  expect(hand.phase()).not.toBe('signed-out');
});

test('[LNK3] a trial of a log that has begun anew brings everything anew', async () => {
  const hand = await onSse();
  hand.link.wake();
  const other = framesOf('ffffffffffffffff', hand.timers.nowMs);
  hand.sockets.last().send(other.established('snapshot', 3), other.part(1, 1, buildOrder('5')), other.live(3));
  expect(hand.shown).toEqual(['all: A5']);
});
