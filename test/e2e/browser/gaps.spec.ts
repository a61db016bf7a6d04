import type { Page } from '@playwright/test';
import type { Api } from '../../harness/api.ts';
import { bumpOf, drawn, expect, order, standStill, test, ticket, tickets } from './board-fixture.ts';

/** Gaps close by time and by stillness: the test lets it pass. */
test.use({ ownTime: true });

const gaps = (board: Page) => board.locator('main [data-gap]');
const undoOf = (board: Page, label: string) => board.getByRole('button', { name: `Undo the bump of ${label}` });
const placeOf = (board: Page, label: string) => ticket(board, label).boundingBox();
const bump = (board: Page, label: string) => bumpOf(ticket(board, label)).click();
const open = (board: Page, count: number) => expect(board.locator(`[data-open-count="${count}"]`)).toBeVisible();

async function orders(board: Page, pos: Api, count: number): Promise<void> {
  for (let table = 1; table <= count; table++) await order(pos, String(table), ['Soup']);
  await open(board, count);
  await expect(ticket(board, 'T 1')).toBeVisible();
  await standStill(board);
}

test('[SLT2] after its time a gap is empty, and closes in a still moment once the cook has bumped again', async ({
  board,
  pos,
}) => {
  await orders(board, pos, 3);
  const [first, second] = [await placeOf(board, 'T 1'), await placeOf(board, 'T 2')];
  await bump(board, 'T 1');
  await expect(undoOf(board, 'T 1')).toBeVisible();
  await board.clock.runFor(10_000);
  await expect(undoOf(board, 'T 1')).toHaveCount(0);
  await expect(gaps(board)).toHaveText('');
  // Ten seconds at once: a bump that has no answer yet is called late until it has one, which a narrow header says in a row.
  await expect.poll(() => placeOf(board, 'T 2')).toEqual(second);
  await bump(board, 'T 3');
  await expect(undoOf(board, 'T 3')).toBeVisible();
  await board.clock.runFor(7000);
  expect(await placeOf(board, 'T 2')).toEqual(second);
  await board.clock.runFor(3000);
  await expect(gaps(board)).toHaveCount(0);
  expect(await placeOf(board, 'T 2')).toEqual(first);
});

test('[SLT2] gaps that keep work waiting on another page close together, when the last offers no way back any more', async ({
  board,
  pos,
}) => {
  await orders(board, pos, 40);
  const onPage = await tickets(board).count();
  await bump(board, 'T 1');
  await board.clock.runFor(6000);
  await bump(board, 'T 2');
  const back = await undoOf(board, 'T 2').boundingBox();
  await board.clock.runFor(7000);
  await expect(undoOf(board, 'T 1')).toHaveCount(0);
  await expect(gaps(board)).toHaveCount(2);
  expect(await undoOf(board, 'T 2').boundingBox()).toEqual(back);
  await board.clock.runFor(3000);
  await expect(gaps(board)).toHaveCount(0);
  await expect(tickets(board)).toHaveCount(onPage);
});

for (const [hand, touch] of [
  ['finger', (board: Page) => board.touchscreen.tap(1765, 50)],
  ['key', (board: Page) => board.keyboard.press('F7')],
  ['mouse', ({ mouse }: Page) => mouse.move(1700 + 100 * Math.random(), 50)],
] as const) {
  test.describe(() => {
    test.use({ hasTouch: hand === 'finger' });
    test(`[SLT2] nothing slides while there is a ${hand} at the screen, and until 3 s after`, { tag: '@wall' }, async ({
      board,
      pos,
    }) => {
      await orders(board, pos, 40);
      await bump(board, 'T 1');
      await expect(gaps(board)).toHaveCount(1);
      for (let second = 0; second < 20; second += 2) {
        await board.clock.runFor(2000);
        await touch(board);
      }
      await expect(undoOf(board, 'T 1')).toHaveCount(0);
      await expect(gaps(board)).toHaveCount(1);
      await board.clock.runFor(2000);
      await expect(gaps(board)).toHaveCount(1);
      await board.clock.runFor(2000);
      await expect(gaps(board)).toHaveCount(0);
    });
  });
}

test('[SLT2] [TAP1] a finger that was on its way when gaps closed bumps nothing for 600 ms', async ({ board, pos }) => {
  await orders(board, pos, 40);
  const spot = await bumpOf(ticket(board, 'T 2')).boundingBox();
  if (!spot) throw new Error('T 2 is not on the board');
  const tap = () => board.mouse.click(spot.x + 30, spot.y + 10);
  await bump(board, 'T 1');
  await board.clock.runFor(7000);
  // To the very tenth of a second in which they close.
  for (let tenth = 0; tenth < 30 && (await gaps(board).count()) > 0; tenth++) {
    await board.clock.runFor(100);
    await drawn(board);
  }
  const there = await tickets(board).nth(1).getByRole('heading').textContent();
  expect(there).not.toBe('T 2');
  await board.clock.runFor(400);
  await tap();
  await drawn(board);
  await expect(gaps(board)).toHaveCount(0);
  await board.clock.runFor(300);
  await tap();
  await expect(gaps(board)).toHaveCount(1);
});

test('[SLT2] whoever bumps without a pause does not run out of tickets', async ({ board, pos }) => {
  await orders(board, pos, 60);
  for (let bumped = 1; bumped <= 30; bumped++) {
    await expect(tickets(board)).not.toHaveCount(0);
    const label = (await tickets(board).first().getByRole('heading').textContent()) ?? '';
    await bump(board, label);
    await expect(ticket(board, label)).toBeHidden();
    await board.clock.runFor(1500);
  }
});

test('[SLT2] when the last ticket is bumped the board says that nothing is open, once nobody can undo it', async ({
  board,
  pos,
}) => {
  await orders(board, pos, 1);
  await bump(board, 'T 1');
  await expect(undoOf(board, 'T 1')).toBeVisible();
  await board.clock.runFor(10_000);
  await expect(board.getByText('No open tickets')).toBeVisible();
});

test('[SLT2] in a list a gap gives its room back in a still moment', async ({ board, pos }) => {
  await board.setViewportSize({ width: 390, height: 844 });
  await orders(board, pos, 3);
  await bump(board, 'T 1');
  await expect(undoOf(board, 'T 1')).toBeVisible();
  await board.clock.runFor(10_000);
  await expect(gaps(board)).toHaveCount(0);
  await expect(ticket(board, 'T 2')).toBeVisible();
});
