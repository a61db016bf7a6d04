import type { Page } from '@playwright/test';
import { bumpOf, expect, guardOver, order, test, ticket, tickets } from './board-fixture.ts';
import { choose } from './settings-hand.ts';

const chips = (board: Page) => board.locator('[data-chip-of]');
const chipOf = (board: Page, label: string) => chips(board).filter({ has: board.getByText(label, { exact: true }) });

test('[OVW1] every open ticket has a chip, those on other pages are marked, and a tap goes there', {
  tag: '@wall',
}, async ({ board, pos }) => {
  for (let table = 1; table <= 16; table++) await order(pos, String(table), ['Soup', 'Bread', 'Wine']);
  await expect(chips(board)).toHaveCount(16);
  const here = await tickets(board).count();
  await expect(board.locator('[data-chip-of][data-side="here"]')).toHaveCount(here);
  await expect(chipOf(board, 'T 16')).toContainText('on another page');
  const size = await chipOf(board, 'T 16').boundingBox();
  expect(size?.height).toBeGreaterThan(79);
  expect(size?.width).toBeGreaterThan(79);
  await chipOf(board, 'T 16').click();
  await expect(ticket(board, 'T 16')).toBeVisible();
  await expect(chipOf(board, 'T 16')).toHaveAttribute('data-side', 'here');
  const framed = (label: string) => ticket(board, label).evaluate((card) => card.getAnimations().length > 0);
  expect(await framed('T 16')).toBe(true);
  await expect.poll(() => framed('T 15')).toBe(false);
  await chipOf(board, 'T 1').click();
  await expect(ticket(board, 'T 1')).toBeVisible();
});

test('[OVW1] the chips stand still when a ticket leaves', async ({ board, pos }) => {
  for (const table of ['1', '2', '3']) await order(pos, table, ['Soup']);
  await expect(chips(board)).toHaveCount(3);
  const before = await chipOf(board, 'T 3').boundingBox();
  await bumpOf(ticket(board, 'T 1')).click();
  await expect(chips(board)).toHaveCount(2);
  expect(await chipOf(board, 'T 3').boundingBox()).toEqual(before);
});

test('[OVW1] more tickets than chips: the rest is counted and reached', async ({ board, pos }) => {
  await board.setViewportSize({ width: 1280, height: 800 });
  for (let table = 1; table <= 40; table++) await order(pos, String(table), ['Soup']);
  await expect(board.locator('[data-open-count="40"]')).toBeVisible();
  const more = board.getByRole('button', { name: /more after these/ });
  await expect(more).toBeVisible();
  const shown = await chips(board).count();
  await expect(more).toHaveAccessibleName(`${40 - shown} more after these`);
  await more.click();
  await expect(ticket(board, `T ${shown + 1}`)).toBeVisible();
  await guardOver(board);
  await expect(board.getByRole('button', { name: /more before these/ })).toBeVisible();
});

test('[OVW1] it can be put away, and stays so', async ({ board, pos }) => {
  await order(pos, '1', ['Soup']);
  await expect(chips(board)).toHaveCount(1);
  await choose(board, 'Hidden');
  await expect(chips(board)).toHaveCount(0);
  await board.reload();
  await expect(ticket(board, 'T 1')).toBeVisible();
  await expect(chips(board)).toHaveCount(0);
});

test('[OVW2] orders for later are told with the time of the first', async ({ board, pos }) => {
  const promised_at = new Date(Date.now() + 3 * 3_600_000).toISOString();
  const placed = await pos.order({ promised_at });
  expect(placed.status).toBe(201);
  await expect(board.locator('[data-next-up]')).toHaveText(/^1 later, at \d\d:\d\d$/);
  await expect(tickets(board)).toHaveCount(0);
});
