import { expect, test } from 'vitest';
import { firstTurn, placeOf, turnedTo } from './guest-turn.ts';

/** The pages that are shown, looked at twice in each turn; `newsAt`: what is news in the first and the second half. */
function pagesShown(pages: number, halves: number, newsAt: (half: number) => string | undefined): number[] {
  let turning = firstTurn(0, newsAt(0));
  return Array.from({ length: halves }, (_, half) => {
    turning = turnedTo(turning, { now: Math.floor(half / 2), news: newsAt(half), pages });
    expect(turnedTo(turning, { now: Math.floor(half / 2), news: newsAt(half), pages })).toEqual(turning);
    return placeOf(turning) % pages;
  });
}

test('[RDY6] without news the pages go round', () => {
  expect(pagesShown(3, 8, () => undefined)).toEqual([0, 0, 1, 1, 2, 2, 0, 0]);
});

test('[RDY6] news bring the first page at once for the rest of the turn; then the round goes on where it was', () => {
  const news = (half: number) => (half >= 3 && half < 9 ? 'A7' : undefined);
  expect(pagesShown(3, 10, news)).toEqual([0, 0, 1, 0, 1, 1, 2, 2, 0, 0]);
});

test('[RDY6] in a rush that never ends every page still has its turn', () => {
  const shown = pagesShown(4, 40, (half) => `A${half}`);
  expect(new Set(shown)).toEqual(new Set([0, 1, 2, 3]));
  const whole = shown.filter((page, half) => half % 2 === 0 && shown[half + 1] === page);
  expect(new Set(whole)).toEqual(new Set([0, 1, 2, 3]));
});
