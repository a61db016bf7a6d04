import { expect, test } from 'vitest';
import { differs, differsInLines } from './manual.ts';

test('an answer is as it is shown, or the judge says where it is not', () => {
  expect(differs({ a: 1, b: ['x', null] }, { b: ['x', null], a: 1 })).toBeUndefined();
  expect(differs({ a: '…' }, { a: { any: 'thing' } })).toBeUndefined();
  expect(differs({ a: 'begins…' }, { a: 'begins so' })).toBeUndefined();
  const day = '2026-11-21T18:05:03.000Z';
  expect(differs({ at: day }, { at: '2030-01-01T00:00:00.001Z' })).toBeUndefined();
  for (const [shown, got, where] of [
    [{ a: 1 }, { a: 2 }, '.a:'],
    [{ a: 1 }, {}, '.a:'],
    [{ a: '…' }, {}, '.a:'],
    [{}, { a: 1 }, '.a:'],
    [{ a: [1, 2] }, { a: [1] }, '.a.1:'],
    [{ a: [1] }, { a: [1, 2] }, '.a.1:'],
    [{ a: day }, { a: 'yesterday' }, '.a:'],
    [{ a: null }, { a: 0 }, '.a:'],
    [[], {}, '.undefined:'],
    ['A1', 'A2', 'all of it:'],
  ] as const)
    expect(differs(shown, got)).toContain(where);
});

test('so are lines', () => {
  expect(differsInLines('a\n…\nd\n', 'a\nb\nc\nd\n')).toBeUndefined();
  expect(differsInLines('a…', 'abc')).toBeUndefined();
  expect(differsInLines('a\nb', 'a')).toContain('got was');
  expect(differsInLines('a', 'a\nb')).toContain('got was');
  expect(differsInLines('a\n…\nd', 'a\nb')).toContain('got was');
});
