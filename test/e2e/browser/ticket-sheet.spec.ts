import { chromiumOptions } from '../../config/chromium-options.ts';
import { expect, guardOver, ticket } from './board-fixture.ts';
import { moveTo, press } from './keys-hand.ts';
import { letIn } from './signed-in.ts';
import { dish, openDish, openSheet, sharesOf, test } from './station-fixture.ts';

test('[CRD8] [FIR2] a ticket is started and held from its sheet, and fired from that of the pass without a question', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order([
    { sku: 'burger', course: 1 },
    { sku: 'platter', course: 2 },
  ]);
  const grill = await screenOf('grill');
  const shares = async () => sharesOf((await pos.call('GET', `/orders/${order.id}`)).json);
  await (await openSheet(grill, 'T 4')).getByRole('button', { name: 'Hold course 2' }).click();
  await expect(ticket(grill, 'T 4').locator('[data-course="2"]')).toHaveText('Course 2 · on hold');
  await guardOver(grill);
  await (await openSheet(grill, 'T 4')).getByRole('button', { name: 'Start' }).click();
  await expect.poll(shares).toEqual(['burger@grill: preparing', 'platter@grill: pending', 'platter@fry: pending']);
  await guardOver(grill);
  const sheet = await openSheet(grill, 'T 4');
  await expect(sheet.getByRole('button', { name: 'burger' })).toContainText('cooking');
  await expect(sheet.getByRole('button', { name: 'Fire course 2' })).toBeVisible();
  await (await openSheet(await screenOf('pass'), 'T 4')).getByRole('button', { name: 'Fire course 2' }).click();
  await expect(dish(ticket(grill, 'T 4'), 'platter').locator('[data-status="todo"]')).toBeVisible();
});

test('[RTE4] a dish is given to another station', async ({ kitchen, screenOf, pos }) => {
  const order = await kitchen.order(['burger']);
  const [grill, fryer] = [await screenOf('grill'), await screenOf('fry')];
  await expect(ticket(fryer, 'T 4')).toBeHidden();
  const sheet = await openSheet(grill, 'T 4');
  await sheet.getByRole('button', { name: 'From Grill to Fryer' }).first().click();
  await expect(ticket(grill, 'T 4')).toBeHidden();
  await expect(sheet).toBeHidden();
  await expect(dish(ticket(fryer, 'T 4'), 'burger')).toBeVisible();
  const shares = async () => sharesOf((await pos.call('GET', `/orders/${order.id}`)).json);
  expect(await shares()).toEqual(['burger@fry: pending']);

  // Where it stood says where it went, and has it back.
  await expect(grill.locator('[data-gap]')).toContainText('T 4 given to Fryer');
  await guardOver(grill);
  await grill.getByRole('button', { name: 'Undo: T 4 given to Fryer' }).click();
  await expect(dish(ticket(grill, 'T 4'), 'burger')).toBeVisible();
  await expect(ticket(fryer, 'T 4')).toBeHidden();
  expect(await shares()).toEqual(['burger@grill: pending']);
});

test('[RTE4] [UND1] one dish of several is given away: the board says where it went, and has it back', async ({
  kitchen,
  screenOf,
}) => {
  await kitchen.order(['burger', 'burger']);
  const [grill, fryer] = [await screenOf('grill'), await screenOf('fry')];
  const sheet = await openSheet(grill, 'T 4');
  await sheet.locator('[data-sheet-line]').first().getByRole('button').first().click();
  await guardOver(grill);
  await sheet.locator('[data-sheet-line]').first().getByRole('button', { name: 'From Grill to Fryer' }).click();
  await expect(sheet).toBeHidden();
  const said = grill.locator('[data-stayed="give"]');
  await expect(said).toContainText('burger given to Fryer');
  await expect(ticket(grill, 'T 4').locator('[data-line]')).toHaveCount(1);
  await expect(ticket(fryer, 'T 4').locator('[data-line]')).toHaveCount(1);
  await guardOver(grill);
  await said.getByRole('button', { name: 'Undo: burger given to Fryer' }).click();
  await expect(ticket(grill, 'T 4').locator('[data-line]')).toHaveCount(2);
  await expect(ticket(fryer, 'T 4')).toBeHidden();
  await expect(said).toBeHidden();

  // A bump bar without a key of its own for undo has it on the one that recalls.
  await guardOver(grill);
  await grill.keyboard.press('t');
  await guardOver(grill);
  await grill.getByRole('dialog').getByRole('button', { name: 'Fryer' }).click();
  await expect(grill.locator('[data-gap]')).toContainText('T 4 given to Fryer');
  await guardOver(grill);
  await grill.keyboard.press('Backspace');
  await expect(ticket(grill, 'T 4').locator('[data-line]')).toHaveCount(2);
});

test('[MEN4] a dish is 86 from the ticket, and back on', async ({ kitchen, screenOf, pos }) => {
  await kitchen.order(['burger']);
  const grill = await screenOf('grill');
  const sheet = await openSheet(grill, 'T 4', 'burger');
  await sheet.getByRole('button', { name: '86 burger: out for the whole house' }).click();
  // For whom it is out is said on the board, which the sheet would cover.
  await expect(sheet).toBeHidden();
  await expect(grill.locator('[data-sold-out]')).toContainText('burger is out: no tablet sells it any more.');
  const sellBurger = () => pos.order({ items: [{ menu_item_id: kitchen.dishes.burger }] });
  await expect.poll(async () => (await sellBurger()).json.code).toBe('item_unavailable');
  await openSheet(grill, 'T 4', 'burger');
  await expect(sheet.getByText('86: nobody can order it now.')).toBeVisible();
  await sheet.getByRole('button', { name: 'Put burger back' }).click();
  await expect(sheet.getByText('86: nobody can order it until it is put back.')).toBeVisible();
  await expect.poll(async () => (await sellBurger()).status).toBe(201);
});

test('[MEN4] a dish that is not on the menu says that it cannot be taken off it', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  expect(kitchen.dishes).toBeDefined();
  await pos.order({ type: 'dine_in', table_number: '4', items: [{ name: 'Soup of the day', unit_price: 4 }] });
  const grill = await screenOf('grill');
  const sheet = await openSheet(grill, 'T 4', 'Soup of the day');
  await expect(sheet.getByText('It is not on the menu, so it cannot be taken off it.')).toBeVisible();
});

test('[RTE2] a cook who asks is told why a dish is here, and where else it is', async ({ kitchen, screenOf }) => {
  await kitchen.order(['burger', 'platter']);
  const grill = await screenOf('grill');
  const sheet = await openSheet(grill, 'T 4', 'burger');
  await expect(sheet.locator('[data-why="grill"]')).toHaveText('Grill (not begun): everything in “Mains” goes there.');
  await openDish(grill, 'platter');
  await expect(sheet.locator('[data-why="fry"]')).toHaveText('Fryer (not begun): the menu sends this dish there.');
});

test('[RCL1] a single dish is brought back from the sheet, to be cooked again', async ({ kitchen, screenOf, pos }) => {
  const order = await kitchen.order(['burger', 'platter']);
  const grill = await screenOf('grill');
  const card = ticket(grill, 'T 4');
  await dish(card, 'burger').locator('[data-line]').click();
  await expect(dish(card, 'burger').getByLabel('Ready')).toBeVisible();
  await guardOver(grill);
  const sheet = await openSheet(grill, 'T 4', 'burger');
  await sheet.getByRole('button', { name: 'Recall, new clock' }).click();
  await grill.keyboard.press('Escape');
  await expect(dish(card, 'burger')).toContainText('Make again (2nd time)');
  await expect(card.locator('header')).toContainText('Back, by Manager');
  await expect.poll(async () => (await pos.call('GET', `/orders/${order.id}`)).json.items[0].round).toBe(2);
});

test('[CRD8] the sheet closes when its ticket has left the screen', async ({ kitchen, screenOf, pos }) => {
  const order = await kitchen.order(['burger']);
  const grill = await screenOf('grill');
  const sheet = await openSheet(grill, 'T 4');
  await pos.call('POST', `/orders/${order.id}/bump`, { station: 'grill' });
  await expect(sheet).toBeHidden();
});

test('[CRD8] a sheet and what is in it keep their width when a dish is opened, also where scrollbars take room', async ({
  kitchen,
  server,
  playwright,
}) => {
  await kitchen.order(['burger', 'platter', 'burger', 'platter']);
  // The browser of the other tests hides its scrollbars.
  const browser = await playwright.chromium.launch({
    ...chromiumOptions('no-user-gesture-required'),
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await letIn(page.context(), server);
  await page.goto(`${server.url}/?station=grill`);
  const sheet = await openSheet(page, 'T 4');
  const widths = () =>
    sheet.evaluate((dialog) =>
      [...dialog.querySelectorAll('header, h2, [data-scroll] > div')].map((one) => one.getBoundingClientRect().width),
    );
  const before = await widths();
  expect(before).toHaveLength(3);
  await openDish(page, 'platter');
  expect(await sheet.locator('[data-scroll]').evaluate((list) => list.scrollHeight > list.clientHeight)).toBe(true);
  expect(await widths()).toEqual(before);
  await browser.close();
});

test('[CRD8] the sheet is opened and used by keys alone', async ({ kitchen, screenOf, pos }) => {
  const order = await kitchen.order(['burger']);
  const grill = await screenOf('grill');
  await expect(ticket(grill, 'T 4')).toBeVisible();
  await grill.keyboard.press('1');
  await grill.keyboard.press('Tab');
  await expect(ticket(grill, 'T 4').locator('[data-more]')).toBeFocused();
  await guardOver(grill);
  await grill.keyboard.press('Enter');
  const start = grill.getByRole('dialog').getByRole('button', { name: 'Start' }).first();
  await expect(start).toBeVisible();
  await moveTo(grill, 'ArrowDown', start);
  await press(grill, 'Enter');
  await expect(grill.getByRole('dialog')).toBeHidden();
  await expect(ticket(grill, 'T 4').locator('[data-more]')).toBeFocused();
  const shares = async () => sharesOf((await pos.call('GET', `/orders/${order.id}`)).json);
  await expect.poll(shares).toEqual(['burger@grill: preparing']);
});

test('[CRD8] the sheet of T closes with its ticket, or with what there was to give, and no recall opens it again', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order(['burger']);
  const grill = await screenOf('grill');
  await expect(ticket(grill, 'T 4')).toBeVisible();
  const dialog = grill.getByRole('dialog');
  const at = { station: 'grill' };
  for (const leave of [
    () => pos.call('POST', `/orders/${order.id}/bump`, at),
    () => pos.call('PATCH', `/orders/${order.id}/items/${order.items[0].id}`, { ...at, status: 'ready' }),
  ]) {
    await grill.keyboard.press('1');
    await guardOver(grill);
    await grill.keyboard.press('t');
    await expect(dialog).toBeVisible();
    expect((await leave()).status).toBe(200);
    await expect(dialog).toBeHidden();
    await pos.call('POST', `/orders/${order.id}/recall`, at);
    await expect(dish(ticket(grill, 'T 4'), 'burger').locator('[data-status="todo"]')).toBeVisible();
    await guardOver(grill);
    await expect(dialog).toBeHidden();
  }
});

test('[CRD8] [ALG2] what allergens bar is not offered: to have seen them is', async ({ kitchen, screenOf, pos }) => {
  await pos.call('PATCH', '/settings', { acknowledge_allergens: true });
  await kitchen.order([{ sku: 'burger', allergens: ['nuts'] }]);
  const grill = await screenOf('grill');
  const sheet = await openSheet(grill, 'T 4', 'burger');
  const line = sheet.locator('[data-sheet-line]');
  await expect(sheet.getByRole('button', { name: 'Start' })).toHaveCount(0);
  await expect(line.getByRole('button', { name: 'Ready', exact: true })).toHaveCount(0);
  await line.getByRole('button', { name: 'Allergens seen' }).click();
  await expect(line.getByRole('button', { name: 'Ready', exact: true })).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Start' })).toHaveCount(2);
});

for (const [language, words] of [
  ['en', '86 Chips and Tomatillo-Green Chili Salsa: out for the whole house'],
  ['de', 'Nur zurück, alte Uhr läuft weiter'],
] as const) {
  test(`[GRD3] on a phone nothing in a sheet leaves its box, however long it is: ${language}`, async ({
    kitchen,
    screenOf,
    pos,
  }) => {
    expect(kitchen.dishes).toBeDefined();
    const name = 'Chips and Tomatillo-Green Chili Salsa';
    const made = await pos.call('POST', '/products', { sku: 'chips', name, price: 4, category: 'Mains' });
    const items = [{ menu_item_id: made.json.id }, { menu_item_id: kitchen.dishes.platter }];
    const { json } = await pos.order({ type: 'dine_in', table_number: '4', items });
    await pos.call('PATCH', `/orders/${json.id}/items/${json.items[0].id}`, { station: 'grill', status: 'ready' });
    const grill = await screenOf('grill');
    await grill.setViewportSize({ width: 390, height: 844 });
    await grill.evaluate((chosen) => localStorage.setItem('kitchen-pass.language', chosen), language);
    await grill.reload();
    const sheet = await openSheet(grill, 'T 4', name);
    await expect(sheet.getByText(words)).toBeVisible();
    const wider = await sheet.evaluate((dialog) => {
      const { right } = dialog.getBoundingClientRect();
      return [...dialog.querySelectorAll<HTMLElement>('button, p, ul, li, section')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > right + 1)
        .map((one) => one.textContent);
    });
    expect(wider).toEqual([]);
    await grill.screenshot({ path: `artefacts/board/sheet-phone-${language}.png`, animations: 'disabled' });
  });
}
