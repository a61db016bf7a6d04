import { expect, test } from 'vitest';
import { type Pages, roundPage, startOf } from './pages.ts';

test('[PGE3] one key comes to every page: after the last the first', () => {
  let pages: Pages = { starts: [0], count: 4 };
  const seen = [startOf(pages)];
  for (let press = 0; press < 3; press++) {
    pages = roundPage(pages, 10);
    seen.push(startOf(pages));
  }
  expect(seen).toEqual([0, 4, 8, 0]);
});

test('[PGE3] with one page there is nowhere to go', () => {
  const pages: Pages = { starts: [0], count: 4 };
  expect(startOf(roundPage(pages, 3))).toBe(0);
});
