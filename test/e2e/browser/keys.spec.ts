import type { Page } from '@playwright/test';
import { bumpOf, counts, expect, guardOver, openBoard, order, test, ticket, tickets } from './board-fixture.ts';
import { choose, openSettings } from './settings-hand.ts';

/** As a bump bar sends it: nothing but keys. */
const press = async (board: Page, ...keys: readonly string[]) => {
  for (const key of keys) await board.keyboard.press(key);
};

const sheet = (board: Page, title: string) => board.getByRole('dialog', { name: title });

test('[KEY1] the prefix reaches the eleventh ticket', { tag: '@wall' }, async ({ board, pos }) => {
  for (let table = 1; table <= 12; table++) await order(pos, String(table), ['Soup']);
  await expect(tickets(board)).toHaveCount(12);
  await press(board, '.', '1');
  await expect(bumpOf(ticket(board, 'T 11'))).toBeFocused();
  await press(board, '2');
  await expect(bumpOf(ticket(board, 'T 2'))).toBeFocused();
});

test('[KEY1] places above ten show their number, too, once there are keys', { tag: '@wall' }, async ({
  board,
  pos,
}) => {
  for (let table = 1; table <= 15; table++) await order(pos, String(table), ['Soup']);
  await choose(board, '15 places');
  await expect(tickets(board)).toHaveCount(15);
  await expect(board.locator('kbd')).toHaveCount(0);
  await press(board, '1');
  const numbers = [...Array(9).keys()].map((index) => String(index + 1));
  await expect(tickets(board).locator('kbd')).toHaveText([...numbers, '0', '11', '12', '13', '14', '15']);
});

test('[KEY5] left Ctrl bumps when it is let go; Ctrl with another key is the browser’s', async ({ board, pos }) => {
  for (const table of ['1', '2']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(2);
  await press(board, 'ControlLeft+KeyC', '2');
  await expect(tickets(board)).toHaveCount(2);
  await guardOver(board);
  await press(board, 'ControlLeft');
  await expect(ticket(board, 'T 2')).toBeHidden();
  await expect(ticket(board, 'T 1')).toBeVisible();
});

test('[KEY1] keys typed into a text field, or under a sheet, do nothing on the board', async ({ board, pos }) => {
  await order(pos, '1', ['Soup']);
  await expect(tickets(board)).toHaveCount(1);
  await press(board, 'r');
  const list = sheet(board, 'Bumped today');
  await expect(list).toBeVisible();
  await list.getByRole('searchbox').fill('');
  await list.getByRole('searchbox').press('1');
  await press(board, 'Backspace', 'ControlLeft', 's', 'w', '1');
  await expect(list.getByRole('searchbox')).toHaveValue('sw1');
  await press(board, 'Escape');
  await expect(list).toBeHidden();
  await expect(tickets(board)).toHaveCount(1);
  await expect(board.locator('[data-wipe-lock]')).toHaveCount(0);
});

test('[KEY2] a key that has nothing to recall or to undo says so, and the word goes by itself', async ({
  board,
  pos,
}) => {
  await order(pos, '1', ['Soup']);
  await expect(tickets(board)).toHaveCount(1);
  await guardOver(board);
  await press(board, 'Backspace');
  await expect(board.locator('[data-key-hint]')).toHaveText('Nothing to recall');
  await press(board, 'u');
  await expect(board.locator('[data-key-hint]')).toHaveText('Nothing to undo any more');
  await expect(board.locator('[data-key-hint]')).toBeEmpty();
});

test('[KEY6] a bar is learned key by key: said, moved, kept over a reload, and reset by a preset', async ({
  board,
  pos,
}) => {
  await order(pos, '1', ['Soup']);
  await expect(tickets(board)).toHaveCount(1);
  await press(board, 'F2');
  const learn = sheet(board, 'Set up keys');
  const tester = learn.locator('[data-tester]');
  await press(board, 'q');
  await expect(tester).toContainText('does nothing here');
  await press(board, 'r');
  await expect(tester).toContainText('does: Recall list');

  await press(board, 'F2');
  await learn.getByRole('button', { name: 'Learn a key for Bump' }).click();
  await expect(tester).toContainText('Press the key for “Bump”');
  await press(board, 'r');
  await expect(tester).toContainText('now does: Bump (no longer Recall list)');
  await expect(learn.locator('[data-learn="bump"] kbd')).toContainText([
    'Enter',
    'Space',
    'Left Ctrl',
    'Num Enter',
    'R',
  ]);
  await expect(learn.locator('[data-learn="recall-list"] kbd')).toHaveCount(0);

  await board.reload();
  await expect(tickets(board)).toHaveCount(1);
  await guardOver(board);
  await press(board, 'r');
  await expect(tickets(board)).toHaveCount(0);

  await press(board, 'F2');
  await learn.getByRole('button', { name: 'Standard' }).click();
  await expect(learn.locator('[data-learn="recall-list"] kbd')).toHaveText(['R']);
  await learn.getByRole('button', { name: 'R no longer does Recall list' }).click();
  await expect(learn.locator('[data-learn="recall-list"] kbd')).toHaveCount(0);
});

test('[KEY1] where it is set, a digit bumps at once, and its ticket alone', async ({ board, pos }) => {
  for (const table of ['1', '2', '3']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(3);
  await press(board, 'F2');
  await sheet(board, 'Set up keys').getByRole('button', { name: 'Digits bump' }).click();
  await press(board, 'Escape');
  await expect(sheet(board, 'Set up keys')).toBeHidden();
  await guardOver(board);
  await press(board, '2');
  await expect(ticket(board, 'T 2')).toBeHidden();
  await expect(tickets(board)).toHaveCount(2);
});

test('[KEY6] rubbish in the storage is the standard map', async ({ board, pos }) => {
  await order(pos, '1', ['Soup']);
  await board.evaluate(() => localStorage.setItem('kitchen-pass.keys', '{"keys": "all of them"'));
  await board.reload();
  await expect(tickets(board)).toHaveCount(1);
  await guardOver(board);
  await press(board, '1', 'Enter');
  await expect(tickets(board)).toHaveCount(0);
});

test('[KEY2] help shows the keys as they are now', async ({ board }) => {
  await press(board, 'F1');
  const help = sheet(board, 'Keys of this screen');
  await expect(help.locator('[data-help="recall-last"] kbd')).toHaveText(['Backspace', 'Num −']);
  await expect(help.locator('[data-help="slot-10"] kbd')).toHaveText(['0', 'Num 0']);
  await press(board, 'F1');
  await expect(help).toBeHidden();
});

test('[KEY2] without a key pressed, help and learning are found in the settings', async ({ board }) => {
  for (const [button, title] of [
    ['Show keys', 'Keys of this screen'],
    ['Set up keys', 'Set up keys'],
  ] as const) {
    await openSettings(board);
    await board.getByRole('button', { name: button }).click();
    await expect(sheet(board, title)).toBeVisible();
    for (const again of [title, 'Settings']) {
      await guardOver(board);
      await board.keyboard.press('Escape');
      await expect(sheet(board, again)).toBeHidden();
    }
  }
});

test('[KEY7] arrows, a bump key and the list’s own key are enough in a sheet', async ({ board, pos }) => {
  await order(pos, '1', ['Soup']);
  await expect(tickets(board)).toHaveCount(1);
  await guardOver(board);
  const stored = board.waitForResponse(/\/bump$/);
  await press(board, '1', 'ControlLeft');
  await expect(tickets(board)).toHaveCount(0);
  await stored;
  await press(board, 'r');
  const list = sheet(board, 'Bumped today');
  const review = list.getByRole('button', { name: 'Bring back T 1' });
  await expect(review).toBeVisible();
  for (let step = 0; step < 6 && !(await isFocused(review)); step++) await press(board, 'ArrowDown');
  await expect(review).toBeFocused();
  await guardOver(board);
  await press(board, 'ControlLeft');
  await expect(list.getByText('Back on the board')).toBeVisible();
  await press(board, 'r');
  await expect(list).toBeHidden();
  await expect(ticket(board, 'T 1')).toBeVisible();
});

const isFocused = (button: ReturnType<Page['locator']>) => button.evaluate((one) => one === document.activeElement);

test('[KEY3] on an Arabic screen the arrows follow the reading direction, and R is found by its place', async ({
  page,
  pos,
  server,
}) => {
  for (const table of ['1', '2']) await order(pos, table, ['Soup']);
  await page.addInitScript(() => localStorage.setItem('kitchen-pass.language', 'ar'));
  await openBoard(page, server);
  await expect(tickets(page)).toHaveCount(2);
  await press(page, '1', 'ArrowLeft');
  await expect(ticket(page, 'T 2').locator('[data-bump]')).toBeFocused();
  await page.evaluate(() => {
    const event = new KeyboardEvent('keydown', { key: 'ق', code: 'KeyR', bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  });
  await expect(page.getByRole('dialog', { name: 'ما أُنهي اليوم' })).toBeVisible();
});

for (const key of ['Enter', 'Space', 'ControlLeft']) {
  test(`[KEY1] after a finger on the header ${key} bumps, and presses no button again`, { tag: '@wall' }, async ({
    board,
    pos,
  }) => {
    for (const table of ['1', '2']) await order(pos, table, ['Soup']);
    await expect(tickets(board)).toHaveCount(2);
    await board.getByRole('button', { name: 'All day' }).click();
    await expect(board.locator('[data-all-day]')).toBeVisible();
    await guardOver(board);
    await press(board, key);
    await expect(ticket(board, 'T 1')).toBeHidden();
    await expect(board.locator('[data-all-day]')).toBeVisible();
    const settings = await openSettings(board);
    await guardOver(board);
    await settings.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(settings).toBeHidden();
    await guardOver(board);
    await press(board, key);
    await expect(ticket(board, 'T 2')).toBeHidden();
    await expect(settings).toBeHidden();
  });
}

for (const [tool, title, closedBy] of [
  ['Recall', 'Bumped today', 'r'],
  ['Recall', 'Bumped today', 'Escape'],
  ['All day', 'All day', 'a'],
  ['All day', 'All day', 'Escape'],
] as const) {
  test(`[KEY1] after a sheet that a finger opened by ${tool} was closed by ${closedBy}, Enter bumps`, async ({
    board,
    pos,
  }) => {
    await board.setViewportSize({ width: 1180, height: 800 });
    for (const table of ['1', '2']) await order(pos, table, ['Soup']);
    await expect(tickets(board)).toHaveCount(2);
    await guardOver(board);
    await board.getByRole('button', { name: tool, exact: true }).click();
    await expect(sheet(board, title)).toBeVisible();
    await press(board, 'ArrowDown', 'ArrowUp', closedBy);
    await expect(sheet(board, title)).toBeHidden();
    await guardOver(board);
    await press(board, 'Enter');
    await expect(ticket(board, 'T 1')).toBeHidden();
    await expect(sheet(board, title)).toBeHidden();
  });
}

test('[KEY1] who has come to a button of the header by Tab presses it', async ({ board, pos }) => {
  await order(pos, '1', ['Soup']);
  await expect(tickets(board)).toHaveCount(1);
  await guardOver(board);
  const allDay = board.getByRole('button', { name: 'All day' });
  for (let step = 0; step < 12 && !(await isFocused(allDay)); step++) await press(board, 'Tab');
  await press(board, 'Enter');
  await expect(counts(board)).toBeVisible();
  await expect(tickets(board)).toHaveCount(1);
});

test('[KEY1] a line that a finger has tapped is pressed by whoever has moved away by keys and come back', async ({
  board,
  pos,
}) => {
  await order(pos, '1', ['Soup', 'Salad']);
  const lines = ticket(board, 'T 1').locator('[data-line]');
  await expect(lines).toHaveCount(2);
  await guardOver(board);
  await lines.first().click();
  await expect(ticket(board, 'T 1').locator('[data-status="ready"]')).toHaveCount(1);
  await guardOver(board);
  await press(board, 'ArrowDown', 'ArrowUp', 'ControlLeft');
  await expect(ticket(board, 'T 1').locator('[data-status="ready"]')).toHaveCount(0);
  await expect(lines).toHaveCount(2);
});

test('[UND1] H that holds nothing is no bump: U takes back the one before', async ({ board, pos }) => {
  for (const table of ['1', '2']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(2);
  await guardOver(board);
  await press(board, '2', 's');
  await expect(ticket(board, 'T 2').locator('[data-status="todo"]')).toBeVisible();
  await press(board, '1', 'ControlLeft');
  await expect(ticket(board, 'T 1')).toBeHidden();
  await guardOver(board);
  await press(board, '2', 'h');
  await expect(board.locator('[data-key-hint]')).toContainText('Nothing to hold here');
  await press(board, 'u');
  await expect(ticket(board, 'T 1')).toBeVisible();
  await expect(board.getByRole('alert')).toHaveCount(0);
});
