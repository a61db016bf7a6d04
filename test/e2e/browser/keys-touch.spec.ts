import type { Page } from '@playwright/test';
import { bumpOf, drawn, expect, guardOver, order, test, ticket, tickets } from './board-fixture.ts';
import { middleOf } from './touch-hand.ts';

test.use({ hasTouch: true });

const numbers = (board: Page) => tickets(board).locator('kbd');

/** Which ticket has the frame of the selected one, as the style draws it. */
const framed = async (board: Page) => {
  await drawn(board);
  return board.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-ticket]:not([aria-hidden="true"])')]
      .filter((card) => getComputedStyle(card, '::after').borderTopWidth === '5px')
      .map((card) => card.querySelector('h2')?.textContent),
  );
};

const taps = {
  finger: async (board: Page, { x, y }: { x: number; y: number }) => board.touchscreen.tap(x, y),
  mouse: async (board: Page, { x, y }: { x: number; y: number }) => board.mouse.click(x, y),
} as const;

for (const [hand, tap] of Object.entries(taps)) {
  test(`[KEY8] numbers, keys and frame go with the next tap of a ${hand} on the board, and come back with a key`, {
    tag: '@wall',
  }, async ({ board, pos }) => {
    for (const table of ['1', '2', '3', '4', '5']) await order(pos, table, ['Soup']);
    await expect(tickets(board)).toHaveCount(5);
    await board.keyboard.press('2');
    await expect(numbers(board)).toHaveText(['1', '2', '3', '4', '5']);
    expect(await framed(board)).toEqual(['T 2']);
    await guardOver(board);
    // On the number itself, which goes: the tap counts.
    await tap(board, await middleOf(ticket(board, 'T 3').locator('kbd')));
    await expect(ticket(board, 'T 3')).toBeHidden();
    await expect(numbers(board)).toHaveCount(0);
    expect(await framed(board)).toEqual([]);
    await guardOver(board);
    await board.keyboard.press('ArrowRight');
    await expect(numbers(board)).toHaveText(['1', '2', '4', '5']);
    expect(await framed(board)).toHaveLength(1);
  });

  test(`[KEY1] [KEY8] after a ${hand} nothing is selected but what it has touched: else the bump key takes the first`, {
    tag: '@wall',
  }, async ({ board, pos }) => {
    for (const table of ['1', '2', '3', '4', '5']) await order(pos, table, ['Soup', 'Bread']);
    await expect(tickets(board)).toHaveCount(5);
    await board.keyboard.press('2');
    await guardOver(board);
    await tap(board, await middleOf(bumpOf(ticket(board, 'T 4'))));
    await expect(ticket(board, 'T 4')).toBeHidden();
    await guardOver(board);
    // T 5 took its place; nobody has chosen it.
    await board.keyboard.press('ControlLeft');
    await expect(ticket(board, 'T 1')).toBeHidden();
    expect(await framed(board)).toEqual(['T 2']);
    await guardOver(board);
    await tap(board, await middleOf(ticket(board, 'T 3').getByText('Soup')));
    await expect(ticket(board, 'T 3').locator('[data-status="ready"]')).toBeVisible();
    await guardOver(board);
    await board.keyboard.press('ControlLeft');
    await expect(ticket(board, 'T 3')).toBeHidden();
    await expect(tickets(board)).toHaveCount(2);
  });
}

test('[KEY8] whoever works by keys alone keeps the frame, also over a sheet and a cloth', async ({ board, pos }) => {
  for (const table of ['1', '2', '3']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(3);
  await board.keyboard.press('2');
  await board.keyboard.press('Enter');
  await expect(ticket(board, 'T 2')).toBeHidden();
  expect(await framed(board)).toEqual(['T 3']);
  await board.keyboard.press('w');
  await expect(board.locator('[data-wipe-lock]')).toBeVisible();
  await board.touchscreen.tap(500, 300);
  await board.touchscreen.tap(900, 500);
  await board.keyboard.down('x');
  await expect(board.locator('[data-wipe-lock] [data-done="true"]')).toBeVisible();
  await board.keyboard.up('x');
  await expect(board.locator('[data-wipe-lock]')).toBeHidden();
  await expect(numbers(board)).toHaveCount(2);
  expect(await framed(board)).toEqual(['T 3']);
});
