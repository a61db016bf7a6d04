import { expect, test } from 'vitest';
import { parseChoices } from './choices.ts';

test.each([
  ['NULL', []],
  ['', []],
  ['[]', []],
  ['[Clementine]', ['Clementine']],
  ['Clementine', ['Clementine']],
  ['[Tomatillo Salsa, [Black Beans, Rice]]', ['Tomatillo Salsa', 'Black Beans', 'Rice']],
  [
    '[[Fresh Tomato Salsa (Mild), Tomatillo-Green Chili Salsa (Medium)], [Rice, Cheese]]',
    ['Fresh Tomato Salsa (Mild)', 'Tomatillo-Green Chili Salsa (Medium)', 'Rice', 'Cheese'],
  ],
  ['[ Rice ,, Cheese ]', ['Rice', 'Cheese']],
  ['[[[Rice], [[Cheese]]]]', ['Rice', 'Cheese']],
])('choices %s are %j', (text, expected) => {
  expect(parseChoices(text)).toEqual(expected);
});

test.each(['[Rice', 'Rice]', '[Rice]]', ']Rice[', '[[Rice], Cheese'])('brackets of %s do not match', (text) => {
  expect(parseChoices(text)).toBeUndefined();
});
