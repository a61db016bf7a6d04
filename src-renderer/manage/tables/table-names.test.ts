import { expect, test } from 'vitest';
import { namesIn, problemWith, seatsIn } from './table-names.ts';

test('[FLR5] tables are typed as a list: a range of numbers is all of them, everything else a name', () => {
  expect(namesIn('1-3, Bar; Fenster 2\n 07 ،')).toEqual(['1', '2', '3', 'Bar', 'Fenster 2', '07']);
  expect(namesIn('9–10')).toEqual(['9', '10']);
  expect(namesIn('٩-١١، البار')).toEqual(['9', '10', '11', 'البار']);
  expect(namesIn('12-1, A-3, 1-9999')).toEqual(['12-1', 'A-3', '1-9999']);
  expect(namesIn(' , ')).toEqual([]);
});

test('[FLR5] seats are a number of chairs, or nobody has counted', () => {
  expect([seatsIn(''), seatsIn(' 4 '), seatsIn('99')]).toEqual([null, 4, 99]);
  expect([seatsIn('٤'), seatsIn('٩٩')]).toEqual([4, 99]);
  expect([seatsIn('0'), seatsIn('100'), seatsIn('2.5'), seatsIn('few')]).toEqual(Array(4).fill(undefined));
});

test('[FLR5] what the server would refuse is said before it is asked, with the table that is wrong', () => {
  const others = [{ name: 'Bar', area: '', seats: null }];
  expect(problemWith(['1', '2'], '4', others)).toBeUndefined();
  expect(problemWith([], '', others)).toEqual({ field: 'names', kind: 'empty' });
  expect(problemWith(['x'.repeat(41)], '', others)).toEqual({ field: 'names', kind: 'long' });
  expect(problemWith(['1', ' bar'], '', others)).toEqual({ field: 'names', kind: 'twofold', name: ' bar' });
  expect(problemWith(['7', '07'], '', others)).toEqual({ field: 'names', kind: 'twofold', name: '07' });
  expect(problemWith(namesIn('1-300'), '', others)).toEqual({ field: 'names', kind: 'many' });
  expect(problemWith(['1'], 'x', others)).toEqual({ field: 'seats', kind: 'seats' });
});
