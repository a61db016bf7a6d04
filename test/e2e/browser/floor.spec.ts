import { expect, guardOver, test } from './board-fixture.ts';
import { beginAt, lookedAt, onlyOrder, openFloor, openOrder, orderCard, send, tapDish } from './floor-hand.ts';

test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

test('[FLR2] [RNG3] an order is taken with one thumb: the kitchen has it, and the list says how far it is', async ({
  page,
  server,
  pos,
}) => {
  await openFloor(page, server, pos);
  await expect(page.getByText('None of yours is open')).toBeVisible();
  await beginAt(page, '5');
  await tapDish(page, 'Starters', 'Tomato soup');
  await page.getByRole('button', { name: /^Tomato soup/ }).click();
  await tapDish(page, 'Mains', 'Steak');
  const sheet = page.getByRole('dialog', { name: 'Steak' });
  await expect(sheet.locator('[data-dish-done]')).toBeDisabled();
  await expect(sheet.getByText('Doneness: choose at least 1')).toBeVisible();
  await sheet.getByRole('button', { name: 'well done' }).click();
  await sheet.getByRole('button', { name: 'rare' }).click();
  await sheet.getByRole('button', { name: /fries/ }).click();
  await sheet.getByLabel('Note for the kitchen').fill('no salt');
  await sheet.getByLabel('Seat').selectOption('2');
  await sheet.locator('[data-dish-done]').click();
  await expect(sheet).toBeHidden();
  const bar = page.locator('[data-cart-bar]');
  await expect(bar).toContainText('Look and send (3)');
  await expect(bar).toContainText('$40.50');
  await send(page);
  await expect(orderCard(page, 'T 5')).toContainText('3 of 3 in the kitchen');
  const order = await onlyOrder(pos);
  expect([order.table_number, order.server_name, order.total_price]).toEqual(['5', 'Anna', 40.5]);
  expect(lookedAt(order)).toEqual([
    [2, 'Tomato soup', '', null, null],
    [1, 'Steak', 'rare,fries', 2, 'no salt'],
  ]);
  await openOrder(page, 'T 5');
  await expect(page.locator('main [data-delivery]')).toContainText('New order');
  await expect(page.locator('[data-line]').first()).toContainText('Waits');
});

test('[RNG1] [FLR1] what is rung in outlives a reload, stands among the orders, and the device’s way back leads there', async ({
  page,
  server,
  pos,
}) => {
  await openFloor(page, server, pos);
  await beginAt(page, '7');
  await tapDish(page, 'Mains', 'Burger');
  await page.reload();
  await expect(page.locator('[data-cart-bar]')).toContainText('Look and send (1)');
  await page.locator('[data-back]').click();
  const unsent = page.locator('[data-unsent]');
  await expect(unsent).toContainText('Not sent yet: 1');
  await expect(unsent).toContainText('1 × Burger');
  await unsent.click();
  await expect(page.locator('[data-cart-bar]')).toBeVisible();
  await page.goBack();
  await expect(unsent).toBeVisible();
  // Whoever begins anew at that table goes on with what is there.
  await beginAt(page, '7');
  await expect(page.locator('[data-cart-bar]')).toContainText('Look and send (1)');
  await send(page);
  await expect(unsent).toHaveCount(0);
  await expect(orderCard(page, 'T 7')).toBeVisible();
  await page.reload();
  await expect(orderCard(page, 'T 7')).toBeVisible();
  await expect(unsent).toHaveCount(0);
});

test('[MEN4] [RNG3] what is 86 is grey at once, also on the order, which is not sent before it is changed', async ({
  page,
  server,
  pos,
}) => {
  const { productIds } = await openFloor(page, server, pos);
  await beginAt(page, '5');
  await tapDish(page, 'Mains', 'Burger');
  const available = (is: boolean) =>
    pos.call('PATCH', `/products/${productIds.burger}/availability`, { available: is });
  expect((await available(false)).status).toBe(200);
  await expect(page.locator('[data-dish="burger"]')).toBeDisabled();
  await expect(page.locator('[data-dish="burger"]')).toContainText('86');
  await page.locator('[data-cart-bar]').click();
  await expect(page.locator('[data-cart-line]')).toContainText('86: not to be had now');
  await expect(page.locator('[data-send]')).toBeDisabled();
  await available(true);
  await expect(page.locator('[data-send]')).toBeEnabled();
});

test('[DLV1] [RNG2] without the kitchen an order is kept on the device; refused, it is rung in anew as it was', async ({
  page,
  server,
  pos,
}) => {
  const { productIds } = await openFloor(page, server, pos);
  await beginAt(page, '9');
  await tapDish(page, 'Mains', 'Burger');
  await page.route('**/api/v1/orders', (route) => route.abort());
  await send(page);
  await expect(page.locator('[data-under-way="kept"]')).toContainText('Kept on this tablet');
  await expect(page.locator('[data-under-way]')).toContainText('T 9');
  await pos.call('PATCH', `/products/${productIds.burger}/availability`, { available: false });
  await page.unroute('**/api/v1/orders');
  const refused = page.locator('[data-refused]');
  await expect(refused).toContainText('was not taken', { timeout: 30_000 });
  await guardOver(page);
  await refused.getByRole('button', { name: 'Change and send again' }).click();
  await expect(page.getByRole('heading', { name: 'T 9', exact: true })).toBeVisible();
  await pos.call('PATCH', `/products/${productIds.burger}/availability`, { available: true });
  await send(page);
  await expect(refused).toHaveCount(0);
  await expect(orderCard(page, 'T 9')).toBeVisible();
  expect((await onlyOrder(pos)).table_number).toBe('9');
});

test('[DRF1] what is rung in stands on the board until it is sent, by table and number of dishes', async ({
  page,
  board,
  server,
  pos,
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
  await openFloor(await context.newPage(), server, pos);
  const [floor] = context.pages();
  await beginAt(floor!, '8');
  await tapDish(floor!, 'Mains', 'Burger');
  await floor!.getByRole('button', { name: /^Burger/ }).click();
  const draft = board.locator('[data-draft]');
  await expect(draft).toContainText('T 8');
  await expect(draft).toContainText('2');
  await send(floor!);
  await expect(draft).toHaveCount(0);
  await expect(board.getByRole('heading', { name: 'T 8', exact: true })).toBeVisible();
  expect(page).toBe(board);
  await context.close();
});

test('[RNG1] for whom it is can be changed while it is rung in; a guest’s name, phone and promise reach the kitchen', async ({
  page,
  server,
  pos,
}) => {
  await openFloor(page, server, pos);
  await beginAt(page, '5');
  await tapDish(page, 'Mains', 'Burger');
  await page.locator('[data-cart-bar]').click();
  await page.locator('[data-for-whom]').click();
  await page.getByRole('button', { name: 'Delivery' }).click();
  const name = `Zoë Müller-Lüdenscheid, ${'a long street '.repeat(8)}`.trim();
  await page.getByLabel('Guest’s name').fill(name);
  await page.getByLabel('Phone').fill('0123 456');
  await page.getByLabel('Ready in (min)').selectOption('45');
  await page.getByLabel('Note for the whole order').fill('ring twice');
  await page.locator('[data-to-menu]').click();
  // A name as long as this one ends no link.
  await expect(page.locator('[data-freshness="fresh"]')).toBeVisible();
  await send(page);
  const { items } = (await pos.call('GET', '/orders?status=open')).json;
  expect(items.map((one: any) => [one.type, one.customer_name, one.customer_phone, one.notes])).toEqual([
    ['delivery', name, '0123 456', 'ring twice'],
  ]);
  expect(Date.parse(items[0].promised_at) - Date.parse(items[0].created_at)).toBeGreaterThan(44 * 60_000);
  await expect(page.locator('[data-freshness="fresh"]')).toBeVisible();
});

test('[RNG1] [ID2] two pages of one device have the same carts, and what one has sent the other cannot send again', async ({
  page,
  server,
  pos,
  context,
}) => {
  await openFloor(page, server, pos);
  await beginAt(page, '5');
  await tapDish(page, 'Mains', 'Burger');
  const other = await context.newPage();
  await other.goto(`${server.url}/floor`);
  await other.locator('[data-unsent]').click();
  await other.locator('[data-cart-bar]').click();
  await send(page);
  await expect(orderCard(page, 'T 5')).toBeVisible();
  await expect(other.getByText('Nothing is rung in here')).toBeVisible();
  expect((await onlyOrder(pos)).items).toHaveLength(1);
});

test('[RNG2] [OBX4] dishes that were not taken stay to be rung in, whatever else is added to that order', async ({
  page,
  server,
  pos,
}) => {
  const { waiter, productIds } = await openFloor(page, server, pos);
  const dish = { menu_item_id: productIds.cake };
  await waiter.call('POST', '/orders', { type: 'dine_in', table_number: '4', items: [dish] });
  const add = async (category: string, name: string) => {
    await openOrder(page, 'T 4');
    await page.locator('[data-add-dishes]').click();
    await tapDish(page, category, name);
    await send(page);
  };
  await page.route('**/api/v1/orders/*/items', (route) => route.abort());
  await add('Mains', 'Burger');
  await expect(page.locator('[data-under-way]')).toContainText('Dishes added');
  await pos.call('PATCH', `/products/${productIds.burger}/availability`, { available: false });
  await page.unroute('**/api/v1/orders/*/items');
  const refused = page.locator('[data-refused]');
  await expect(refused).toContainText('Dishes added', { timeout: 30_000 });
  await add('Starters', 'Tomato soup');
  await expect.poll(async () => (await onlyOrder(pos)).items.length).toBe(2);
  await expect(refused).toHaveCount(1);
  await page.reload();
  await expect(refused).toHaveCount(1);
  // Thrown away only by a second tap that is no bounce.
  await guardOver(page);
  await refused.getByRole('button', { name: 'Discard' }).dblclick();
  await expect(refused).toHaveCount(1);
  await guardOver(page);
  await refused.getByRole('button', { name: 'Discard for good' }).click();
  await expect(refused).toHaveCount(0);
});

test('[RNG1] a page that ended while it sent finds its cart again, and says that it may have been sent', async ({
  page,
  server,
  pos,
}) => {
  await openFloor(page, server, pos);
  await beginAt(page, '5');
  await tapDish(page, 'Mains', 'Burger');
  // As it lies there between the tap and the moment in which the command is kept.
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('kitchen-pass.carts.')) ?? '';
    const carts = JSON.parse(localStorage.getItem(key) ?? '[]').map((cart: object) => ({ ...cart, sentAs: 'gone' }));
    localStorage.setItem(key, JSON.stringify(carts));
    location.hash = '#/';
  });
  await page.reload();
  const unsent = page.locator('[data-unsent]');
  await expect(unsent).toContainText('It may have been sent: look at the orders first.');
  await unsent.click();
  await send(page);
  await expect(unsent).toHaveCount(0);
  expect((await onlyOrder(pos)).table_number).toBe('5');
});
