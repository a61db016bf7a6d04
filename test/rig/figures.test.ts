import { expect, test } from 'vitest';
import { addedUp, type Findings, figuresOf } from './figures.ts';

const good: Findings = {
  scene: 's',
  network: 'none',
  screens: 2,
  events: 10,
  measured: 'm',
  valuesMs: [100, 300],
  lacking: 0,
  wrong: 0,
  holes: 0,
  repeats: 0,
  silent: 0,
};

test('whatever went wrong is seen in one of the figures', () => {
  expect(figuresOf(good)).toMatchObject({ completion: 1, lost: 0, doubled: 0, silentErrors: 0 });
  expect(figuresOf({ ...good, lacking: 5 })).toMatchObject({ completion: 0.75, lost: 5 });
  expect(figuresOf({ ...good, wrong: 1 }).lost).toBe(1);
  expect(figuresOf({ ...good, holes: 1 }).lost).toBe(1);
  expect(figuresOf({ ...good, repeats: 1 }).doubled).toBe(1);
  expect(figuresOf({ ...good, silent: 1 }).silentErrors).toBe(1);
  expect(figuresOf({ ...good, silent: null }).silentErrors).toBeNull();
});

test('a scene in which nothing was due shows nothing, and says so', () => {
  expect(() => figuresOf({ ...good, events: 0 })).toThrow('nothing was due');
  expect(() => figuresOf({ ...good, screens: 0 })).toThrow('nothing was due');
});

test('of a scene that was played many times nothing is left out', () => {
  const bad = { ...good, events: 30, lacking: 3, repeats: 2, silent: 4, valuesMs: [60_000] };
  const all = addedUp([good, bad, good]);
  expect(all).toMatchObject({ screens: 6, events: 17, lacking: 3, repeats: 2, silent: 4 });
  expect(figuresOf(all).recoveryMs).toMatchObject({ samples: 5, p99: 60_000 });
  expect(addedUp([good, { ...good, silent: null }]).silent).toBeNull();
});
