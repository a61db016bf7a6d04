import type { Route } from '@playwright/test';
import { expect, guardOver, test } from './board-fixture.ts';
import { beginAt, onlyOrder, openFloor, send, tapDish } from './floor-hand.ts';
import { box, formOf, openDish, openOffice, row, save } from './menu-office-hand.ts';

test.use({ viewport: { width: 1280, height: 800 } });

test('[MNE1] [MNE2] [MEN1] [MEN4] a dish of the office is at the table at once; what was sold keeps its price; 86 greys it', async ({
  page,
  browser,
  server,
  pos,
}) => {
  test.slow();
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const { page: tablet } = await openFloor(await context.newPage(), server, pos);
  await beginAt(tablet, '4');
  await openOffice(page, server, pos, []);
  await page.locator('[data-new-dish]').click();
  await formOf(page);
  await box(page, 'name').fill('Crêpe Suzette');
  await expect(box(page, 'sku')).toHaveValue('crepe-suzette');
  await box(page, 'price').fill('9,50');
  await page.getByRole('button', { name: 'Sweets', exact: true }).click();
  await page.getByRole('button', { name: 'eggs', exact: true }).click();
  await save(page);
  await expect(page.locator('[data-told="added"]')).toContainText('Crêpe Suzette');
  await expect(row(page, 'crepe-suzette').getByRole('link')).toBeFocused();

  await tapDish(tablet, 'Sweets', 'Crêpe');
  await send(tablet);
  const { id } = await onlyOrder(pos);
  await openDish(page, 'crepe-suzette');
  await box(page, 'price').fill('11');
  await save(page);
  await expect(row(page, 'crepe-suzette')).toContainText('$11.00');
  const sold = (await pos.call('GET', `/orders/${id}`)).json.items[0];
  expect([sold.unit_price, sold.name]).toEqual([9.5, 'Crêpe Suzette']);

  await beginAt(tablet, '5');
  await tablet.getByRole('button', { name: 'Sweets', exact: true }).click();
  const tile = tablet.locator('[data-dish="crepe-suzette"]');
  await expect(tile).toContainText('$11.00');
  await row(page, 'crepe-suzette').locator('[data-out="take-off"]').click();
  await expect(tile).toBeDisabled();
  await expect(row(page, 'crepe-suzette')).toContainText('until somebody puts it back');
  await guardOver(page);
  await row(page, 'crepe-suzette').locator('[data-until="tomorrow"]').click();
  await expect(row(page, 'crepe-suzette')).toContainText('Out (86) until tomorrow');
  await guardOver(page);
  await row(page, 'crepe-suzette').locator('[data-out="put-back"]').click();
  await expect(tile).toBeEnabled();
  await context.close();
});

test('[MNE1] dishes are found by a word, by what is out and what is counted; portions are set in the list', async ({
  page,
  server,
  pos,
}) => {
  const { ids } = await openOffice(page, server, pos);
  const skus = () => page.locator('[data-dish-row]').evaluateAll((rows) => rows.map((one) => one.dataset.dishRow));
  await expect.poll(skus).toEqual(['soup', 'burger', 'steak', 'brulee']);
  const search = page.getByRole('searchbox', { name: 'Find by name or sku' });
  await search.fill('CREME');
  await expect.poll(skus).toEqual(['brulee']);
  await search.fill('pizza');
  await expect(page.getByText('No dish is called “pizza”')).toBeVisible();
  await page.getByRole('button', { name: 'Show the whole menu' }).click();

  // The kitchen has run out.
  await pos.call('PATCH', `/products/${ids.burger}/availability`, { available: false });
  await page.getByRole('button', { name: 'Out now (1)' }).click();
  await expect.poll(skus).toEqual(['burger']);
  await page.getByRole('button', { name: 'Counted (1)' }).click();
  await row(page, 'brulee').getByRole('button', { name: '4 left' }).click();
  const portions = page.getByLabel('how many portions are there now?');
  await portions.fill('a few');
  await page.locator('[data-count-form]').getByRole('button', { name: 'Save' }).click();
  await expect(portions).toHaveAccessibleDescription(/A whole number/);
  await expect(portions).toHaveValue('a few');
  await portions.fill('0');
  await page.keyboard.press('Enter');
  await expect(row(page, 'brulee')).toContainText('none is left of what was counted');
  await expect(row(page, 'brulee').getByRole('button', { name: '0 left' })).toBeFocused();
});

test('[MNE3] each bad field is told at its place, with how to mend it, and what was typed stays', async ({
  page,
  server,
  pos,
}) => {
  await openOffice(page, server, pos);
  await page.goto(`${server.url}/manage#/menu/new`);
  const form = await formOf(page);
  await box(page, 'price').fill('a lot');
  await box(page, 'sku').fill('soup');
  await box(page, 'minutes').fill('soon');
  await page.locator('[data-add-group]').click();
  const card = page.locator('[data-group-card]');
  await card.getByLabel('At least').fill('3');
  await card.getByLabel('Costs extra').fill('-1');
  await save(page);
  const wrong = {
    Name: 'Write what the dish is called',
    Price: 'an amount in figures',
    Category: 'choose below',
    Sku: 'Another dish has this sku',
    'Target, in minutes': 'from 0 to 600',
    'What is chosen': 'such as: Doneness',
    'At least': 'fewer options than that',
    'Option 1': 'what can be chosen',
    'Costs extra': 'an amount in figures',
  };
  for (const [label, words] of Object.entries(wrong)) {
    const field = form.getByLabel(label, { exact: true });
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(new RegExp(words));
  }
  await expect(box(page, 'name')).toBeFocused();
  await expect(box(page, 'price')).toHaveValue('a lot');
  await expect(card.getByLabel('Costs extra')).toHaveValue('-1');
  await box(page, 'price').fill('4.50');
  await expect(box(page, 'price')).not.toHaveAttribute('aria-invalid');
  expect((await pos.call('GET', '/products')).json.items).toHaveLength(4);
});

test('[MNE2] groups are copied from another dish, put in order by buttons, and a dish is doubled and taken off', async ({
  page,
  server,
  pos,
}) => {
  test.slow();
  await openOffice(page, server, pos);
  await openDish(page, 'burger');
  await expect(page.locator('[data-goes-to]')).toHaveText('Goes to Grill: everything in “Mains” goes there.');
  await page.getByRole('button', { name: 'Cold kitchen' }).click();
  await expect(page.locator('[data-goes-to]')).toHaveText('Goes to Cold kitchen: the menu sends this dish there.');
  await page.locator('[data-copy-group]').click();
  await page.getByRole('button', { name: /^Doneness/ }).click();
  const option = (at: number) => page.locator('[data-option]').nth(at);
  await option(2).locator('[data-up]').click();
  await expect(option(1).locator('[data-up]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(option(0).getByLabel('Option 1')).toHaveValue('well done');
  await save(page);
  await expect(page.locator('[data-told="saved"]')).toContainText('Burger');
  const burger = async () =>
    (await pos.call('GET', '/products')).json.items.find(({ sku }: { sku: string }) => sku === 'burger');
  expect(await burger()).toMatchObject({
    stations: ['cold'],
    modifier_groups: [{ name: 'Doneness', min: 1, max: 1, options: [{ name: 'well done' }, { name: 'rare' }, {}] }],
  });

  await openDish(page, 'burger');
  await page.locator('[data-duplicate]').click();
  await formOf(page);
  await expect(box(page, 'sku')).toHaveValue('burger-2');
  await box(page, 'name').fill('Cheeseburger');
  await save(page);
  await expect(row(page, 'cheeseburger')).toContainText('Cheeseburger');
  await openDish(page, 'cheeseburger');
  await page.locator('[data-remove]').click();
  await page.getByRole('button', { name: 'Yes, take it off' }).click();
  await expect(page.locator('[data-told="removed"]')).toContainText('Cheeseburger');
  await expect(row(page, 'cheeseburger')).toHaveCount(0);
});

test('[MNE5] two managers: what the other has changed is told, shown, and overwritten by nobody in silence', async ({
  page,
  server,
  pos,
}) => {
  const { ids } = await openOffice(page, server, pos);
  const steak = async () => (await pos.call('GET', `/products/${ids.steak}`)).json;
  await openDish(page, 'steak');
  await box(page, 'price').fill('25');
  await pos.call('PATCH', `/products/${ids.steak}`, { price: 26, name: 'Rib eye' });
  await expect(box(page, 'name')).toHaveValue('Rib eye');
  await expect(page.locator('[data-note="taken"]')).toContainText('Name');
  const dispute = page.locator('[data-dispute="price"]');
  await expect(dispute).toContainText('26.00');
  await expect(box(page, 'price')).toHaveValue('25');
  await expect(page.locator('[data-save]')).toBeDisabled();
  await dispute.locator('[data-decide="mine"]').click();
  await expect(dispute).toHaveCount(0);
  // A dish that is sold or goes 86 has another version, too: no reason to ask anybody.
  await pos.call('PATCH', `/products/${ids.steak}/inventory`, { quantity: 3 });
  await save(page);
  await expect(page.locator('[data-told="saved"]')).toBeVisible();
  expect(await steak()).toMatchObject({ price: 25, name: 'Rib eye', stock_quantity: 3 });

  // Told by the refusal alone, where the news has not come yet.
  await openDish(page, 'steak');
  await box(page, 'price').fill('30');
  const first = async (route: Route) => {
    if (route.request().method() === 'PATCH') await pos.call('PATCH', `/products/${ids.steak}`, { price: 27 });
    await route.fallback();
  };
  await page.route(`**/products/${ids.steak}`, first, { times: 1 });
  await guardOver(page);
  await save(page);
  await expect(page.getByRole('alert').filter({ hasText: 'somebody else has just changed this dish' })).toBeVisible();
  await expect(dispute).toContainText('27.00');
  expect((await steak()).price).toBe(27);
  await dispute.locator('[data-decide="theirs"]').click();
  await expect(box(page, 'price')).toHaveValue('27.00');
});

test('[MNE4] unsaved changes are asked about; a reload, a lost network and another page take nothing of them', async ({
  page,
  server,
  pos,
}) => {
  test.slow();
  await openOffice(page, server, pos);
  await openDish(page, 'soup');
  await box(page, 'name').fill('Gazpacho');
  const question = page.locator('[data-leave-question]');
  const stay = async () => {
    await expect(question).toBeVisible();
    await guardOver(page);
    await question.getByRole('button', { name: 'Stay here' }).click();
    await expect(question).toHaveCount(0);
    await expect(box(page, 'name')).toHaveValue('Gazpacho');
  };
  await page.locator('[data-to="people"]').click();
  await stay();
  await page.goBack();
  await stay();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await stay();

  const asked = page.waitForEvent('dialog');
  const reload = page.reload();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await reload;
  await expect(page.locator('[data-note="found"]')).toContainText('not saved yet');
  await expect(box(page, 'name')).toHaveValue('Gazpacho');

  await page.context().setOffline(true);
  await save(page);
  await expect(page.getByRole('alert').filter({ hasText: 'did not answer' })).toBeVisible();
  await expect(box(page, 'name')).toHaveValue('Gazpacho');
  await page.context().setOffline(false);
  await guardOver(page);
  await save(page);
  await expect(row(page, 'soup')).toContainText('Gazpacho');

  await openDish(page, 'soup');
  await box(page, 'name').fill('Minestrone');
  await page.locator('[data-back]').click();
  await guardOver(page);
  await question.locator('[data-leave]').click();
  await expect(row(page, 'soup')).toContainText('Gazpacho');
  await openDish(page, 'soup');
  await expect(box(page, 'name')).toHaveValue('Gazpacho');
});
