import { expect, guardOver, test } from './board-fixture.ts';
import { beginAt, onlyOrder, openFloor, openOrder, orderCard, send, tapDish } from './floor-hand.ts';

test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

const lookedAt = (json: any) =>
  json.items.map((item: any) => [
    item.quantity,
    item.name,
    item.modifiers.map((one: any) => one.name).join(),
    item.seat,
    item.notes,
  ]);

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

test('[PUP1] [PUP2] what stands ready is told on the order, and one tap says that it was fetched', async ({
  page,
  server,
  pos,
}) => {
  const { waiter, productIds } = await openFloor(page, server, pos);
  const dish = { menu_item_id: productIds.burger };
  const two = { type: 'dine_in', table_number: '4', items: [dish, dish] };
  const { json } = await waiter.call('POST', '/orders', two);
  await expect(orderCard(page, 'T 4')).toContainText('2 of 2 in the kitchen');
  await pos.call('PATCH', `/orders/${json.id}/items/${json.items[0].id}`, { status: 'ready' });
  const card = orderCard(page, 'T 4');
  await expect(card.locator('[data-ready="now"]')).toBeVisible();
  await guardOver(page);
  await card.locator('[data-pick-up]').click();
  await expect(card).toContainText('1 of 2 served');
  await expect(card.locator('[data-pick-up]')).toHaveCount(0);
  const status = async () =>
    (await pos.call('GET', `/orders/${json.id}`)).json.items.map((item: { status: string }) => item.status);
  await expect.poll(status).toEqual(['completed', 'pending']);
});

test('[CHG1] [VOI1] [GRO1] [GRO2] what was sent is changed, called off, paid, moved, split and put together from its page', async ({
  page,
  server,
  pos,
}) => {
  test.slow();
  await openFloor(page, server, pos);
  await beginAt(page, '5');
  for (const [category, name] of [
    ['Starters', 'Tomato soup'],
    ['Mains', 'Burger'],
    ['Sweets', 'Crème'],
  ] as const)
    await tapDish(page, category, name);
  await send(page);
  await openOrder(page, 'T 5');
  const { id } = await onlyOrder(pos);
  const order = async () => (await pos.call('GET', `/orders/${id}`)).json;
  const line = (name: string) => page.locator('[data-line]').filter({ hasText: name });

  await line('Burger').getByRole('button').click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'One more' }).click();
  await sheet.getByLabel('Note for the kitchen').fill('well done');
  await sheet.locator('[data-keep-change]').click();
  await expect(line('Burger')).toContainText('well done');
  await expect.poll(async () => lookedAt(await order())[1]).toEqual([2, 'Burger', '', null, 'well done']);

  await line('Tomato soup').getByRole('button').click();
  await guardOver(page);
  await sheet.locator('[data-void]').click();
  await sheet.getByRole('button', { name: 'Rung in by mistake' }).click();
  await sheet.locator('[data-sure]').click();
  await expect(line('Tomato soup')).toContainText('Called off');
  await expect.poll(async () => (await order()).items[0].status).toBe('voided');

  const act = async (name: string) => {
    await guardOver(page);
    await page.locator(`[data-act="${name}"]`).click();
    await guardOver(page);
  };
  await act('payment');
  await sheet.locator('[data-paid="card"]').click();
  await expect.poll(async () => (await order()).payment_status).toBe('paid');
  await expect(page.locator('main').getByText('Paid', { exact: true })).toBeVisible();

  await act('split');
  await sheet.getByRole('listitem').filter({ hasText: 'Crème' }).getByRole('button', { name: 'One more' }).click();
  await sheet.getByLabel('Table of the new order').fill('6');
  await sheet.locator('[data-split]').click();
  await expect(line('Crème')).toHaveCount(0);
  const open = async () =>
    (await pos.call('GET', '/orders?status=open')).json.items.map((one: any) => one.table_number).sort();
  await expect.poll(open).toEqual(['5', '6']);

  await act('merge');
  await sheet.locator('[data-merge]').click();
  await expect(line('Crème')).toBeVisible();
  await expect.poll(open).toEqual(['5']);

  await act('table');
  await sheet.getByLabel('New table').fill('12');
  await sheet.locator('[data-move]').click();
  await expect(page.getByRole('heading', { name: /^T 12/ })).toBeVisible();
  await expect.poll(open).toEqual(['12']);

  await act('cancel');
  await sheet.locator('[data-sure]').click();
  await expect.poll(async () => (await order()).order_status).toBe('cancelled');
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
