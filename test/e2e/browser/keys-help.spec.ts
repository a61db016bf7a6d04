import { expect, test } from './board-fixture.ts';
import { press } from './keys-hand.ts';

test('[KEY2] [KEY7] help opens by its question mark, and is read to its end by the keys that turn pages', async ({
  board,
}) => {
  await board.setViewportSize({ width: 1280, height: 720 });
  await press(board, '?');
  const rows = board.getByRole('dialog', { name: 'Keys of this screen' }).locator('[data-help]');
  await expect(rows.first()).toBeInViewport();
  await expect(rows.last()).not.toBeInViewport();
  await press(board, 'End');
  await expect(rows.last()).toBeInViewport();
  await press(board, 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp');
  await expect(rows.first()).toBeInViewport();
});
