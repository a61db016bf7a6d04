import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { buildLine } from '../../test/harness/screen-kit.ts';

/** A dish of two stations, of which the grill has taken note of all that was changed. */
function platterNotedAt(station: string | null, change: object, settings = {}) {
  const line = buildLine('platter', { ...shares('grill', 'fry'), notes: 'well done', allergens: ['nuts'] });
  const kitchen = kitchenInHand([line], { settings });
  const to = (next: object) => kitchen.run({ kind: 'line.change', lineId: 'platter', change: next });
  to(change);
  kitchen.run({ kind: 'order.acknowledge', station });
  return { ...kitchen, to, old: () => kitchen.line('platter').changedFrom };
}

test('[CHG1] changed back before anybody has taken note, it shows nothing', () => {
  const kitchen = kitchenInHand([buildLine('platter', shares('grill', 'fry'))]);
  for (const notes of ['rare', null]) kitchen.run({ kind: 'line.change', lineId: 'platter', change: { notes } });
  expect(kitchen.line('platter').changedFrom).toBeNull();
  expect(kitchen.look('grill')).toEqual(['platter:todo']);
});

test.each(['grill', null])(
  '[ACG2] [CHG1] who took note of a change (%s) is told when it is changed back',
  (station) => {
    const kitchen = platterNotedAt(station, { notes: null });
    kitchen.to({ notes: 'well done' });
    expect([kitchen.look('grill'), kitchen.look('fry'), kitchen.look(null)]).toEqual(
      ['grill', 'fry', null].map(() => ['platter:todo!']),
    );
    expect(kitchen.old()).toMatchObject({ notes: null, allergens: ['nuts'] });
  },
);

test('[ALG2] [ACG2] an allergen that is back must be acknowledged before the dish is begun', () => {
  const kitchen = platterNotedAt('grill', { allergens: [] }, { acknowledgeAllergens: true });
  kitchen.to({ allergens: ['nuts'] });
  expect(kitchen.old()).toMatchObject({ allergens: [] });
  expect(kitchen.run({ kind: 'order.bump', station: 'grill' })).toBe('acknowledge_first');
});

test('[ACG2] a change that takes back one thing and changes another tells both, to all', () => {
  const kitchen = platterNotedAt('grill', { notes: 'rare', allergens: [], quantity: 2 });
  kitchen.to({ allergens: ['nuts'], seat: 4 });
  expect(kitchen.old()).toMatchObject({ notes: 'well done', allergens: [], quantity: 1, seat: null });
});

test('[CHG1] who has taken note of everything is told the next change alone', () => {
  const kitchen = platterNotedAt('grill', { notes: 'rare' });
  kitchen.run({ kind: 'order.acknowledge', station: 'fry' });
  kitchen.to({ notes: 'well done' });
  expect(kitchen.old()).toMatchObject({ notes: 'rare' });
});
