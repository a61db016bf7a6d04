import { expect, test } from 'vitest';
import { addressOf, type Place, placeIn } from './place.ts';
import { sectionNames } from './sections.ts';

test('[MNG1] every place has its address, and every address leads somewhere', () => {
  const places: readonly Place[] = [
    { section: null, path: [] },
    ...sectionNames.map((section) => ({ section, path: [] })),
    { section: 'people', path: ['a/b', 'c d'] },
  ];
  expect(places.map(({ section, path }) => placeIn(addressOf(section, ...path)))).toEqual(places);
  for (const odd of ['', '#', '#/', '#/nowhere', '#/constructor', '#/%', '#/%E0%A4%A', 'x'])
    expect(placeIn(odd)).toEqual({ section: null, path: [] });
});
