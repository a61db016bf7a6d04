import type { Page } from '@playwright/test';
import { expect, order, test, tickets } from './board-fixture.ts';

/** Two presses with nothing but the page's own promises between them, as from a bar that repeats at once. */
const pressTwiceAtOnce = (board: Page, key: string) =>
  board.evaluate(async (pressed) => {
    const press = () =>
      dispatchEvent(new KeyboardEvent('keydown', { key: pressed, code: `Key${pressed.toUpperCase()}`, bubbles: true }));
    press();
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    press();
  }, key);

for (const [key, title] of [
  ['a', 'All day'],
  ['r', 'Bumped today'],
] as const) {
  test(`[KEY7] on a tablet ${key} closes its sheet and opens it again, however soon`, async ({ board, pos }) => {
    await board.setViewportSize({ width: 1180, height: 800 });
    await order(pos, '1', ['Soup']);
    await expect(tickets(board)).toHaveCount(1);
    await board.keyboard.press(key);
    await expect(board.getByRole('dialog', { name: title })).toBeVisible();
    await pressTwiceAtOnce(board, key);
    await expect(board.getByRole('dialog', { name: title })).toBeVisible();
    await board.keyboard.press(key);
    await expect(board.getByRole('dialog', { name: title })).toBeHidden();
  });
}
