import { expect, test } from 'vitest';
import { choose, type ModifierGroup } from '#shared/domain/modifier-group.ts';
import { chosenOf, lackingIn, namesOf, tapped } from './option-choice.ts';

const group = (name: string, min: number, max: number | null, ...options: string[]): ModifierGroup => ({
  name,
  min,
  max,
  options: options.map((option) => ({ name: option, price: 0 })),
});

test('[MEN6] [RNG3] what stands in two groups is chosen in each, and the kitchen takes it so', () => {
  const sides = [group('Side 1', 1, 1, 'fries', 'salad'), group('Side 2', 1, 1, 'fries', 'salad')];
  let chosen = chosenOf(sides, ['fries']);
  expect([chosen, lackingIn(sides, chosen)?.name]).toEqual([[['fries'], []], 'Side 2']);
  chosen = [chosen[0]!, tapped(sides[1]!, chosen[1]!, 'fries')];
  expect(lackingIn(sides, chosen)).toBeUndefined();
  expect(choose(sides, namesOf(chosen))).toHaveProperty('modifiers');
});

test('[RNG3] what is offered no more is gone, and what is written otherwise is the menu’s', () => {
  const done = [group('Doneness', 1, 1, 'rare', 'well done')];
  const chosen = chosenOf(done, ['Blue', ' RARE']);
  expect(chosen).toEqual([['rare']]);
  expect(choose(done, namesOf(chosen))).toHaveProperty('modifiers');
});

test('[MEN6] of one only another takes its place, and a full group takes no more', () => {
  const [one, two] = [group('one', 0, 1, 'a', 'b'), group('two', 0, 2, 'a', 'b', 'c')];
  expect(tapped(one, ['a'], 'b')).toEqual(['b']);
  expect(tapped(one, ['a'], 'a')).toEqual([]);
  expect(tapped(two, ['a', 'b'], 'c')).toEqual(['a', 'b']);
});
