import { expect, test } from 'vitest';
import { addedTo, hasWord, offeredAllergens, withoutWord } from './common-allergens.ts';

test('[MNE2] an allergen is offered once, in the word that the menu has for it', () => {
  expect(offeredAllergens(['Milk'], ['nuts', 'milk '], ['Nuts', 'celery'])).toEqual(['Milk', 'nuts', 'celery']);
});

test('[MNE2] own words are added once, and taken away whatever their case', () => {
  expect(addedTo(['milk'], ['MILK', 'kiwi'])).toEqual(['milk', 'kiwi']);
  expect(withoutWord(['Milk', 'kiwi'], 'milk')).toEqual(['kiwi']);
  expect([hasWord(['Milk'], 'milk'), hasWord([], 'milk')]).toEqual([true, false]);
});
