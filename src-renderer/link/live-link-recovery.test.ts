import { expect, test } from 'vitest';
import { linkInHand } from '../../test/harness/link-in-hand.ts';
import { scale } from '../../test/harness/scale.ts';
import { createSeededRandom, type SeededRandom } from '../../test/harness/seeded-random.ts';

/** So many that one unlucky outage is not the 99th of a hundred. */
const rounds = scale({ short: 400, long: 4000 });
const stepMs = 50;

type Outage = 'refused' | 'hung';

/** From the network's return until a link is live again, in ms. What was under way then is lost: at best it is quicker. */
async function recoveryMs(outage: Outage, random: () => number): Promise<number> {
  const hand = linkInHand();
  hand.timers.random = random;
  hand.device.probe = outage === 'refused' ? 'unreachable' : 'never';
  hand.link.start();
  hand.goLive();
  hand.timers.advance(Math.floor(random() * 5000));
  if (outage === 'refused') hand.sockets.last().close(1006);
  const backMs = hand.timers.nowMs() + 15_000 + Math.floor(random() * 30_000);
  let known = 1;
  while (hand.timers.nowMs() < backMs) {
    await hand.pass(250);
    for (const end of hand.sockets.opened.slice(known)) {
      known++;
      if (outage === 'refused') end.close(1006);
    }
  }
  hand.device.probe = 'answers';
  while (hand.sockets.opened.length === known) await hand.pass(stepMs);
  hand.goLive();
  expect(hand.phase()).toBe('live');
  return hand.timers.nowMs() - backMs;
}

async function recoveries(outage: Outage, { next }: SeededRandom): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await recoveryMs(outage, next));
  return times.sort((a, b) => a - b);
}

test.each(['refused', 'hung'] as const)(
  '[LNK5] when the network is back, a link whose attempts were %s is live in 2.5 s on average and 5 s at worst',
  async (outage) => {
    const times = await recoveries(outage, createSeededRandom(`recovery, ${outage}`));
    const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length;
    expect(mean).toBeLessThan(2500);
    expect(times[Math.floor(times.length * 0.99)]).toBeLessThanOrEqual(5000 + stepMs);
  },
  600_000,
);

test('[LNK5] 500 screens that lost one server do not come back as one', () => {
  const { next: random } = createSeededRandom('return of 500 screens');
  const backAtMs = Array.from({ length: 500 }, () => {
    const hand = linkInHand();
    hand.timers.random = random;
    hand.link.start();
    hand.goLive();
    for (let attempt = 0; attempt < 2; attempt++) {
      hand.sockets.last().close(1006);
      while (hand.phase() === 'waiting') hand.timers.advance(10);
    }
    hand.sockets.last().close(1006);
    const state = hand.states.at(-1);
    return state?.phase === 'waiting' ? state.retryAtMs : hand.timers.nowMs();
  });
  const bins = new Map<number, number>();
  for (const atMs of backAtMs) bins.set(Math.floor(atMs / 100), (bins.get(Math.floor(atMs / 100)) ?? 0) + 1);
  expect(Math.max(...bins.values())).toBeLessThan(500 * 0.2);
});
