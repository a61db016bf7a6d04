import type { Page } from '@playwright/test';
import { bumpOf, expect, guardOver, letSettle, order, standStill, test, ticket, tickets } from './board-fixture.ts';
import { fingerOn, middleOf, mouseOn, type Pointer, type Spot } from './touch-hand.ts';

/** What lies over the board goes by time, which the test lets pass while something is down on it. */
test.use({ ownTime: true, hasTouch: true, viewport: { width: 1280, height: 800 } });

const pointers: Readonly<Record<string, (page: Page) => Promise<Pointer>>> = { finger: fingerOn, mouse: mouseOn };

const lock = (board: Page) => board.locator('[data-wipe-lock]');

const dishes = (count: number) => Array.from({ length: count }, (_, index) => `Dish ${index + 1}`);

/** The button of a ticket, by what lies at a place when nothing is over it. */
const buttonAt = (board: Page, { x, y }: Spot) =>
  board.evaluate(([left, top]) => document.elementFromPoint(left, top)?.closest('button')?.dataset, [x, y] as const);

async function tapAt(pointer: Pointer, at: Spot): Promise<void> {
  await pointer.down(at);
  await pointer.up();
}

for (const [name, pointerOn] of Object.entries(pointers)) {
  test(`[WIP1] [TAP2] a ${name} that has ended the wiping is lifted, and nothing below is pressed`, async ({
    board,
    pos,
  }) => {
    // All over the board: whatever is pressed there does something.
    await order(pos, '1', dishes(40));
    await expect(tickets(board)).toHaveCount(1);
    const pointer = await pointerOn(board);
    await standStill(board);
    await board.getByRole('button', { name: 'Wipe' }).click();
    await board.clock.runFor(300);
    const at = await middleOf(lock(board).getByRole('button'));
    await pointer.down(at);
    await board.clock.runFor(2100);
    await expect(lock(board).getByText('Now let go')).toBeVisible();
    await board.clock.runFor(40_000);
    await expect(lock(board)).toBeVisible();
    await pointer.up();
    await expect(lock(board)).toBeHidden();
    // Forty seconds without a word: what says so may lie there until the server's next one.
    await expect.poll(() => buttonAt(board, at)).toHaveProperty('bump');
    await board.clock.runFor(5000);
    await letSettle(board);
    await expect(ticket(board, 'T 1')).toBeVisible();
    await expect(bumpOf(ticket(board, 'T 1'))).not.toBeFocused();
    await expect(async () => {
      await letSettle(board);
      expect(await buttonAt(board, at), 'what lies there is pressed as ever').toHaveProperty('bump');
      await tapAt(pointer, at);
      await expect(ticket(board, 'T 1')).toBeHidden({ timeout: 1000 });
    }).toPass({ timeout: 20_000 });
  });

  test(`[TAP2] a ${name} that came down on words which go does nothing to what lies below them`, async ({
    board,
    pos,
  }) => {
    for (let table = 1; table <= 30; table++) await order(pos, String(table), ['Soup', 'Bread', 'Wine']);
    await expect(board.locator('[data-open-count="30"]')).toBeVisible();
    const pointer = await pointerOn(board);
    await standStill(board);
    await board.keyboard.press('2');
    await board.keyboard.press('p');
    const toast = board.locator('[data-prioritised]');
    const at = await middleOf(toast.getByRole('button', { name: 'Cancel' }));
    await board.clock.runFor(2000);
    await pointer.down(at);
    await board.clock.runFor(2000);
    await expect(toast).toBeHidden();
    expect(await buttonAt(board, at)).toHaveProperty('chipOf');
    await pointer.up();
    await board.clock.runFor(1000);
    await expect(board.getByText('Page 1', { exact: true })).toBeAttached();
    await tapAt(pointer, at);
    await expect(board.getByText('Page 1', { exact: true })).not.toBeAttached();
  });

  test(`[TAP2] a ${name} that came down on a sheet which closes by itself does nothing to the board`, async ({
    board,
    pos,
  }) => {
    const first = await order(pos, '1', ['Soup']);
    await order(pos, '2', dishes(12));
    await expect(tickets(board)).toHaveCount(2);
    const pointer = await pointerOn(board);
    await standStill(board);
    await ticket(board, 'T 1').locator('[data-more]').click();
    const sheet = board.getByRole('dialog', { name: 'Ticket T 1' });
    const at = await middleOf(sheet.locator('[data-sheet-line] button').first());
    await board.clock.runFor(1000);
    await pointer.down(at);
    await pos.call('POST', `/orders/${first.id}/bump`, {});
    await expect(sheet).toBeHidden();
    const line = (await buttonAt(board, at))?.line;
    expect(line).toBeDefined();
    await board.clock.runFor(1000);
    await pointer.up();
    await board.clock.runFor(1000);
    await expect(board.locator('[data-status="ready"]')).toHaveCount(0);
    await tapAt(pointer, at);
    await expect(board.locator(`[data-block]:has([data-line="${line}"]) [data-status="ready"]`)).toBeVisible();
  });
}

test('[TAP2] a press that began where it ends counts, whatever is drawn anew on it meanwhile', async ({
  board,
  pos,
}) => {
  const { id, items } = await order(pos, '1', ['Soup', 'Bread']);
  await expect(tickets(board)).toHaveCount(1);
  const finger = await fingerOn(board);
  await guardOver(board);
  await finger.down(await middleOf(bumpOf(ticket(board, 'T 1'))));
  await pos.call('PATCH', `/orders/${id}/items/${items[0].id}`, { status: 'ready' });
  await expect(bumpOf(ticket(board, 'T 1'))).toContainText('1/2');
  await finger.up();
  await expect(ticket(board, 'T 1')).toBeHidden();
});

test('[TAP2] keys, and programs that press for those who cannot, need no finger', async ({ board, pos }) => {
  for (const table of ['1', '2', '3']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(3);
  await board.getByText('3 open tickets').tap();
  await guardOver(board);
  await board.keyboard.press('1');
  await board.keyboard.press('Enter');
  await expect(ticket(board, 'T 1')).toBeHidden();
  await guardOver(board);
  await bumpOf(ticket(board, 'T 2')).evaluate((button) => (button as HTMLButtonElement).click());
  await expect(ticket(board, 'T 2')).toBeHidden();
});
