import type { Locator, Page } from '@playwright/test';
import { bumpOf, counts, expect, order, standStill, test, ticket, tickets } from './board-fixture.ts';

test.use({ ownTime: true });

/** A finger that trembles: the second tap lands where the first was, whatever lies there by then. */
async function bounce(board: Page, target: Locator): Promise<void> {
  await target.click();
  await board.mouse.down();
  await board.mouse.up();
}

const sheet = (board: Page, name: string) => board.getByRole('dialog', { name });

test('[TAP1] a tap on the pager that bounces turns one page', async ({ board, pos }) => {
  await board.setViewportSize({ width: 1180, height: 800 });
  for (let table = 1; table <= 30; table++) await order(pos, String(table), ['Soup']);
  await expect(board.locator('[data-open-count="30"]')).toBeVisible();
  await standStill(board);
  await bounce(board, board.locator('[data-turn="after"]'));
  await expect(board.getByText('Page 2', { exact: true })).toBeAttached();
});

test('[TAP1] on a page that a hand has turned a tap counts once a bounce is over', async ({ board, pos }) => {
  for (let table = 1; table <= 60; table++) await order(pos, String(table), ['Soup']);
  await expect(board.locator('[data-open-count="60"]')).toBeVisible();
  await standStill(board);
  await board.locator('[data-turn="after"]').click();
  const first = bumpOf(tickets(board).first());
  await expect(ticket(board, 'T 1')).toBeHidden();
  await board.clock.runFor(200);
  await first.click();
  await expect(board.locator('[data-gap]')).toHaveCount(0);
  await board.clock.runFor(60);
  await first.click();
  await expect(board.locator('[data-gap]')).toHaveCount(1);
});

for (const [tool, opened] of [
  ['All day', counts],
  ['Recall', (board: Page) => sheet(board, 'Bumped today')],
  ['Settings', (board: Page) => sheet(board, 'Settings of this screen')],
  ['More for ticket T 1', (board: Page) => sheet(board, 'Ticket T 1')],
] as const) {
  test(`[TAP1] what “${tool}” opens is not closed by the same tap`, async ({ board, pos }) => {
    await order(pos, '1', ['Soup']);
    await expect(ticket(board, 'T 1')).toBeVisible();
    await standStill(board);
    await bounce(board, board.getByRole('button', { name: tool }));
    await expect(opened(board)).toBeVisible();
    await board.clock.runFor(300);
    await opened(board)
      .getByRole('button', { name: /^Close/ })
      .click();
    await expect(opened(board)).toBeHidden();
  });
}

test('[TAP1] a tap that closes a sheet over the settings leaves the settings open', async ({ board }) => {
  await standStill(board);
  await board.getByRole('button', { name: 'Settings' }).click();
  await board.clock.runFor(300);
  await board.getByRole('button', { name: 'Show keys' }).click();
  const help = sheet(board, 'Keys of this screen');
  await expect(help).toBeVisible();
  await board.clock.runFor(300);
  await bounce(board, help.getByRole('button', { name: 'Close', exact: true }));
  await expect(help).toBeHidden();
  await expect(sheet(board, 'Settings of this screen')).toBeVisible();
});
