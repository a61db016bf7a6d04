import type { Page } from '@playwright/test';
import { bumpOf, expect, guardOver, test, ticket, tickets } from './board-fixture.ts';
import { countedByHand, openHouse } from './evening-hand.ts';
import { beginAt, openOrder, orderCard, send, tapDish } from './floor-hand.ts';
import { dish, openSheet } from './station-fixture.ts';

async function bump(board: Page, label: string): Promise<void> {
  await expect(ticket(board, label)).toBeVisible();
  await guardOver(board);
  await bumpOf(ticket(board, label)).click();
  await expect(ticket(board, label)).toBeHidden();
}

test('[FLR2] [RNG2] [MEN4] [CRD6] [GRO2] [RDY2] [RPT1] an evening of a small restaurant: two waiters, a kitchen, guests, a manager; and what the reports make of it', async ({
  browser,
  server,
  pos,
}) => {
  test.setTimeout(180_000);
  const { anna, ben, board, guests, office, close } = await openHouse(browser, server, pos);

  await beginAt(anna, '5');
  await tapDish(anna, 'Starters', 'Tomato soup');
  await tapDish(anna, 'Mains', 'Burger');
  await anna.getByRole('button', { name: /^Burger/ }).click();
  await send(anna);
  await expect(ticket(board, 'T 5')).toBeVisible();

  // Ben's phone loses the Wi-Fi in the middle of an order: it is kept there, says so, and comes once.
  await beginAt(ben, '7');
  await tapDish(ben, 'Sweets', 'Crème');
  await ben.context().setOffline(true);
  await tapDish(ben, 'Mains', 'Burger');
  await send(ben);
  await expect(ben.locator('[data-under-way="kept"]')).toContainText('Kept on this tablet');
  await expect(ticket(board, 'T 7')).toBeHidden();
  await ben.context().setOffline(false);
  await expect(ticket(board, 'T 7')).toBeVisible({ timeout: 60_000 });
  await expect(ben.locator('[data-under-way]')).toHaveCount(0);
  await expect(tickets(board)).toHaveCount(2);

  // Two waiters on one table.
  await guardOver(ben);
  await ben.getByRole('button', { name: /^All \(/ }).click();
  await openOrder(ben, 'T 5');
  await ben.locator('[data-add-dishes]').click();
  await tapDish(ben, 'Sweets', 'Crème');
  await send(ben);
  await openOrder(anna, 'T 5');
  await expect(anna.locator('[data-line]')).toHaveCount(3);
  await expect(dish(ticket(board, 'T 5'), 'Crème brûlée')).toBeVisible();

  // The burgers are gone while Ben rings one in.
  await ben.goto(`${server.url}/floor`);
  await beginAt(ben, '8');
  await tapDish(ben, 'Mains', 'Burger');
  const sheet = await openSheet(board, 'T 5', 'Burger');
  await sheet.getByRole('button', { name: '86 Burger: out for the whole house' }).click();
  await expect(ben.locator('[data-dish="burger"]')).toBeDisabled();
  await ben.locator('[data-cart-bar]').click();
  await expect(ben.locator('[data-cart-line]')).toContainText('86: not to be had now');
  await expect(ben.locator('[data-send]')).toBeDisabled();
  await guardOver(ben);
  await ben
    .locator('[data-cart-line]')
    .getByRole('button', { name: /less|Remove|One less/i })
    .first()
    .click();
  await ben.keyboard.press('Escape');
  await tapDish(ben, 'Starters', 'Tomato soup');
  await send(ben);
  await expect(ticket(board, 'T 8')).toBeVisible();

  // A soup is called off when it is already being cooked.
  await guardOver(board);
  await dish(ticket(board, 'T 5'), 'Tomato soup').locator('[data-line]').click();
  const soup = anna.locator('[data-line]').filter({ hasText: 'Tomato soup' });
  await expect(soup).not.toContainText('Waits');
  await guardOver(anna);
  await soup.getByRole('button').click();
  await guardOver(anna);
  await anna.locator('[data-void]').click();
  await anna.getByRole('button', { name: 'Rung in by mistake' }).click();
  await anna.locator('[data-sure]').click();
  await expect(soup).toContainText('Called off');
  const struck = dish(ticket(board, 'T 5'), 'Tomato soup');
  await expect(struck.locator('[data-line]')).toHaveAttribute('data-status', 'void');
  const answer = struck.getByRole('button', { name: 'Yes, cooked' });
  // A ticket that has grown slides its neighbours when it is measured, and a press just then does not count ([TAP1]).
  await expect(async () => {
    await guardOver(board);
    await struck.locator('[data-line]').click();
    await expect(answer).toBeVisible({ timeout: 2000 });
  }).toPass();
  await guardOver(board);
  await answer.click();
  await expect(struck).toBeHidden();

  // Somebody waits in front of the counter.
  const takeaway = (await pos.order({ type: 'takeaway' })).json;
  await expect(guests.locator(`[data-order="${takeaway.number}"]`)).toBeVisible();
  await bump(board, takeaway.number);
  await expect(guests.locator(`[data-order="${takeaway.number}"]`)).toHaveCount(0);

  // The bill of table 5 is split, and each half paid.
  await guardOver(anna);
  await anna.locator('[data-act="split"]').click();
  await guardOver(anna);
  const split = anna.getByRole('dialog');
  await split.getByRole('listitem').filter({ hasText: 'Crème' }).getByRole('button', { name: 'One more' }).click();
  await split.getByLabel('Table of the new order').fill('6');
  await split.locator('[data-split]').click();
  await expect(anna.locator('[data-line]')).toHaveCount(2);
  await expect(ticket(board, 'T 6')).toBeVisible();
  for (const label of ['T 7', 'T 8', 'T 6', 'T 5']) await bump(board, label);
  await expect(tickets(board)).toHaveCount(0);
  for (const [table, how] of [
    ['T 5', 'card'],
    ['T 6', 'cash'],
  ] as const) {
    await anna.goto(`${server.url}/floor`);
    await openOrder(anna, table);
    await guardOver(anna);
    await anna.locator('[data-act="payment"]').click();
    await guardOver(anna);
    await anna.locator(`[data-paid="${how}"]`).click();
  }
  const paid = async () =>
    (await pos.call('GET', '/orders?limit=200')).json.items
      .filter((one: any) => one.payment_status === 'paid')
      .map((one: any) => [one.table_number, one.payment_method])
      .sort();
  await expect.poll(paid).toEqual([
    ['5', 'card'],
    ['6', 'cash'],
  ]);
  await anna.goto(`${server.url}/floor`);
  await expect(orderCard(anna, 'T 5')).toHaveCount(0);

  const day = (await pos.call('GET', `/orders/${takeaway.id}`)).json.business_day;
  const report = await office.request.get(`${server.url}/api/v1/reports/tickets?from=${day}`);
  const { total } = await report.json();
  const counted = await countedByHand(pos);
  expect(counted).toEqual({ orders: 5, cancelled: 0, portions: 7, voided: 1 });
  expect(total).toMatchObject({ ...counted, recooked: 0, late: 0 });
  await office.goto(`${server.url}/manage#/reports/${day}/${day}`);
  const told = (figure: string) => office.locator(`[data-figure="${figure}"] [data-value]`);
  await expect(told('orders')).toHaveText(String(counted.orders));
  await expect(told('voided')).toHaveText(String(counted.voided));
  await close();
});
