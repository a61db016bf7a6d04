import type { Page } from '@playwright/test';
import { bumpOf, expect, guardOver, openBoard, order, test, ticket, tickets } from './board-fixture.ts';

const spotsOf = async (board: Page) => {
  const all = await tickets(board).all();
  const named = all.map(async (card) => [
    await card.getByRole('heading', { level: 2 }).textContent(),
    await card.boundingBox(),
  ]);
  return Object.fromEntries(await Promise.all(named));
};
const gaps = (board: Page) => board.locator('main [data-gap]');
const undoOf = (board: Page, label: string) => board.getByRole('button', { name: `Undo the bump of ${label}` });

test('[SLT1] a bumped ticket leaves a gap, the others stand still, and the gap gives it back exactly', async ({
  board,
  pos,
}) => {
  for (const table of ['1', '2', '3', '4']) await order(pos, table, ['Soup', 'Bread']);
  await expect(tickets(board)).toHaveCount(4);
  await ticket(board, 'T 2').getByRole('button', { name: 'Bread' }).click();
  await expect(ticket(board, 'T 2').locator('[data-status="ready"]')).toContainText('Bread');
  const before = await spotsOf(board);
  await guardOver(board);
  await bumpOf(ticket(board, 'T 2')).click();
  await expect(ticket(board, 'T 2')).toBeHidden();
  await expect(gaps(board)).toContainText('T 2 bumped');
  const { 'T 2': gone, ...others } = before;
  expect(await spotsOf(board)).toEqual(others);
  await guardOver(board);
  await undoOf(board, 'T 2').click();
  await expect(ticket(board, 'T 2')).toBeVisible();
  expect(await spotsOf(board)).toEqual({ ...others, 'T 2': gone });
  await expect(ticket(board, 'T 2').locator('[data-status="ready"]')).toContainText('Bread');
  await expect
    .poll(async () => (await pos.call('GET', '/orders?status=open')).json.items.map((one: any) => one.order_status))
    .toHaveLength(4);
});

test('[SLT1] what another screen bumps leaves a gap without a way back here', async ({
  board,
  pos,
  server,
  browser,
}) => {
  const other = await (await browser.newContext()).newPage();
  await openBoard(other, server);
  for (const table of ['1', '2', '3']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(3);
  const { 'T 1': _, ...others } = await spotsOf(board);
  await bumpOf(ticket(other, 'T 1')).click();
  await expect(ticket(board, 'T 1')).toBeHidden();
  await expect(gaps(board)).toContainText('T 1 has left');
  await expect(undoOf(board, 'T 1')).toHaveCount(0);
  expect(await spotsOf(board)).toEqual(others);
  await other.context().close();
});

test('[SLT1] new tickets stand at the end, behind the gaps', async ({ board, pos }) => {
  for (const table of ['1', '2', '3']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(3);
  await bumpOf(ticket(board, 'T 1')).click();
  await expect(gaps(board)).toHaveCount(1);
  const before = await spotsOf(board);
  await order(pos, '4', ['Soup']);
  await expect(ticket(board, 'T 4')).toBeVisible();
  expect(await spotsOf(board)).toMatchObject(before);
});

test('[SLT1] a prioritised ticket goes to the front', async ({ board, pos }) => {
  const orders = [];
  for (const table of ['1', '2', '3', '4']) orders.push(await order(pos, table, ['Soup']));
  await expect(tickets(board)).toHaveCount(4);
  const before = await spotsOf(board);
  await pos.call('POST', `/orders/${orders[2].id}/priority`, { priority: 'high' });
  await expect(ticket(board, 'T 3').getByText('Priority')).toBeVisible();
  const after = await spotsOf(board);
  expect(after['T 3']).toMatchObject({ x: before['T 1']?.x, y: before['T 1']?.y });
  expect(after['T 4']).toMatchObject({ x: before['T 4']?.x });
});
