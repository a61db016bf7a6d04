import { expect, test } from 'vitest';
import { linkInHand } from '../../test/harness/link-in-hand.ts';
import { scale } from '../../test/harness/scale.ts';
import { createSeededRandom, type SeededRandom } from '../../test/harness/seeded-random.ts';

const rounds = scale({ short: 400, long: 5000 });

/** Times from the network's return until a link is live again, in ms, sorted; each outage is of another length. */
function recoveries(outage: 'refused' | 'hung', { next: random }: SeededRandom): number[] {
  return Array.from({ length: rounds }, () => {
    const hand = linkInHand();
    hand.timers.random = random;
    hand.link.start();
    hand.goLive();
    hand.timers.advance(random() * 5000);
    if (outage === 'refused') hand.sockets.last().close(1006);
    const lastsMs = 20_000 + random() * 60_000;
    let known = 1;
    for (let passedMs = 0; passedMs < lastsMs; passedMs += 50) {
      hand.timers.advance(50);
      for (const end of hand.sockets.opened.slice(known)) {
        known++;
        if (outage === 'refused') end.close(1006);
      }
    }
    const backAtMs = hand.timers.nowMs();
    // What was under way is lost: at its best it would only be quicker.
    while (hand.sockets.opened.length === known) hand.timers.advance(10);
    hand.goLive();
    expect(hand.phase()).toBe('live');
    return hand.timers.nowMs() - backAtMs;
  }).sort((a, b) => a - b);
}

test.each(['refused', 'hung'] as const)(
  '[LNK5] when the network is back, a link whose attempts were %s is live in 2.5 s on average and 5 s at worst',
  (outage) => {
    const times = recoveries(outage, createSeededRandom(`recovery, ${outage}`));
    const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length;
    expect(mean).toBeLessThan(2500);
    expect(times[Math.floor(times.length * 0.99)]).toBeLessThan(5000);
  },
);

test('[LNK5] 500 screens that lost one server do not come back as one', () => {
  const { next: random } = createSeededRandom('return of 500 screens');
  const backAtMs = Array.from({ length: 500 }, () => {
    const hand = linkInHand();
    hand.timers.random = random;
    hand.link.start();
    hand.goLive();
    for (let attempt = 0; attempt < 4; attempt++) {
      hand.sockets.last().close(1006);
      while (hand.sockets.last().abandoned || hand.phase() === 'waiting') hand.timers.advance(10);
    }
    return hand.timers.nowMs();
  });
  const bins = new Map<number, number>();
  for (const atMs of backAtMs) bins.set(Math.floor(atMs / 100), (bins.get(Math.floor(atMs / 100)) ?? 0) + 1);
  expect(Math.max(...bins.values())).toBeLessThan(500 * 0.2);
});
