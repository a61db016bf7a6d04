import type { Page } from '@playwright/test';
import { openSmallKitchen } from '../../harness/small-kitchen.ts';
import { bumpOf, expect, guardOver, openBoard, order, test, ticket, tickets } from './board-fixture.ts';

const list = (board: Page) => board.getByRole('dialog', { name: 'Bumped today' });
const row = (board: Page, label: string) =>
  list(board)
    .getByRole('listitem')
    .filter({ has: board.getByRole('heading', { name: label, exact: true }) });
async function openList(board: Page): Promise<void> {
  await board.getByRole('button', { name: 'Recall', exact: true }).click();
  await expect(list(board).locator('[data-recall-list]:not([data-recall-list="asking"])')).toHaveCount(1);
  await guardOver(board);
}

async function bump(board: Page, label: string): Promise<void> {
  await guardOver(board);
  // The list asks the kitchen once.
  const stored = board.waitForResponse(/\/bump$/);
  await bumpOf(ticket(board, label)).click();
  await expect(ticket(board, label)).toBeHidden();
  await stored;
}

test('[RCL4] the list has what was bumped today, last first, with who and when, also after a reload', async ({
  board,
  pos,
}) => {
  for (const table of ['1', '2', '3']) await order(pos, table, ['Soup', 'Burger']);
  await expect(tickets(board)).toHaveCount(3);
  await bump(board, 'T 2');
  await bump(board, 'T 1');
  await board.reload();
  await expect(tickets(board)).toHaveCount(1);
  await openList(board);
  await expect(list(board).getByRole('listitem').getByRole('heading')).toHaveText(['T 1', 'T 2']);
  await expect(row(board, 'T 1')).toContainText(/\d\d:\d\d · Manager/);
  await expect(row(board, 'T 1')).toContainText('1 × Soup, 1 × Burger');
});

test('[RCL4] a station’s list has what was done there, also while the pass still waits for others', async ({
  page: board,
  pos,
  server,
}) => {
  const kitchen = await openSmallKitchen(pos);
  await kitchen.order(['burger', 'fries'], { table_number: '1' });
  await openBoard(board, server);
  await board.goto(`${server.url}/?station=grill`);
  await expect(tickets(board)).toHaveCount(1);
  await bump(board, 'T 1');
  await openList(board);
  await expect(row(board, 'T 1')).toContainText(/\d\d:\d\d · Manager/);
  await board.goto(`${server.url}/?station=pass`);
  await expect(ticket(board, 'T 1')).toBeVisible();
  await openList(board);
  await expect(list(board).getByText('Nothing has been bumped today')).toBeVisible();
});

test('[RCL7] what the guests have eaten stays served when the next round comes back', async ({
  page: board,
  pos,
  server,
}) => {
  const kitchen = await openSmallKitchen(pos);
  const { id } = await kitchen.order(['burger'], { table_number: '1' });
  expect((await pos.call('POST', `/orders/${id}/bump`, {})).status).toBe(200);
  const added = await pos.call('POST', `/orders/${id}/items`, { items: [{ menu_item_id: kitchen.dishes.platter }] });
  expect(added.status).toBe(200);
  await openBoard(board, server);
  await board.goto(`${server.url}/?station=grill`);
  await bump(board, 'T 1');
  await openList(board);
  await expect(row(board, 'T 1')).toContainText('1 × platter');
  await expect(row(board, 'T 1').locator('[data-stays]')).toHaveText('Stays served: 1 × burger');
  await row(board, 'T 1')
    .getByRole('button', { name: /^Recall/ })
    .click();
  await expect(row(board, 'T 1')).toContainText('Back on the board');
  const { items } = (await pos.call('GET', `/orders/${id}`)).json;
  const atGrill = items.map(({ name, progress }: any) => [
    name,
    progress.find((part: any) => part.station === 'grill').status,
  ]);
  expect(atGrill).toEqual([
    ['burger', 'completed'],
    ['platter', 'preparing'],
  ]);
});

test('[RCL1] recall starts the clock anew, review keeps it; both are back at once, and said so', async ({
  board,
  pos,
}) => {
  const first = await order(pos, '1', ['Soup']);
  const second = await order(pos, '2', ['Soup']);
  await expect(tickets(board)).toHaveCount(2);
  await bump(board, 'T 1');
  await bump(board, 'T 2');
  await openList(board);
  await row(board, 'T 1').getByRole('button', { name: 'Recall T 1' }).click();
  await expect(row(board, 'T 1')).toContainText('Back on the board');
  await guardOver(board);
  await row(board, 'T 2').getByRole('button', { name: 'Bring back T 2' }).click();
  await expect(row(board, 'T 2')).toContainText('Back on the board');
  const recalled = async (id: string) => (await pos.call('GET', `/orders/${id}`)).json;
  expect((await recalled(first.id)).last_recall).toMatchObject({ by: 'Manager', timer_kept: false });
  expect((await recalled(first.id)).items[0]).toMatchObject({ round: 2 });
  expect((await recalled(second.id)).last_recall).toMatchObject({ by: 'Manager', timer_kept: true });
  await board.keyboard.press('Escape');
  await expect(tickets(board)).toHaveCount(2);
});

test('[RCL4] a recall on another screen is seen in the open list', async ({ board, pos }) => {
  const { id } = await order(pos, '1', ['Soup']);
  await expect(tickets(board)).toHaveCount(1);
  await bump(board, 'T 1');
  await openList(board);
  await expect(row(board, 'T 1').getByRole('button')).toHaveCount(2);
  await pos.call('POST', `/orders/${id}/recall`, {});
  await expect(row(board, 'T 1')).toContainText('Back on the board');
  await expect(row(board, 'T 1').getByRole('button')).toHaveCount(0);
});

test('[RCL5] the list is searched by table, number, guest and dish', async ({ board, pos }) => {
  await order(pos, '1', ['Soup']);
  await pos.order({ customer_name: 'Zoë', items: [{ name: 'Crème brûlée', unit_price: 7 }] });
  await expect(tickets(board)).toHaveCount(2);
  await bump(board, 'T 1');
  await bump(board, 'A2');
  await openList(board);
  const rows = list(board).getByRole('listitem').getByRole('heading');
  await expect(rows).toHaveCount(2);
  for (const [search, found] of [
    ['1', ['T 1']],
    ['a2', ['A2']],
    ['zoe', ['A2']],
    ['soup', ['T 1']],
    ['brulee', ['A2']],
    ['nobody', []],
  ] as const) {
    await list(board).getByRole('searchbox').fill(search);
    await expect(rows).toHaveText([...found]);
  }
  await expect(list(board).getByText('Nothing bumped today fits that')).toBeVisible();
});

test('[RCL4] a long day comes in pages', async ({ board, pos }) => {
  for (let table = 1; table <= 35; table++) {
    const { id } = await order(pos, String(table), ['Soup']);
    await pos.call('POST', `/orders/${id}/bump`, {});
  }
  await openList(board);
  const rows = list(board).getByRole('listitem').getByRole('heading');
  await expect(rows).toHaveCount(30);
  await list(board).getByRole('button', { name: 'Show older ones' }).click();
  await expect(rows).toHaveText(Array.from({ length: 35 }, (_, index) => `T ${35 - index}`));
  await expect(list(board).getByRole('button', { name: 'Show older ones' })).toBeHidden();
});

test('[RCL4] a cancelled order is shown as such and cannot come back', async ({ board, pos }) => {
  const { id } = await order(pos, '1', ['Soup']);
  await expect(tickets(board)).toHaveCount(1);
  await pos.call('POST', `/orders/${id}/cancel`, {});
  await pos.call('POST', `/orders/${id}/bump`, {});
  await expect(tickets(board)).toHaveCount(0);
  await openList(board);
  await expect(row(board, 'T 1')).toContainText('Cancelled: cannot come back');
  await expect(row(board, 'T 1').getByRole('button')).toHaveCount(0);
});

test('[RCL4] without the kitchen the list says what it needs, and comes when the kitchen does', async ({
  board,
  pos,
  server,
}) => {
  await order(pos, '1', ['Soup']);
  await expect(tickets(board)).toHaveCount(1);
  await bump(board, 'T 1');
  await expect(board.locator('[data-chip="calm"]')).toBeVisible();
  await server.kill('SIGKILL');
  await openList(board);
  await expect(list(board).getByText('This list needs the kitchen computer')).toBeVisible();
  await server.start();
  await expect(row(board, 'T 1')).toBeVisible({ timeout: 20_000 });
  await expect(list(board).getByText('This list needs the kitchen computer')).toBeHidden();
});

test('[RCL6] recall last brings back what was bumped last, then the one before', async ({
  board,
  pos,
  server,
  browser,
}) => {
  for (const table of ['1', '2', '3']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(3);
  await bump(board, 'T 3');
  await bump(board, 'T 1');
  await guardOver(board);
  await board.keyboard.press('Backspace');
  await expect(ticket(board, 'T 1')).toBeVisible();
  await expect(ticket(board, 'T 3')).toBeHidden();
  await guardOver(board);
  await board.keyboard.press('NumpadSubtract');
  await expect(ticket(board, 'T 3')).toBeVisible();

  await bump(board, 'T 2');
  const other = await (await browser.newContext()).newPage();
  await openBoard(other, server);
  await expect(tickets(other)).toHaveCount(2);
  await other.keyboard.press('Backspace');
  await expect(ticket(other, 'T 2')).toBeVisible();
  await expect(ticket(board, 'T 2')).toBeVisible();
  await other.context().close();
});

test('[RCL4] [CLR1] what the change of day put away is told as such, and comes back', async ({ board, pos }) => {
  const { id } = await order(pos, '1', ['Soup']);
  await bump(board, 'T 1');
  // Night falls once in 24 hours: the answer is given as it would be after it.
  await board.route('**/orders/bumped?*', async (route) => {
    const answer = await (await route.fetch()).json();
    const items = answer.items.map((item: object) => ({ ...item, cleared_at: new Date().toISOString() }));
    await route.fulfill({ json: { ...answer, items } });
  });
  await openList(board);
  await expect(row(board, 'T 1')).toContainText(/\d\d:\d\d · Put away overnight/);
  await row(board, 'T 1').getByRole('button', { name: 'Recall T 1' }).click();
  await expect(row(board, 'T 1')).toContainText('Back on the board');
  expect((await pos.call('GET', `/orders/${id}`)).json).toMatchObject({ order_status: 'preparing' });
});

test('[RCL5] while a search has no answer yet, nothing stands there that answers another one', async ({
  board,
  pos,
}) => {
  for (const table of ['1', '2']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(2);
  for (const table of ['T 1', 'T 2']) await bump(board, table);
  await openList(board);
  await expect(list(board).getByRole('listitem')).toHaveCount(2);
  let release: () => void = () => undefined;
  const isHeld = new Promise<void>((resolve) => {
    release = resolve;
  });
  await board.route('**/orders/bumped?*', async (route) => {
    await isHeld;
    await route.continue();
  });
  await list(board).getByRole('searchbox').fill('2');
  await expect(list(board).getByText('Asking the kitchen computer…')).toBeVisible();
  await expect(list(board).getByRole('listitem')).toHaveCount(0);
  release();
  await expect(list(board).getByRole('listitem').getByRole('heading')).toHaveText(['T 2']);
});
