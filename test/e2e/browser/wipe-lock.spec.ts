import type { Page } from '@playwright/test';
import type { Api } from '../../harness/api.ts';
import { bumpOf, expect, guardOver, openBoard, order, standStill, test, ticket, tickets } from './board-fixture.ts';
import { fingerOn, middleOf, type Spot } from './touch-hand.ts';

test.use({ ownTime: true });

const lock = (board: Page) => board.locator('[data-wipe-lock]');

/** A ticket, and the cloth over it; gives where its bump button lies. */
async function beginWiping(board: Page, pos: Api): Promise<Spot> {
  await order(pos, '1', ['Soup']);
  await expect(tickets(board)).toHaveCount(1);
  const aim = await middleOf(bumpOf(ticket(board, 'T 1')));
  await board.getByRole('button', { name: 'Wipe' }).click();
  await expect(lock(board)).toBeVisible();
  return aim;
}

test('[WIP1] while the screen is wiped no touch counts, new tickets come, and after 30 s all is as before', async ({
  board,
  pos,
}) => {
  const aim = await beginWiping(board, pos);
  await board.mouse.click(aim.x, aim.y);
  await board.mouse.click(20, 20);
  await order(pos, '2', ['Burger']);
  await expect(ticket(board, 'T 2')).toBeVisible();
  await expect(ticket(board, 'T 1')).toBeVisible();
  await board.clock.fastForward(20_000);
  await expect(lock(board)).toBeVisible();
  await board.clock.fastForward(12_000);
  await expect(lock(board)).toBeHidden();
  await board.clock.fastForward(1000);
  // So much sleep makes the screen ask anew, and what its header says about that has come and gone.
  await expect(board.locator('[data-freshness="fresh"]')).toBeVisible();
  await guardOver(board);
  await board.mouse.click(aim.x, aim.y);
  await expect(ticket(board, 'T 1')).toBeHidden();
});

test('[WIP1] whoever still wipes after 20 s has 30 s from the last touch on', async ({ board, pos }) => {
  const aim = await beginWiping(board, pos);
  const timer = lock(board).getByRole('timer');
  await board.clock.fastForward(20_000);
  await expect(timer).toContainText(/0:(0\d|10)/);
  await board.mouse.click(aim.x, aim.y);
  await expect(timer).toContainText(/0:(2\d|30)/);
  await board.clock.fastForward(20_000);
  await expect(timer).toContainText(/0:(0\d|10)/);
  await board.clock.fastForward(12_000);
  await expect(lock(board)).toBeHidden();
  await expect(ticket(board, 'T 1')).toBeVisible();
});

test('[WIP1] a tap on its button is not enough; held for 2 s it ends the lock when it is let go', async ({
  board,
  pos,
}) => {
  await order(pos, '1', ['Soup']);
  await expect(tickets(board)).toHaveCount(1);
  await board.getByRole('button', { name: 'Wipe' }).click();
  const hold = lock(board).getByRole('button');
  await hold.click();
  await hold.hover();
  await board.mouse.down();
  await expect(hold).toHaveAttribute('data-held', 'true');
  await board.mouse.move(5, 5);
  await expect(hold).toHaveAttribute('data-held', 'false');
  await board.mouse.up();
  await expect(lock(board)).toBeVisible();
  await hold.hover();
  await board.mouse.down();
  await expect(hold).toHaveAttribute('data-done', 'true');
  // From now on it may slide: it has been held.
  await board.mouse.move(5, 5);
  await expect(lock(board)).toBeVisible();
  await board.mouse.up();
  await expect(lock(board)).toBeHidden();
});

test('[WIP1] a finger that is held on the button ends it, too', async ({ browser, server, pos }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await openBoard(page, server);
  await order(pos, '1', ['Soup']);
  await expect(tickets(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Wipe' }).tap();
  const finger = await fingerOn(page);
  await finger.down(await middleOf(lock(page).getByRole('button')));
  await expect(lock(page).locator('[data-done="true"]')).toBeVisible();
  await finger.up();
  await expect(lock(page)).toBeHidden();
  await context.close();
});

test('[WIP1] keys that a cloth presses do not end it; one that is held does, and then silence is waited for', async ({
  board,
  pos,
}) => {
  await order(pos, '1', ['Soup']);
  await expect(tickets(board)).toHaveCount(1);
  await board.keyboard.press('w');
  await expect(lock(board)).toBeVisible();
  const keys = board.keyboard;
  await standStill(board);
  for (const key of ['Enter', 'Enter', '1', 'ControlLeft', 'Backspace']) await keys.press(key);
  for (const key of ['a', 's', 'd']) await keys.down(key);
  await board.clock.runFor(3000);
  for (const key of ['a', 's', 'd']) await keys.up(key);
  await expect(lock(board)).toBeVisible();
  await keys.down('x');
  await expect(lock(board).locator('[data-held="true"]')).toBeVisible();
  await board.clock.runFor(2100);
  await expect(lock(board).locator('[data-done="true"]')).toBeVisible();
  await board.clock.runFor(5000);
  await expect(lock(board)).toBeVisible();
  await keys.up('x');
  await expect(lock(board)).toBeHidden();
  for (const key of ['ControlLeft', 'Enter', '1', 'Enter']) {
    await keys.press(key);
    await board.clock.runFor(300);
  }
  await expect(ticket(board, 'T 1')).toBeVisible();
  await board.clock.runFor(600);
  await keys.press('ControlLeft');
  await expect(ticket(board, 'T 1')).toBeHidden();
});

test('[WIP1] the red banner is seen while the screen is wiped', async ({ board, server }) => {
  await expect(board.locator('[data-freshness="fresh"]')).toBeVisible();
  await server.kill('SIGKILL');
  await board.clock.fastForward(30_000);
  await board.keyboard.press('w');
  await board.clock.fastForward(15_000);
  await expect(lock(board)).toBeVisible();
  const banner = board.getByText('No word from the kitchen computer');
  await expect(banner).toBeVisible();
  const isCovered = await banner.evaluate((words) => {
    const { x, y, width, height } = words.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return getComputedStyle(top ?? words).backgroundColor !== 'rgba(0, 0, 0, 0)';
  });
  expect(isCovered).toBe(false);
});
