import { expect, test } from 'vitest';
import { buildOrder } from '../../../test/harness/screen-kit.ts';
import { quietScreen } from '../../../test/harness/ticket-drawing.tsx';
import type { Notice } from '../../store/board-state.ts';
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
  const wait = (ms: number) => {
    nowMs += ms;
  };
  return { screen, deeds, said, turned, wait };
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

test('[KEY2] undo takes back a fresh priority first, then the last bump', () => {
  const { screen, deeds, wait } = openBoard();
  screen.client.store.setState({ bumped: [change('1')] });
  screen.work.setState({ prioritised: change('2') });
  deeds.undo();
  expect(screen.work.getState().prioritised).toBeNull();
  expect(screen.client.store.getState().bumped).toHaveLength(1);
  wait(300);
  deeds.undo();
  expect(screen.client.store.getState().bumped).toHaveLength(0);
});

test('[KEY2] back takes the newest notice for read, one with each press, and none that a toast stands before', () => {
  const { screen, deeds, wait } = openBoard();
  const objection = { code: 'item_voided', title: 'No', detail: 'The item is voided.' };
  const { restaurantId, id: orderId } = buildOrder('1');
  const command: Notice['command'] = { kind: 'order.bump', restaurantId, orderId, station: null, lineIds: null };
  const about = { orderId, command, madeAtMs: 0, line: null, isBack: false, objection };
  const notices = ['1', '2'].map((id): Notice => ({ ...about, id, ticket: `T ${id}` }));
  const left = () => screen.client.store.getState().notices.map(({ id }) => id);
  screen.client.store.setState({ notices });
  screen.work.setState({ prioritised: change('3') });
  deeds.back();
  expect(left()).toEqual(['1', '2']);
  screen.work.setState({ prioritised: null });
  deeds.back();
  deeds.back();
  expect(left()).toEqual(['1']);
  wait(300);
  deeds.back();
  expect(left()).toEqual([]);
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
