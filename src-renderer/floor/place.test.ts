import { expect, test } from 'vitest';
import { addressOf, home, type Place, placeIn } from './place.ts';

test('[FLR1] every place has its address, and every address leads somewhere', () => {
  const places: readonly Place[] = [
    home,
    { kind: 'new', cart: null },
    { kind: 'new', cart: 'a b' },
    { kind: 'ring', cart: 'a/b' },
    { kind: 'order', order: '1' },
  ];
  expect(places.map((place) => placeIn(addressOf(place)))).toEqual(places);
  for (const odd of ['', '#', '#/', '#/nowhere', '#/ring', '#/ring/', '#/order', '#/%', '#/order/%E0%A4%A', 'x'])
    expect(placeIn(odd)).toEqual(home);
});
