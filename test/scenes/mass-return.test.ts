import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { scale } from '../harness/scale.ts';
import { largestBin } from '../rig/bins.ts';
import { spreadOf } from '../rig/figures.ts';
import { openScene, type Scene } from '../rig/scene.ts';
import { expectWhole } from '../rig/scene-figures.ts';
import { networkName } from '../rig/stage.ts';

/** Looked at seldom: five hundred who tell what they show must not be what is measured. */
const options = { name: 'mass return', tablets: 2, screensEach: 250, sampleMs: 10_000 };

/** For each screen: when it set out on the attempt that succeeded, and how long that took until it showed all, in ms. */
function returns({ log, orders, groups }: Scene, sinceMs: number) {
  const last = orders.last();
  return groups
    .flatMap((group) => group.names)
    .map((name) => {
      const own = log.lines.filter((line) => line.screen === name && line.atMs >= sinceMs);
      const whole = own.find((line) => line.kind === 'shown' && line.seq >= (last?.seq ?? 0));
      if (!whole) throw new Error(`${name} has not come back`);
      const attempts = own.filter((line) => line.kind === 'phase' && line.phase === 'connecting');
      const setOutMs = attempts.findLast((line) => line.atMs <= whole.atMs)?.atMs ?? sinceMs;
      return { setOutMs, tookMs: whole.atMs - setOutMs };
    });
}

/** All are cut off at once, are refused for a second, and miss a hundred orders. */
async function cutOff(scene: Scene) {
  const sinceMs = Date.now();
  for (const { radio } of scene.stage.tablets) radio.refuse(true);
  await Promise.all([scene.orders.post(100, 0), wait(1000)]);
  for (const { radio } of scene.stage.tablets) radio.refuse(false);
  const backMs = await scene.recovered();
  const all = returns(scene, sinceMs);
  return {
    meanMs: spreadOf(backMs).mean,
    slowestMs: Math.max(...all.map(({ tookMs }) => tookMs)),
    bin: largestBin(
      all.map(({ setOutMs }) => setOutMs - sinceMs),
      100,
    ),
  };
}

/** A goal in time is reached when it is reached once: other work on the machine must not look like a fault of ours. */
async function reachGoal(scene: Scene): Promise<void> {
  for (let left = 4; ; left--) {
    await untilGoodLinks();
    const { meanMs, slowestMs, bin } = await cutOff(scene);
    const share = `${(100 * bin).toFixed(1)} %`;
    console.log(
      `own return to all shown: slowest ${slowestMs} ms; most in 100 ms: ${share}; back to all shown: ${meanMs} ms`,
    );
    if (slowestMs < 2000 && bin < 0.2 && meanMs < 2500) return;
    expect(left, 'rounds left to reach the goal').toBeGreaterThan(1);
  }
}

/** A link counts as a good one after ten seconds: only then its next series of attempts begins anew. */
const untilGoodLinks = () => wait(11_000);

test(`[NET5] [LNK5] [ATT2] over ${networkName}: 500 screens are cut off while 100 orders arrive; each has all within 2 s of its return, and they return spread`, async () => {
  const scene = await openScene(options);
  try {
    for (let round = 0; round < scale({ short: 1, long: 10 }); round++) await reachGoal(scene);
    expectWhole(await scene.end('recoveries'));
  } finally {
    await scene.remove();
  }
});
