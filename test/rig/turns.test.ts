import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

test('so many at once and no more, a failure gives its turn on', async () => {
  const inTurn = createTurns(2);
  let now = 0;
  let most = 0;
  const work = (fails: boolean) => async () => {
    most = Math.max(most, ++now);
    await wait(5);
    now--;
    if (fails) throw new Error('it failed');
    return 'done';
  };
  const results = await Promise.allSettled([false, true, true, false, false].map((fails) => inTurn(work(fails))));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled', 'fulfilled']);
  expect([most, now]).toEqual([2, 0]);
});
