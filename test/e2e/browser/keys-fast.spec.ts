import type { Page } from '@playwright/test';
import { bumpOf, expect, guardOver, order, standStill, test, ticket, tickets } from './board-fixture.ts';

test.use({ ownTime: true });

/** As a bump bar sends it: nothing but keys. */
const press = async (board: Page, ...keys: readonly string[]) => {
  for (const key of keys) await board.keyboard.press(key);
};

const sheet = (board: Page, title: string) => board.getByRole('dialog', { name: title });

test('[TAP1] on a page that a key has just turned, nothing is bumped at once', async ({ board, pos }) => {
  await board.setViewportSize({ width: 1280, height: 800 });
  for (let table = 1; table <= 20; table++) await order(pos, String(table), ['Soup']);
  await expect(board.locator('[data-open-count="20"]')).toBeVisible();
  await guardOver(board);
  await standStill(board);
  await press(board, 'PageDown', 'ControlLeft');
  await expect(ticket(board, 'T 1')).toBeHidden();
  const shown = await tickets(board).count();
  expect(await board.locator('[data-gap]').count()).toBe(0);
  await expect(async () => {
    await board.clock.runFor(300);
    await press(board, 'ControlLeft');
    await expect(tickets(board)).toHaveCount(shown - 1, { timeout: 1000 });
  }).toPass();
});

test('[TAP1] digits that bump may come as fast as fingers are: each bumps its own ticket, once', async ({
  board,
  pos,
}) => {
  for (const table of ['1', '2', '3', '4']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(4);
  await press(board, 'F2');
  await sheet(board, 'Set up keys').getByRole('button', { name: 'Digits bump' }).click();
  await press(board, 'Escape');
  await standStill(board);
  await press(board, '1', '2', '2', '3', '1');
  await board.clock.runFor(300);
  await expect(tickets(board)).toHaveCount(1);
  await expect(ticket(board, 'T 4')).toBeVisible();
});

for (const key of ['Enter', 'Space', 'ControlLeft']) {
  test(`[TAP1] ${key} that bounces bumps one ticket, though the next is selected by then`, async ({ board, pos }) => {
    for (const table of ['1', '2', '3']) await order(pos, table, ['Soup']);
    await expect(tickets(board)).toHaveCount(3);
    await standStill(board);
    await press(board, '1', key);
    await board.clock.runFor(100);
    await expect(bumpOf(ticket(board, 'T 2'))).toBeFocused();
    await press(board, key);
    await expect(ticket(board, 'T 1')).toBeHidden();
    await board.clock.runFor(300);
    await expect(tickets(board)).toHaveCount(2);
  });
}
