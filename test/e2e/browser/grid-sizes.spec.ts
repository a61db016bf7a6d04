import type { Page } from '@playwright/test';
import { bumpOf, expect, guardOver, order, test, ticket, tickets } from './board-fixture.ts';
import { choose } from './settings-hand.ts';

const dishes = (count: number) => Array.from({ length: count }, (_, index) => `Dish ${index + 1}`);

const positions = (board: Page) =>
  board.locator('main').evaluate((main) => {
    const boxes = [...main.querySelectorAll('[data-ticket]:not([aria-hidden="true"])')].map((one) =>
      one.getBoundingClientRect(),
    );
    return {
      columns: new Set(boxes.map(({ x }) => Math.round(x))).size,
      rows: new Set(boxes.map(({ y }) => Math.round(y))).size,
    };
  });

test('[GRD4] so many places as are chosen, lying and standing', async ({ board, pos }) => {
  test.slow();
  for (let table = 1; table <= 16; table++) await order(pos, String(table), ['Soup']);
  for (const [count, columns, rows] of [
    [4, 2, 2],
    [6, 3, 2],
    [8, 4, 2],
    [10, 5, 2],
    [12, 4, 3],
    [15, 5, 3],
  ] as const) {
    await board.setViewportSize({ width: 1920, height: 1080 });
    await choose(board, `${count} places`);
    await expect(tickets(board)).toHaveCount(count);
    await expect.poll(() => positions(board), `${count} lying`).toEqual({ columns, rows });
    await board.setViewportSize({ width: 1080, height: 1920 });
    await expect.poll(() => positions(board), `${count} standing`).toEqual({ columns: rows, rows: columns });
    await expect(tickets(board)).toHaveCount(count);
    await expect(board.getByRole('button', { name: `+${16 - count} more` })).toBeVisible();
  }
});

test('[GRD4] a screen that is too small for the grid shows columns and says so', async ({ board, pos }) => {
  await board.setViewportSize({ width: 1280, height: 720 });
  await order(pos, '1', ['Soup']);
  await board.locator('[data-settings]').click();
  await board.getByRole('dialog').getByRole('button', { name: '15 places' }).click();
  const words = board.getByRole('dialog').getByRole('status').filter({ hasText: 'too small for that many' });
  await expect(words).toBeVisible();
});

test('[GRD5] a long ticket goes on in the next places, whole lines only, and is bumped as one', async ({
  board,
  pos,
}) => {
  await order(pos, '1', ['Soup']);
  await order(pos, '2', ['Soup']);
  const { id } = await order(pos, '3', dishes(12));
  await order(pos, '4', ['Soup']);
  await choose(board, '6 places');
  const card = ticket(board, 'T 3');
  await expect(card.locator('[data-part]')).not.toHaveCount(0);
  const parts = await card.locator('[data-part]').count();
  expect(parts).toBeGreaterThan(1);
  await expect(card.getByRole('heading', { name: `T 3 · 2/${parts}` })).toBeVisible();
  await expect(card.locator('[data-line]')).toHaveCount(12);
  for (const line of await card.locator('[data-line]').all()) await expect(line).toBeInViewport({ ratio: 1 });
  expect(await cutOff(board)).toEqual([]);
  await guardOver(board);
  await bumpOf(card).click();
  await expect(card).toBeHidden();
  await expect.poll(async () => (await pos.call('GET', `/orders/${id}`)).json.order_status).toBe('completed');
});

/** Lines of which a part is outside of their place. */
const cutOff = (board: Page) =>
  board.locator('[data-part]').evaluateAll((parts) =>
    parts.flatMap((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      const lines = [...part.querySelectorAll('[data-line]')].map((line) => line.getBoundingClientRect());
      return lines.filter((line) => line.top < top || line.bottom > bottom).map((line) => line.top);
    }),
  );

test('[GRD5] a ticket larger than the page takes all of it and scrolls', async ({ board, pos }) => {
  await order(pos, '1', dishes(80));
  await choose(board, '4 places');
  const card = ticket(board, 'T 1');
  await expect(card.locator('[data-part]')).toHaveCount(4);
  await expect(card).toContainText('80 items - scroll for all');
  await card.locator('[data-line]').last().scrollIntoViewIfNeeded();
  await expect(card.locator('[data-line]').last()).toBeInViewport();
});

test('[GRD5] a line that is added to a long ticket is seen at once', async ({ board, pos }) => {
  const { id } = await order(pos, '1', dishes(10));
  await choose(board, '6 places');
  await expect(ticket(board, 'T 1').locator('[data-part]').first()).toBeVisible();
  const added = await pos.call('POST', `/orders/${id}/items`, {
    items: [{ name: 'Late dish', unit_price: 1, quantity: 1 }],
  });
  expect(added.status).toBeLessThan(300);
  await expect(ticket(board, 'T 1').getByText('Late dish')).toBeInViewport({ ratio: 1 });
  expect(await cutOff(board)).toEqual([]);
});

test('[GRD6] the size of the dishes is chosen in steps, holds at once and is kept', async ({ board, pos }) => {
  await order(pos, '1', ['Soup']);
  const dish = ticket(board, 'T 1').getByText('Soup');
  const size = () => dish.evaluate((words) => Math.round(Number.parseFloat(getComputedStyle(words).fontSize)));
  await expect.poll(size).toBe(32);
  for (const wanted of [64, 24]) {
    await choose(board, `${wanted} px`);
    await expect.poll(size).toBe(wanted);
  }
  await board.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(size).toBe(24);
  await board.reload();
  await expect.poll(size).toBe(24);
});
