import { expect, test } from 'vitest';
import { epoch, pollInHand, replay } from '../../test/harness/poll-in-hand.ts';
import type { HeldRequest } from './held-request.ts';

test('[TAB2] where another page of the browser holds a request, polls are plain, and after a minute it is asked again', async () => {
  let isFree = false;
  const given: string[] = [];
  const take = async () => (isFree ? () => given.push('back') : undefined);
  const { start, answer, pass, waits, told } = pollInHand(0.5, { take });
  const polling = start(`${epoch}.5`);
  await answer(replay(5));
  await pass(200);
  await answer(replay(5));
  await pass(2000);
  await answer(replay(5));
  expect(waits()).toEqual([0, 0, 0]);
  expect(told.filter((one) => /poll/.test(one))).toEqual(['long-poll', 'short-poll']);
  isFree = true;
  for (let ms = 0; ms < 64_000 && waits().at(-1) === 0; ms += 2000) {
    await pass(2000);
    await answer(replay(5));
  }
  expect(waits().at(-1)).toBe(10);
  polling.close();
  expect(given).toEqual(['back']);
});

test('[TAB2] a page that has to give the place up goes on with plain polls', async () => {
  let lose: (() => void) | undefined;
  const take: HeldRequest['take'] = async (lost) => {
    lose = lost;
    return () => undefined;
  };
  const { start, answer, pass, waits, told } = pollInHand(0.5, { take });
  const polling = start(`${epoch}.5`);
  await answer(replay(5));
  await pass(200);
  expect(waits()).toEqual([0, 10]);
  lose?.();
  await answer(replay(5));
  await pass(2000);
  await answer(replay(5));
  expect(waits()).toEqual([0, 10, 0]);
  expect(told.filter((one) => /poll/.test(one))).toEqual(['long-poll', 'short-poll']);
  polling.close();
});
