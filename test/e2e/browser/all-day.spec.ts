import type { Page } from '@playwright/test';
import { bumpOf, counts, expect, guardOver, order, test, ticket, tickets } from './board-fixture.ts';

const countOf = (board: Page, dish: string) => board.locator('[data-dish-count]').filter({ hasText: dish });

test('[ALL1] the counts are those of all tickets, stay open beside the board, and follow every bump', {
  tag: '@wall',
}, async ({ board, pos }) => {
  for (let table = 1; table <= 40; table++) {
    const items = [{ name: 'Burger', unit_price: 9, quantity: 2, modifiers: table % 2 ? ['no onion'] : [] }];
    expect((await pos.order({ type: 'dine_in', table_number: String(table), items })).status).toBe(201);
  }
  await expect(board.locator('[data-open-count="40"]')).toBeVisible();
  await board.getByRole('button', { name: 'All day' }).click();
  await expect(counts(board)).toBeVisible();
  await expect(countOf(board, 'Burger')).toHaveAttribute('data-dish-count', '80');
  await expect(countOf(board, 'Burger')).toContainText(/40\s*no onion/);
  await guardOver(board);
  await bumpOf(ticket(board, 'T 1')).click();
  await expect(countOf(board, 'Burger')).toHaveAttribute('data-dish-count', '78');
  await order(pos, '41', ['Soup']);
  await expect(countOf(board, 'Soup')).toHaveAttribute('data-dish-count', '1');
  await guardOver(board);
  await ticket(board, 'T 2').getByRole('button', { name: 'Burger' }).click();
  await expect(countOf(board, 'Burger')).toHaveAttribute('data-dish-count', '76');
});

test('[ALL3] a dish keeps its place in the counts while they are open, whatever is ordered most', async ({
  board,
  pos,
}) => {
  await order(pos, '1', ['Tea', 'Soup', 'Soup']);
  await expect(tickets(board)).toHaveCount(1);
  await board.keyboard.press('a');
  const dishes = counts(board).locator('[data-dish-count]');
  await expect(dishes).toHaveText([/^2Soup/, /^1Tea/]);
  await order(pos, '2', ['Tea', 'Tea', 'Cake', 'Cake', 'Cake']);
  await expect(dishes).toHaveText([/^2Soup/, /^3Tea/, /^3Cake/]);
  await board.keyboard.press('a');
  await board.keyboard.press('a');
  await expect(dishes).toHaveText([/^3Cake/, /^3Tea/, /^2Soup/]);
});

test('[ALL2] a dish marks its tickets, and nothing moves', { tag: '@wall' }, async ({ board, pos }) => {
  await order(pos, '1', ['Soup']);
  await order(pos, '2', ['Burger']);
  await order(pos, '3', ['Soup', 'Burger']);
  await expect(tickets(board)).toHaveCount(3);
  await board.keyboard.press('a');
  await expect(counts(board)).toBeVisible();
  const places = () =>
    tickets(board).evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
  const before = await places();
  await guardOver(board);
  await countOf(board, 'Burger').click();
  await expect(board.locator('[data-ticket][data-marked]').getByRole('heading', { level: 2 })).toHaveText([
    'T 2',
    'T 3',
  ]);
  await expect(countOf(board, 'Burger')).toHaveAttribute('aria-pressed', 'true');
  expect(await places()).toEqual(before);
  await guardOver(board);
  await countOf(board, 'Burger').click();
  await expect(board.locator('[data-marked]')).toHaveCount(0);
});

test('[ALL2] a dish that is on another page is found: its tiles are marked, and so is what stands for the rest', {
  tag: '@wall',
}, async ({ board, pos }) => {
  for (let table = 1; table <= 40; table++) await order(pos, String(table), [table % 15 === 14 ? 'Burger' : 'Soup']);
  await expect(board.locator('[data-open-count="40"]')).toBeVisible();
  await board.keyboard.press('a');
  await expect(counts(board)).toBeVisible();
  const marked = board.locator('[data-has-dish]');
  await expect(marked).toHaveCount(0);
  const places = () =>
    board.locator('[data-chip-of]').evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
  const before = await places();
  await guardOver(board);
  await countOf(board, 'Burger').click();
  await expect(board.locator('[data-chip-of][data-has-dish]')).toHaveText(/^T 14.*has the marked dish$/);
  await expect(board.locator('[data-more][data-has-dish]')).toHaveAccessibleName(
    /more after these, has the marked dish$/,
  );
  expect(await places()).toEqual(before);
});

test('[ALL4] [HIT1] thirteen dishes, some with modifiers, are seen at once beside the board, and a finger finds each', {
  tag: '@wall',
}, async ({ board, pos }) => {
  const names = ['Pan-fried trout', 'Leek and potato soup', 'Warm chocolate cake', 'Green beans', 'Mushroom risotto'];
  const more = ['Garden salad', 'Tomato bruschetta', 'House burger', 'Lemon sorbet', 'Veal schnitzel', 'Fries', 'Cola'];
  const items = [...names, ...more, 'Red wine, glass'].map((name, index) => ({
    name,
    unit_price: 5,
    quantity: 1 + ((index * 7) % 13),
    modifiers: index % 4 === 1 ? ['no salt', 'rare'] : [],
  }));
  expect((await pos.order({ type: 'dine_in', table_number: '4', items })).status).toBe(201);
  await expect(tickets(board)).toHaveCount(1);
  await board.keyboard.press('a');
  const dishes = counts(board).locator('[data-dish-count]');
  await expect(dishes).toHaveCount(13);
  for (const dish of await dishes.all()) {
    await expect(dish).toBeInViewport({ ratio: 1 });
    const { width, height } = (await dish.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(81.5);
  }
});

test('[ALL1] on a tablet the counts are a sheet, by the keys A and plus as well', async ({ board, pos }) => {
  await board.setViewportSize({ width: 1180, height: 800 });
  await order(pos, '1', ['Soup', 'Soup', 'Burger']);
  await expect(tickets(board)).toHaveCount(1);
  for (const key of ['a', '+', 'NumpadAdd']) {
    await board.keyboard.press(key);
    const sheet = board.getByRole('dialog', { name: 'All day' });
    await expect(countOf(board, 'Soup')).toHaveAttribute('data-dish-count', '2');
    await expect(sheet.getByText('3 items to cook')).toBeVisible();
    await board.keyboard.press(key);
    await expect(sheet).toBeHidden();
  }
});

test('[ALL2] behind the last ticket the arrows come to the counts, and back', { tag: '@wall' }, async ({
  board,
  pos,
}) => {
  for (const table of ['1', '2']) await order(pos, table, ['Soup', 'Burger']);
  await expect(tickets(board)).toHaveCount(2);
  // First the way to take a dish off, then the dishes ([MEN5]).
  for (const key of ['a', '2', 'ArrowRight', 'ArrowDown', 'ArrowDown']) await board.keyboard.press(key);
  await expect(countOf(board, 'Soup')).toBeFocused();
  await guardOver(board);
  await board.keyboard.press('ControlLeft');
  await expect(board.locator('[data-marked]')).toHaveCount(2);
  await board.keyboard.press('ArrowLeft');
  await expect(bumpOf(ticket(board, 'T 2'))).toBeFocused();
});
