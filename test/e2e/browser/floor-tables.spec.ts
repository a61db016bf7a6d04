import { expect, guardOver, test } from './board-fixture.ts';
import { openAs, openFloor, openOrder, send, tapDish } from './floor-hand.ts';

test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

const tables = [
  { name: '2', area: 'Main room', seats: 4 },
  { name: '10', area: 'Main room' },
  { name: 'Olive tree', area: 'Terrace', seats: 2 },
];

test('[FLR3] [FLR4] every table says whether it is free, and what its guests wait for until they have paid', async ({
  page,
  server,
  pos,
}) => {
  const { waiter, productIds } = await openFloor(page, server, pos);
  await expect(page.getByRole('button', { name: 'Tables', exact: true })).toHaveCount(0);
  expect((await pos.call('PATCH', '/settings', { tables })).status).toBe(200);
  await page.getByRole('button', { name: 'Tables', exact: true }).click();
  const tile = (name: string) => page.locator(`[data-table="${name}"]`);
  await expect(tile('2')).toContainText('Free');
  await expect(tile('2')).toContainText('Seats: 4');
  await expect(page.locator('[data-area]')).toHaveCount(2);
  const items = [{ menu_item_id: productIds.burger, quantity: 2 }, { menu_item_id: productIds.soup }];
  const order = { type: 'dine_in', table_number: '2', covers: 3, items };
  const { json } = await waiter.call('POST', '/orders', order);
  await waiter.call('POST', '/orders', { ...order, table_number: 'Bar', items: [items[1]] });
  await expect(tile('2')).toContainText('Cooking: 3');
  await expect(tile('2')).toContainText('Guests: 3');
  await expect(page.locator('[data-area]').last()).toContainText('Other tables');
  await expect(tile('Bar')).toContainText('Cooking: 1');
  await pos.call('PATCH', `/orders/${json.id}/items/${json.items[1].id}`, { status: 'ready' });
  await expect(tile('2')).toContainText('Bring: 1');
  await pos.call('PATCH', `/orders/${json.id}/status`, { status: 'completed' });
  await expect(tile('2')).toHaveAttribute('data-phase', 'to-pay');
  // The device goes on with what it showed.
  await page.reload();
  await expect(tile('2')).toContainText('To pay');
  await guardOver(page);
  await tile('2').click();
  await page.locator('[data-act="payment"]').click();
  await guardOver(page);
  await page.locator('[data-paid="cash"]').click();
  await page.locator('[data-back]').click();
  await expect(tile('2')).toContainText('Free');
});

test('[FLR3] [RNG7] from the tables an order of two dishes is six taps: table, dish, part of the menu, dish, look, send', async ({
  page,
  server,
  pos,
}) => {
  await openFloor(page, server, pos);
  await pos.call('PATCH', '/settings', { tables });
  await page.getByRole('button', { name: 'Tables', exact: true }).click();
  await guardOver(page);
  await page.evaluate(() => {
    const counted = { taps: 0 };
    Object.assign(window, { counted });
    addEventListener('pointerdown', () => counted.taps++, true);
  });
  await page.locator('[data-table="2"]').click();
  await page.locator('[data-dish="soup"]').click();
  await page.getByRole('button', { name: 'Mains', exact: true }).click();
  await page.locator('[data-dish="burger"]').click();
  await send(page);
  expect(await page.evaluate(() => (window as unknown as { counted: { taps: number } }).counted.taps)).toBe(6);
  await expect(page.locator('[data-table="2"]')).toContainText('Cooking: 2');
});

test('[FLR3] a table of two parties asks which is meant; what is begun at one is told on it', async ({
  page,
  server,
  pos,
}) => {
  const { waiter, productIds } = await openFloor(page, server, pos);
  await pos.call('PATCH', '/settings', { tables });
  const order = { type: 'dine_in', table_number: '10', items: [{ menu_item_id: productIds.soup }] };
  await waiter.call('POST', '/orders', order);
  await waiter.call('POST', '/orders', order);
  await page.getByRole('button', { name: 'Tables', exact: true }).click();
  await expect(page.locator('[data-table="10"]')).toContainText('Orders: 2');
  await guardOver(page);
  await page.locator('[data-table="10"]').click();
  const sheet = page.getByRole('dialog', { name: 'T 10' });
  await expect(sheet.locator('[data-order]')).toHaveCount(2);
  await guardOver(page);
  await sheet.getByRole('button', { name: 'Another order here' }).click();
  await tapDish(page, 'Mains', 'Burger');
  await page.locator('[data-back]').click();
  await expect(page.locator('[data-table="10"]')).toContainText('Not sent yet: 1');
});

test('[FLR3] [GRO1] a party moves to a free table by two taps', async ({ page, server, pos }) => {
  const { waiter, productIds } = await openFloor(page, server, pos);
  await pos.call('PATCH', '/settings', { tables });
  const items = [{ menu_item_id: productIds.soup }];
  for (const table_number of ['2', 'Olive tree'])
    await waiter.call('POST', '/orders', { type: 'dine_in', table_number, items });
  await openOrder(page, 'T 2');
  await guardOver(page);
  await page.locator('[data-act="table"]').click();
  const sheet = page.getByRole('dialog', { name: 'Move to another table' });
  await expect(sheet.locator('[data-choose-table]')).toHaveText(['10Free', 'Olive tree']);
  await guardOver(page);
  await sheet.getByRole('button', { name: '10' }).click();
  await expect(sheet.getByLabel('New table')).toHaveValue('10');
  await sheet.locator('[data-move]').click();
  await expect(page.getByRole('heading', { name: /^T 10/ })).toBeVisible();
});

test('[RNG4] two waiters at one table see that the other is ordering there', async ({ page, server, pos, browser }) => {
  await openFloor(page, server, pos);
  await pos.call('PATCH', '/settings', { tables });
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const other = await context.newPage();
  await openAs(other, server, pos, 'ben', 'Ben');
  await other.getByRole('button', { name: 'Tables', exact: true }).click();
  await page.getByRole('button', { name: 'Tables', exact: true }).click();
  await guardOver(page);
  await page.locator('[data-table="2"]').click();
  await tapDish(page, 'Mains', 'Burger');
  await expect(other.locator('[data-table="2"]')).toContainText('Anna is ordering');
  await guardOver(other);
  await other.locator('[data-table="2"]').click();
  await expect(other.locator('[data-also="Anna"]')).toContainText('Not sent yet: 1');
  await tapDish(other, 'Starters', 'Tomato soup');
  await expect(page.locator('[data-also="Ben"]')).toBeVisible();
  await send(page);
  await expect(other.locator('[data-also]')).toHaveCount(0);
  await context.close();
});

test('[RNG6] [MEN4] a dish that goes 86 in its open sheet says so, keeps what was said, and can be added when it is back', async ({
  page,
  server,
  pos,
}) => {
  const { productIds } = await openFloor(page, server, pos);
  await pos.call('PATCH', '/settings', { tables });
  await page.getByRole('button', { name: 'Tables', exact: true }).click();
  await guardOver(page);
  await page.locator('[data-table="2"]').click();
  await tapDish(page, 'Mains', 'Steak');
  const sheet = page.getByRole('dialog', { name: 'Steak' });
  await sheet.getByRole('button', { name: 'well done' }).click();
  await sheet.getByLabel('Note for the kitchen').fill('no salt');
  await pos.call('PATCH', `/products/${productIds.steak}/availability`, { available: false });
  await expect(sheet.locator('[data-out]')).toContainText('This dish is 86 now.');
  await expect(sheet.locator('[data-dish-done]')).toBeDisabled();
  await pos.call('PATCH', `/products/${productIds.steak}/availability`, { available: true });
  await expect(sheet.locator('[data-dish-done]')).toBeEnabled();
  await expect(sheet.getByLabel('Note for the kitchen')).toHaveValue('no salt');
  await pos.call('DELETE', `/products/${productIds.steak}`);
  await expect(sheet.locator('[data-out]')).toContainText('taken off the menu');
  await expect(sheet.getByLabel('Note for the kitchen')).toHaveValue('no salt');
});

test('[RNG5] a browser that keeps nothing says so before anything is rung in', async ({ page, server, pos }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await openFloor(page, server, pos);
  await page.locator('[data-new-order]').click();
  await page.getByLabel('Table', { exact: true }).fill('5');
  await page.locator('[data-to-menu]').click();
  await expect(page.locator('[data-keeps-nothing]')).toContainText('This device keeps nothing');
  await tapDish(page, 'Mains', 'Burger');
  await send(page);
  await openOrder(page, 'T 5');
});
