import { expect, test } from 'vitest';
import { buildOrder } from '../../../test/harness/screen-kit.ts';
import { quietScreen } from '../../../test/harness/ticket-drawing.tsx';
import type { Bumped } from '../../store/bumped.ts';
import { createTapGuard } from '../tap-guard.ts';
import { boardDeeds } from './board-deeds.ts';
import type { Hands, Hint } from './hands.ts';

/** A board in somebody's hands, of which the deeds of this test read a little. */
function openBoard() {
  let nowMs = 1000;
  const screen = { ...quietScreen(0), guard: createTapGuard(() => nowMs) };
  const said: Hint[] = [];
  const turned: string[] = [];
  const turn = (to: string) => () => void turned.push(to);
  const hands = { isCounting: false, say: (hint: Hint) => void said.push(hint) } as Partial<Hands> as Hands;
  const deeds = boardDeeds({
    screen,
    hands,
    turns: { next: turn('next'), previous: turn('previous'), first: turn('first'), last: turn('last') },
    recallLast: () => undefined,
  });
  return { screen, deeds, said, turned, wait: (ms: number) => void (nowMs += ms) };
}

const change = (number: string): Bumped => ({
  key: `key ${number}`,
  before: buildOrder(number),
  after: buildOrder(number),
  station: null,
  atMs: 0,
});

test('[TAP1] an undo key that bounces takes back one bump, not two', () => {
  const { screen, deeds, wait } = openBoard();
  const bumped = [change('1'), change('2')];
  screen.client.store.setState({ bumped });
  deeds.undo();
  deeds.undo();
  expect(screen.client.store.getState().bumped).toEqual([bumped[0]]);
  wait(300);
  deeds.undo();
  expect(screen.client.store.getState().bumped).toEqual([]);
});

test('[TAP1] a page key that bounces turns one page', () => {
  const { deeds, turned, wait } = openBoard();
  deeds['page-next']();
  deeds['page-next']();
  expect(turned).toEqual(['next']);
  wait(300);
  deeds['page-next']();
  expect(turned).toEqual(['next', 'next']);
});
