import { expect, test } from 'vitest';
import { createManualTimers, settled } from '../../test/harness/screen-kit.ts';
import { createHeldRequest, type PageChannel } from './held-request.ts';

/** Pages of one browser, which hear each other but not themselves. */
function pagesInHand() {
  const timers = createManualTimers();
  const listeners = new Map<string, (message: unknown) => void>();
  const frozen = new Set<string>();

  function channelOf(name: string): PageChannel {
    return {
      post: (message) => {
        for (const [other, listener] of [...listeners]) if (other !== name && !frozen.has(other)) listener(message);
      },
      onMessage: (listener) => listeners.set(name, listener),
    };
  }

  const page = (name: string) => createHeldRequest(channelOf(name), timers, name);
  async function pass(ms: number) {
    timers.advance(ms);
    await settled();
  }
  async function after<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
    await pass(ms);
    return promise;
  }
  return { page, pass, after, frozen, say: (message: unknown) => listeners.get('a')?.(message) };
}

test('[TAB2] of two pages one has the place, and the other when it is given back', async () => {
  const { page, after } = pagesInHand();
  const [one, other] = [page('b'), page('a')];
  const place = await after(200, one.take());
  expect(place).toBeDefined();
  expect(await after(200, other.take())).toBeUndefined();
  place?.();
  place?.();
  expect(await after(200, other.take())).toBeDefined();
  expect(await after(200, one.take())).toBeUndefined();
});

test.each([0, 1, 100, 199])('[TAB2] of two that ask %i ms after one another exactly one has it', async (gapMs) => {
  for (const [first, second] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    const { page, pass } = pagesInHand();
    const early = page(first).take();
    await pass(gapMs);
    const late = page(second).take();
    await pass(200);
    await pass(200);
    const given = await Promise.all([early, late]);
    expect(given.filter(Boolean)).toHaveLength(1);
  }
});

test('[TAB2] of twelve that ask at once exactly one has it', async () => {
  const { page, pass } = pagesInHand();
  const asked = Array.from({ length: 12 }, (_, index) => page(String.fromCharCode(97 + index)).take());
  await pass(200);
  expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
});

test('[TAB2] a page that has it may have it again, and it is free when all of it is given back', async () => {
  const { page, after } = pagesInHand();
  const [one, other] = [page('a'), page('b')];
  const first = await after(200, one.take());
  const second = await one.take();
  first?.();
  expect(await after(200, other.take())).toBeUndefined();
  second?.();
  expect(await after(200, other.take())).toBeDefined();
});

test('[TAB2] a page that is frozen keeps nobody from it, and nonsense on the channel does no harm', async () => {
  const { page, after, frozen, say } = pagesInHand();
  const [one, other] = [page('a'), page('b')];
  await after(200, one.take());
  for (const nonsense of [null, 1, 'taken', {}, { type: 'taken' }, { type: 'x', by: 'b' }]) say(nonsense);
  frozen.add('a');
  expect(await after(200, other.take())).toBeDefined();
});
