import { expect, guardOver, test } from './board-fixture.ts';
import { beginAt, lookedAt, onlyOrder, openFloor, openOrder, orderCard, send, tapDish } from './floor-hand.ts';

test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

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
  // By mistake: it stands at the pass again.
  await guardOver(page);
  await page.locator('[data-way-back]').getByRole('button', { name: 'Undo: T 4 · A1 picked up' }).click();
  await expect(card.locator('[data-pick-up]')).toBeVisible();
  await expect.poll(status).toEqual(['ready', 'pending']);
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
  await guardOver(page);
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
  await sheet.locator('[data-merge="ask"]').click();
  await guardOver(page);
  await sheet.locator('[data-merge="sure"]').click();
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

test('[FLR2] what was served and not paid stays in reach: its bill, and a dessert', async ({ page, server, pos }) => {
  const { waiter, productIds } = await openFloor(page, server, pos);
  const soup = { menu_item_id: productIds.soup };
  const { json } = await waiter.call('POST', '/orders', { type: 'dine_in', table_number: '3', items: [soup] });
  await expect(orderCard(page, 'T 3')).toBeVisible();
  await pos.call('POST', `/orders/${json.id}/bump`, {});
  await expect(page.getByRole('heading', { name: 'Served, not paid' })).toBeVisible();
  await openOrder(page, 'T 3');
  await page.locator('[data-add-dishes]').click();
  await tapDish(page, 'Sweets', 'Crème');
  await send(page);
  const order = async () => (await pos.call('GET', `/orders/${json.id}`)).json;
  await expect.poll(async () => (await order()).items.length).toBe(2);
  await pos.call('POST', `/orders/${json.id}/bump`, {});
  await openOrder(page, 'T 3');
  await guardOver(page);
  await page.locator('[data-act="payment"]').click();
  await guardOver(page);
  await page.locator('[data-paid="cash"]').click();
  await expect.poll(async () => (await order()).payment_status).toBe('paid');
  await page.locator('[data-back]').click();
  await expect(page.getByRole('heading', { name: 'Served, not paid' })).toHaveCount(0);
});

test('[RNG1] who it is for outlives a reload before the first dish, and one step back leads to where it is mended', async ({
  page,
  server,
  pos,
}) => {
  await openFloor(page, server, pos);
  await page.locator('[data-new-order]').click();
  await page.getByRole('button', { name: 'Takeaway' }).click();
  await page.getByLabel('Guest’s name').fill('Zoë');
  await page.getByLabel('Phone').fill('+44 20 7946 0000');
  await guardOver(page);
  await page.locator('[data-to-menu]').click();
  await expect(page.locator('[data-dish="soup"]')).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-dish="soup"]')).toBeVisible();
  await guardOver(page);
  await page.locator('[data-back]').click();
  await expect(page.getByLabel('Phone')).toHaveValue('+44 20 7946 0000');
  await guardOver(page);
  await page.locator('[data-back]').click();
  await expect(page.locator('[data-new-order]')).toBeVisible();
  await expect(page.getByText('Not sent yet')).toHaveCount(0);
});
