import type { Locator, Page } from '@playwright/test';
import type { Api } from '../../harness/api.ts';
import { addUser } from '../../harness/user.ts';
import { expect, guardOver, order, tickets } from './board-fixture.ts';
import { openSheet, test } from './station-fixture.ts';

const outCount = (screen: Page) => screen.locator('[data-out-count]');
const outNow = (screen: Page) => screen.locator('[data-out-now]');
const heading = (screen: Page) => outNow(screen).getByRole('heading');
const menu = (screen: Page) => screen.locator('[data-menu]');
const outDish = (screen: Page, name: string) => outNow(screen).getByRole('button', { name });

/** As the kitchen has it. */
async function isOut(pos: Api, dish: string): Promise<boolean> {
  const { json } = await pos.call('GET', '/products');
  return json.items.find(({ id }: { readonly id: string }) => id === dish).available === false;
}

async function takeOff(pos: Api, dish: string): Promise<void> {
  expect((await pos.call('PATCH', `/products/${dish}/availability`, { available: false })).status).toBe(200);
}

test('[MEN5] what is out is counted and listed with no ticket left, and back on by one tap, which can be taken back', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const [grill, fryer] = [await screenOf('grill'), await screenOf('fry')];
  await expect(tickets(grill)).toHaveCount(0);
  await expect(outCount(grill)).toHaveCount(0);
  await takeOff(pos, kitchen.dishes.burger);
  await takeOff(pos, kitchen.dishes.cola);
  await expect(outCount(grill)).toHaveAttribute('data-out-count', '2');
  await grill.getByRole('button', { name: /2 dishes out \(86\)\s*All day/ }).click();
  await expect(outNow(grill).getByRole('listitem')).toContainText(['burger', 'cola']);
  await expect(heading(grill)).toHaveText('86: out now');
  await expect(outDish(grill, 'burger')).toHaveAccessibleName('burger out Put back');
  await guardOver(grill);
  await outDish(grill, 'burger').click();
  await expect(outDish(grill, 'burger')).toHaveAccessibleName('burger back 86 again');
  await expect(heading(grill)).toHaveText('86: out, or just put back');
  await expect(outCount(grill)).toHaveAttribute('data-out-count', '1');
  await expect(outCount(fryer)).toHaveAttribute('data-out-count', '1');
  expect(await isOut(pos, kitchen.dishes.burger)).toBe(false);
  await guardOver(grill);
  await outDish(grill, 'burger').click();
  await expect.poll(() => isOut(pos, kitchen.dishes.burger)).toBe(true);
  await guardOver(grill);
  for (const dish of ['burger', 'cola']) await outDish(grill, dish).click();
  await expect(outCount(fryer)).toHaveCount(0);
  await expect(outDish(grill, 'cola')).toHaveAccessibleName('cola back 86 again');
  await expect(grill.getByText('86: nothing is out.')).toHaveCount(0);
  await expect(outNow(grill)).toHaveCount(0, { timeout: 12_000 });
  await expect(grill.getByText('86: nothing is out.')).toBeVisible();
});

test('[MEN5] any dish of the menu is found and taken off with no ticket that has it, and put back in the same place', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const grill = await screenOf('grill');
  await grill.setViewportSize({ width: 1920, height: 1080 });
  await grill.keyboard.press('a');
  await guardOver(grill);
  await grill.getByRole('button', { name: '86 a dish for the whole house' }).click();
  await expect(menu(grill).getByRole('listitem')).toContainText(['burger', 'cola', 'fries', 'platter']);
  await menu(grill).getByRole('searchbox').fill('salmon');
  await expect(menu(grill).getByText('No dish of the menu fits that')).toBeVisible();
  await menu(grill).getByRole('searchbox').fill('FRÍ');
  await expect(menu(grill).getByRole('listitem')).toContainText(['fries']);
  await guardOver(grill);
  const fries = menu(grill).getByRole('button', { name: 'fries' });
  expect((await fries.boundingBox())?.height).toBeGreaterThanOrEqual(81);
  await fries.click();
  await expect(fries).toHaveAccessibleName('fries out Put back');
  await expect.poll(() => isOut(pos, kitchen.dishes.fries)).toBe(true);
  await guardOver(grill);
  await fries.click();
  await expect(fries).toHaveAccessibleName('fries 86 for the whole house');
  await expect.poll(() => isOut(pos, kitchen.dishes.fries)).toBe(false);
  await guardOver(grill);
  await fries.click();
  await expect(fries).toContainText('out');
  await guardOver(grill);
  await grill.getByRole('button', { name: 'Back to the counts' }).click();
  await expect(outDish(grill, 'fries')).toHaveAccessibleName('fries out Put back');
});

test('[MEN4] [MEN5] [HIT1] what a dish has on order stands beside it, its button is seen at its true size, and the board says that it is out', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const grill = await screenOf('grill');
  await grill.setViewportSize({ width: 1920, height: 1080 });
  await kitchen.order([{ sku: 'fries', quantity: 3 }, 'burger']);
  await kitchen.order(['fries']);
  await expect(tickets(grill)).toHaveCount(1);
  await grill.keyboard.press('a');
  await guardOver(grill);
  await grill.getByRole('button', { name: '86 a dish for the whole house' }).click();
  const fries = menu(grill).getByRole('button', { name: 'fries' });
  await expect(fries).toHaveAccessibleName('fries 4 on order 86 for the whole house');
  await expect(menu(grill).getByRole('button', { name: 'cola' })).toHaveAccessibleName('cola 86 for the whole house');
  const heightOf = async (part: Locator) => (await part.boundingBox())!.height;
  const height = await heightOf(fries);
  expect(await heightOf(fries.locator('[data-change]'))).toBeGreaterThanOrEqual(height - 1);
  await guardOver(grill);
  await fries.click();
  const said = grill.locator('[data-sold-out]');
  await expect(said).toContainText('fries is out: no tablet sells it any more.');
  expect(await heightOf(fries)).toBe(height);
  await expect.poll(() => isOut(pos, kitchen.dishes.fries)).toBe(true);
  await guardOver(grill);
  await said.getByRole('button', { name: 'Undo: fries is out' }).click();
  await expect(said).toBeHidden();
  await expect.poll(() => isOut(pos, kitchen.dishes.fries)).toBe(false);
  await guardOver(grill);
  await fries.click();
  await expect(said).toBeVisible();
  await expect.poll(() => isOut(pos, kitchen.dishes.fries)).toBe(true);
  await takeOff(pos, kitchen.dishes.cola);
  expect((await pos.call('PATCH', `/products/${kitchen.dishes.fries}/availability`, { available: true })).status).toBe(
    200,
  );
  await expect(said).toBeHidden();
});

test('[MEN4] [UND1] the undo key takes back what was done last, an 86 or a bump', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  await kitchen.order(['burger']);
  await kitchen.order(['platter'], { table_number: '5' });
  const grill = await screenOf('grill');
  await expect(tickets(grill)).toHaveCount(2);
  const sheet = await openSheet(grill, 'T 4', 'burger');
  await sheet.getByRole('button', { name: '86 burger: out for the whole house' }).click();
  await expect(sheet).toBeHidden();
  await expect.poll(() => isOut(pos, kitchen.dishes.burger)).toBe(true);
  await guardOver(grill);
  await grill.keyboard.press('1');
  await grill.keyboard.press('ControlLeft');
  await expect(tickets(grill)).toHaveCount(1);
  await guardOver(grill);
  await grill.keyboard.press('u');
  await expect(tickets(grill)).toHaveCount(2);
  expect(await isOut(pos, kitchen.dishes.burger)).toBe(true);
  await guardOver(grill);
  await grill.keyboard.press('u');
  await expect.poll(() => isOut(pos, kitchen.dishes.burger)).toBe(false);
});

test('[MEN5] the way to take a dish off stands above a list that is longer than the screen', async ({ board, pos }) => {
  await board.setViewportSize({ width: 1280, height: 800 });
  for (let dish = 1; dish <= 20; dish++) await order(pos, String(dish), [`Dish ${dish}`]);
  await expect(board.locator('[data-open-count="20"]')).toBeVisible();
  await board.getByRole('button', { name: 'All day' }).click();
  await expect(board.getByRole('button', { name: '86 a dish for the whole house' })).toBeInViewport();
});

test('[MEN5] with no menu there is nothing to take off, and the board says so', async ({ board }) => {
  await board.keyboard.press('a');
  await expect(board.getByRole('button', { name: '86 a dish for the whole house' })).toBeVisible();
  await guardOver(board);
  await board.getByRole('button', { name: '86 a dish for the whole house' }).click();
  await expect(menu(board)).toContainText('There is no menu yet.');
  await expect(menu(board).getByRole('listitem')).toHaveCount(0);
});

for (const [where, width, height] of [
  ['beside the board', 1920, 1080],
  ['in a sheet', 1180, 800],
] as const) {
  test(`[MEN5] [KEY2] a dish is put back by keys alone: ${where}`, async ({ kitchen, screenOf, pos }) => {
    await takeOff(pos, kitchen.dishes.burger);
    const grill = await screenOf('grill');
    await grill.setViewportSize({ width, height });
    await kitchen.order(['platter']);
    await expect(tickets(grill)).toHaveCount(1);
    await grill.keyboard.press('a');
    await expect(outDish(grill, 'burger')).toBeVisible();
    await guardOver(grill);
    for (let step = 0; step < 4 && !(await hasFocus(grill)); step++) await grill.keyboard.press('ArrowRight');
    await grill.keyboard.press('ControlLeft');
    await expect(outCount(grill)).toHaveCount(0);
    await expect.poll(() => isOut(pos, kitchen.dishes.burger)).toBe(false);
    await expect(tickets(grill)).toHaveCount(1);
  });
}

for (const [where, width, height] of [
  ['beside the board', 1920, 1080],
  ['in a sheet', 1180, 800],
] as const) {
  test(`[MEN5] [KEY2] [KEY7] a dish that no ticket has is taken off by keys alone: ${where}`, async ({
    kitchen,
    screenOf,
    pos,
  }) => {
    const grill = await screenOf('grill');
    await grill.setViewportSize({ width, height });
    await kitchen.order(['platter']);
    await expect(tickets(grill)).toHaveCount(1);
    await grill.keyboard.press('a');
    const way = grill.getByRole('button', { name: '86 a dish for the whole house' });
    await expect(way).toBeVisible();
    await guardOver(grill);
    // Over the board it is the first thing in the sheet.
    if (where === 'beside the board') for (let step = 0; step < 2; step++) await grill.keyboard.press('ArrowRight');
    await moveDown(grill, way);
    await grill.keyboard.press('ControlLeft');
    await expect(grill.getByRole('button', { name: 'Back to the counts' })).toBeFocused();
    await guardOver(grill);
    await moveDown(grill, menu(grill).getByRole('searchbox'));
    await grill.keyboard.type('co');
    await moveDown(grill, menu(grill).getByRole('button', { name: 'cola' }));
    await guardOver(grill);
    await grill.keyboard.press('ControlLeft');
    await expect.poll(() => isOut(pos, kitchen.dishes.cola)).toBe(true);
    await expect(tickets(grill)).toHaveCount(1);
  });
}

async function moveDown(screen: Page, to: Locator): Promise<void> {
  const isThere = () => to.evaluate((one) => one === document.activeElement);
  for (let step = 0; step < 6 && !(await isThere()); step++) await screen.keyboard.press('ArrowDown');
  await expect(to).toBeFocused();
}

const hasFocus = (screen: Page) => outDish(screen, 'burger').evaluate((one) => one === document.activeElement);

test('[MEN5] a waiter sees what is out and is offered nothing that would be refused', async ({
  kitchen,
  screenOf,
  pos,
  server,
}) => {
  await takeOff(pos, kitchen.dishes.burger);
  await addUser(server, { username: 'wanda', role: 'waiter' });
  const grill = await screenOf('grill');
  const data = { username: 'wanda', password: 'the password of wanda' };
  await grill.request.post(`${server.url}/api/v1/auth/login`, { data });
  await grill.reload();
  await expect(outCount(grill)).toHaveAttribute('data-out-count', '1');
  await guardOver(grill);
  await grill.keyboard.press('a');
  await expect(outNow(grill)).toContainText('burger');
  await expect(outNow(grill).getByRole('button')).toHaveCount(0);
  await expect(grill.getByRole('button', { name: '86 a dish for the whole house' })).toHaveCount(0);
});
