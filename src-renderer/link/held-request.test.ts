import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createManualTimers, settled } from '../../test/harness/screen-kit.ts';
import { createHeldRequest, type PageChannel } from './held-request.ts';

/** Pages of one browser, which hear each other but not themselves. */
function pagesInHand() {
  const timers = createManualTimers();
  const listeners = new Map<string, (message: unknown) => void>();
  const frozen = new Set<string>();
  const late = new Map<string, unknown[]>();

  function hear(name: string, message: unknown): void {
    const waiting = late.get(name);
    if (waiting) waiting.push(message);
    else listeners.get(name)?.(message);
  }

  /** What it is told from now on it hears when the answer is called, in order. */
  function lateFor(name: string): () => void {
    late.set(name, []);
    return () => {
      const waiting = late.get(name) ?? [];
      late.delete(name);
      for (const message of waiting) listeners.get(name)?.(message);
    };
  }

  function channelOf(name: string): PageChannel {
    return {
      post: (message) => {
        for (const other of [...listeners.keys()]) if (other !== name && !frozen.has(other)) hear(other, message);
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
  return { page, pass, after, frozen, lateFor, say: (message: unknown) => listeners.get('a')?.(message) };
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

test('[TAB2] a page that was too busy to answer in time hears of the other later, and of the two one gives way', async () => {
  for (const [holder, late] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    const { page, after, lateFor } = pagesInHand();
    const lost: string[] = [];
    const [one, other] = [page(holder), page(late)];
    await after(
      200,
      one.take(() => lost.push(holder)),
    );
    const catchUp = lateFor(holder);
    expect(
      await after(
        200,
        other.take(() => lost.push(late)),
      ),
    ).toBeDefined();
    expect(lost).toEqual([]);
    catchUp();
    expect(lost).toEqual(['b']);
    expect(await after(200, page('c').take())).toBeUndefined();
  }
});

test('[TAB2] whatever comes late: when all is heard no two have it, and one that asks then finds out', async () => {
  const names = ['a', 'b', 'c'];
  const step = fc.record({
    name: fc.constantFrom(...names),
    does: fc.constantFrom('take', 'busy', 'catchUp', 'soon', 'later'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { page, pass, lateFor } = pagesInHand();
      const pages = new Map(names.map((name) => [name, page(name)]));
      const having = new Map<string, number>();
      const catchUps = new Map<string, () => void>();
      for (const { name, does } of steps) {
        if (does === 'busy' && !catchUps.has(name)) catchUps.set(name, lateFor(name));
        if (does === 'catchUp') {
          catchUps.get(name)?.();
          catchUps.delete(name);
        }
        if (does === 'soon') await pass(80);
        if (does === 'later') await pass(200);
        if (does !== 'take') continue;
        const taken = pages.get(name)?.take(() => having.delete(name));
        void taken?.then((place) => place && having.set(name, (having.get(name) ?? 0) + 1));
        await settled();
      }
      for (const catchUp of catchUps.values()) catchUp();
      await pass(200);
      await pass(200);
      expect(having.size).toBeLessThanOrEqual(1);
      const last = page('e').take();
      await pass(200);
      expect(Boolean(await last)).toBe(having.size === 0);
    }),
    { numRuns: 500 },
  );
});
