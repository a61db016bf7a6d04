import { expect, test } from 'vitest';
import { createDerivationQueue } from './derivation-queue.ts';
import type { Derive } from './password.ts';

/** A queue whose work is done when it is told. */
function inHand() {
  const begun: { readonly secret: string; readonly end: (error?: Error) => void }[] = [];
  const derive: Derive = (secret) =>
    new Promise((resolve, reject) => {
      begun.push({ secret, end: (error) => (error ? reject(error) : resolve(Buffer.from(secret))) });
    });
  const queue = createDerivationQueue(derive);
  const ask = (lane: 'ours' | 'strangers', secret: string) =>
    queue[lane](secret, Buffer.alloc(0), {}).then(String, (error) => error.code ?? error.message);
  /** Ends the one under way, and lets what waits for that go on. */
  const endOne = async (error?: Error) => {
    begun.at(-1)?.end(error);
    await new Promise(setImmediate);
  };
  return { ask, endOne, secrets: () => begun.map(({ secret }) => secret) };
}

test('[TRY2] one is worked on at a time, and whoever belongs here before all strangers', async () => {
  const { ask, endOne, secrets } = inHand();
  const answers = [ask('strangers', 's1'), ask('strangers', 's2'), ask('ours', 'o1'), ask('ours', 'o2')];
  expect(secrets()).toEqual(['s1']);
  for (let n = 0; n < 4; n++) await endOne();
  expect(secrets()).toEqual(['s1', 'o1', 'o2', 's2']);
  expect(await Promise.all(answers)).toEqual(['s1', 's2', 'o1', 'o2']);
});

test('[TRY2] ten strangers wait and the next is told that we are busy; there is room beside them', async () => {
  const { ask, endOne, secrets } = inHand();
  const strangers = Array.from({ length: 100 }, (_, n) => ask('strangers', `s${n}`));
  const ours = Array.from({ length: 50 }, (_, n) => ask('ours', `o${n}`));
  for (let n = 0; n < 61; n++) await endOne();
  const answers = await Promise.all(strangers);
  expect(answers.filter((answer) => answer === 'busy')).toHaveLength(89);
  expect((await Promise.all(ours)).every((answer, n) => answer === `o${n}`)).toBe(true);
  expect(secrets().slice(1, 51)).toEqual(ours.map((_, n) => `o${n}`));
});

test('[TRY2] one that fails holds up none after it', async () => {
  const { ask, endOne } = inHand();
  const [first, second] = [ask('ours', 'a'), ask('ours', 'b')];
  await endOne(new Error('no memory'));
  await endOne();
  expect([await first, await second]).toEqual(['no memory', 'b']);
  const third = ask('strangers', 'c');
  await endOne();
  expect(await third).toBe('c');
});
