import type { Locator, Page } from '@playwright/test';
import type { ServerProcess } from '../../harness/server-process.ts';
import { openSmallKitchen } from '../../harness/small-kitchen.ts';
import { expect, order, test } from './board-fixture.ts';
import { liveThrough, openSection } from './site-office-hand.ts';

/** What the page tells of an order, one line for each event. */
const pastOf = async (past: Locator): Promise<string[]> => {
  const words = await past.locator('[data-happening] > div').allInnerTexts();
  return words.map((each) => each.replaceAll(/\s+/g, ' ').trim());
};

async function findOrder(page: Page, server: ServerProcess, search: string): Promise<Locator> {
  const office = await openSection(page, server, 'history');
  await office.getByLabel('Find by table, number, guest or dish').fill(search);
  return office;
}

test('[STE5] the history of an order reads completely, and is found by what people remember of it', async ({
  page,
  pos,
  server,
}) => {
  const kitchen = await openSmallKitchen(pos);
  const id = await liveThrough(pos, kitchen.dishes);
  await order(pos, '3', ['Soup']);
  const office = await findOrder(page, server, 'ottilie');
  await expect(office.locator('[data-order]')).toHaveCount(1);
  await office.locator('[data-order]').click();
  await expect(page).toHaveURL(new RegExp(`#/history/${id}$`));
  const past = page.locator('[data-happenings]');
  await expect(past.locator('[data-happening]')).toHaveCount(14);
  expect(await pastOf(past)).toEqual([
    'Ordered: 2 burger, 1 fries, 2 cola',
    'Quantity: 2 burger 2 3 Note: 2 burger no onion no onion, rare',
    'Seen: 3 burger Grill',
    'Called off: 1 fries Reason: The guest changed their mind',
    'Was cooked already when it was called off: 1 fries Seen: 1 fries Fryer',
    'Ready: 3 burger Grill',
    'Undone To do again: 3 burger Grill',
    'Ready: 3 burger Grill',
    'Recalled: new clock To cook again: 3 burger Grill',
    'Ready: 3 burger Grill',
    'Table 12 14',
    'Ready: 2 cola Bar',
    'Handed over: 3 burger Grill Handed over: 2 cola Bar',
    'Payment Not paid Paid Paid by nothing card',
  ]);
  await expect(past.locator('[data-who="person"]')).toHaveCount(14);
  await expect(page.locator('[data-facts]')).toContainText('+49 30 1234567');
  await expect(page.locator('[data-lines]')).toContainText(/Grill: begun [\d:]+, ready [\d:]+, handed over [\d:]+/);
  // Another one that is open is told as it goes on.
  await pos.call('PATCH', `/orders/${id}/payment`, { payment_status: 'refunded' });
  await page.locator('[data-back]').click();
  await expect(office.getByLabel('Find by table, number, guest or dish')).toHaveValue('ottilie');
  await office.locator('[data-order]').click();
  await expect(past.locator('[data-happening]').last()).toContainText('Paid back');
});

test('[STE5] without the kitchen, and without an order, the history says so', async ({ page, pos, server }) => {
  await order(pos, '3', ['Soup']);
  const office = await findOrder(page, server, 'nobody');
  await expect(office.getByRole('status')).toContainText('No order fits that');
  await office.getByLabel('Find by table, number, guest or dish').fill('');
  await expect(office.locator('[data-order]')).toHaveCount(1);
  await office.getByLabel('Business day').fill('2020-02-29');
  await expect(office.getByRole('status')).toContainText('No order fits that');
  await page.route('**/api/v1/orders?**', (route) => route.abort());
  await office.getByLabel('Business day').fill('2020-03-01');
  await expect(office.getByRole('alert')).toContainText('needs the kitchen computer');
  await page.unroute('**/api/v1/orders?**');
  await office.getByLabel('Business day').fill('');
  await expect(office.locator('[data-order]')).toHaveCount(1);
  for (const id of ['00000000-0000-4000-8000-000000000000', 'x'])
    await expect((await openSection(page, server, `history/${id}`)).getByRole('status')).toContainText('no such order');
});
