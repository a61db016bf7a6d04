import type { Locator, Page } from '@playwright/test';
import type { ServerProcess } from '../../harness/server-process.ts';
import { openSmallKitchen, stations, type Taken } from '../../harness/small-kitchen.ts';
import { expect, guardOver, openBoard, order, test, ticket } from './board-fixture.ts';
import { letIn } from './signed-in.ts';
import { editStation, liveThrough, openSection, putStations, rowOf, saveStations } from './site-office-hand.ts';

/** Dishes that no station asks for yet, and one that is sent by name. */
const sweets = { sku: 'cake', name: 'Crème brûlée', price: 7, category: 'Sweets' };

test('[STE1] a station that is added takes the dishes of its category on a board that is open', async ({
  page,
  pos,
  server,
  browser,
}) => {
  const kitchen = await openSmallKitchen(pos);
  const cake = (await pos.call('POST', '/products', sweets)).json.id;
  const board = await (await browser.newContext()).newPage();
  await letIn(board.context(), server);
  await board.goto(`${server.url}/?station=pastry`);
  await expect(board.getByText('There is no station “pastry” any more.')).toBeVisible();
  const office = await openSection(page, server, 'stations');
  await expect(office.locator('[data-unasked]')).toContainText('Sweets');
  await office.locator('[data-add-station]').click();
  await office.getByLabel('Name').fill('Pastry');
  await office.locator('[data-offered="Sweets"]').click();
  await expect(office.locator('[data-unasked]')).toBeHidden();
  await rowOf(office, 'Pastry').locator('[data-up]').click();
  await saveStations(office);
  await expect(office.locator('[data-saved]')).toBeVisible();
  const { json } = await pos.call('GET', '/stations');
  expect(json.items.map((one: Taken) => [one.id, one.categories])).toEqual([
    ['grill', ['Mains']],
    ['fry', ['Sides']],
    ['bar', ['Drinks']],
    ['pastry', ['Sweets']],
    ['pass', []],
  ]);
  await expect(board.getByText('There is no station')).toBeHidden();
  await kitchen.order(['burger'], { table_number: '1' });
  await pos.order({ type: 'dine_in', table_number: '2', items: [{ menu_item_id: cake }] });
  await expect(ticket(board, 'T 2')).toContainText('Crème brûlée');
  await expect(ticket(board, 'T 1')).toHaveCount(0);
  await board.context().close();
});

/** What the test order says: each dish with its stations, and why. */
const trialOf = (office: Locator, part = ''): Promise<string[]> =>
  office.locator(`[data-trial] ${part} [data-stop]`).evaluateAll((all) =>
    all.map((one) => {
      const sku = one.closest<HTMLElement>('[data-trial]')?.dataset.trial;
      const { stop, why } = (one as HTMLElement).dataset;
      return `${sku}@${stop}: ${why}`;
    }),
  );

test('[STE4] the test order says what the kitchen then does with a real one of the same dishes, before and after saving', async ({
  page,
  pos,
  server,
}) => {
  const kitchen = await openSmallKitchen(pos);
  const all = { ...kitchen.dishes, cake: (await pos.call('POST', '/products', sweets)).json.id as string };
  await putStations(pos, [...stations, { id: 'finish', name: 'Finish' }]);
  const skus = Object.keys(all).toSorted();
  const taken = async () => {
    const items = skus.map((sku) => ({ menu_item_id: all[sku as keyof typeof all] }));
    const { json } = await pos.order({ type: 'dine_in', table_number: '3', items });
    const shares = json.items.flatMap((item: Taken, index: number) =>
      item.progress.map((part: Taken) => `${skus[index]}@${part.station}: ${part.routed_by}`),
    );
    return { shares: shares.toSorted(), orders: (await pos.call('GET', '/orders?limit=200')).json.items.length };
  };
  const office = await openSection(page, server, 'stations');
  for (const sku of skus) await office.locator(`[data-try="${sku}"]`).click();
  const before = await taken();
  expect((await trialOf(office)).toSorted()).toEqual(before.shares);
  const form = await editStation(office, 'Grill');
  await form.locator('[data-goes-on]').getByRole('button', { name: 'Finish' }).click();
  await form.locator('[data-picker="dishes"] input').fill('crème');
  await form.locator('[data-offered="cake"]').click();
  const after = (await trialOf(office, '[data-after]')).toSorted();
  expect(after).not.toEqual([]);
  expect((await trialOf(office, '[data-before]')).toSorted()).toEqual(
    before.shares.filter((share: string) => /burger|cake|platter/.test(share)),
  );
  await saveStations(office);
  await expect(office.locator('[data-saved]')).toBeVisible();
  const real = await taken();
  expect((await trialOf(office)).toSorted()).toEqual(real.shares);
  expect(real.shares).toEqual(expect.arrayContaining(after));
  // The test order itself has left nothing in the kitchen.
  expect(real.orders).toBe(2);
});

const fryerCalled = (name: string) => stations.map((one) => (one.id === 'fry' ? { ...one, name } : one));

test('[STE2] what two managers change at once is told, and overwritten by nobody who does not know it', async ({
  page,
  pos,
  server,
}) => {
  await openSmallKitchen(pos);
  const office = await openSection(page, server, 'stations');
  await (await editStation(office, 'Bar')).getByLabel('Name').fill('Counter');
  await putStations(pos, fryerCalled('Deep fryer'));
  const told = office.locator('[data-meanwhile]');
  await expect(told).toContainText('Deep fryer');
  await expect(office.getByLabel('Name')).toHaveValue('Counter');
  await expect(office.locator('[data-save]')).toBeDisabled();
  await told.locator('[data-keep-mine]').click();
  await putStations(pos, fryerCalled('Friteuse'));
  await expect(told).toContainText('Friteuse');
  await told.locator('[data-take-theirs]').click();
  await expect(rowOf(office, 'Friteuse')).toBeVisible();
  await expect(rowOf(office, 'Bar')).toBeVisible();
  const names = async () => (await pos.call('GET', '/stations')).json.items.map((one: Taken) => one.name);
  expect(await names()).toEqual(['Grill', 'Friteuse', 'Bar', 'Pass']);
  // What the page has not heard of yet, the kitchen refuses.
  await page.route('**/api/v1/stations', async (route) => {
    await route.continue({ headers: { ...route.request().headers(), 'if-match': '"1"' } });
  });
  await office.getByLabel('Name').fill('Taps');
  await saveStations(office);
  await expect(office.locator('[data-save-bar]').getByRole('alert')).toContainText('changed the stations meanwhile');
  await expect(office.getByLabel('Name')).toHaveValue('Taps');
  expect(await names()).toEqual(['Grill', 'Friteuse', 'Bar', 'Pass']);
});

test('[STE1] [RTE3] bad input is refused next to its field, and keeps what was typed; nothing is sent', async ({
  page,
  pos,
  server,
}) => {
  await openSmallKitchen(pos);
  const before = (await pos.call('GET', '/stations')).json;
  const office = await openSection(page, server, 'stations');
  const goesOn = (name: string) => office.locator('[data-goes-on]').getByRole('button', { name, exact: true });
  await editStation(office, 'Grill');
  await goesOn('Fryer').click();
  await editStation(office, 'Fryer');
  await goesOn('Grill').click();
  await expect(office.locator('[data-goes-on]').getByRole('alert')).toContainText('round in a circle');
  await saveStations(office);
  await expect(office.locator('[data-save-bar]')).toContainText('Not saved');
  await editStation(office, 'Fryer');
  await goesOn('Nobody: done here is done').click();
  await expect(office.locator('[data-goes-on]').getByRole('alert')).toBeHidden();
  const name = office.getByLabel('Name');
  await name.fill('grill ');
  await expect(office.locator('[data-station-form]')).toContainText('Another station has this name');
  await name.fill(' ');
  await saveStations(office);
  await expect(name).toHaveAccessibleDescription('Write a name');
  await expect(name).toBeFocused();
  expect((await pos.call('GET', '/stations')).json).toEqual(before);
});

test('[STE2] [RTE5] removing says what becomes of what is open; whoever leaves unsaved changes is asked first', async ({
  page,
  pos,
  server,
}) => {
  const kitchen = await openSmallKitchen(pos);
  await kitchen.order(['burger']);
  const office = await openSection(page, server, 'history');
  await page.getByRole('navigation').getByRole('link', { name: 'Stations' }).click();
  const list = page.locator('[data-stations]');
  await rowOf(list, 'Grill').locator('[data-remove]').click();
  await expect(list.locator('[data-question]')).toContainText('Open tickets with something to do there: 1.');
  await guardOver(page);
  await list.getByRole('button', { name: 'Yes, remove' }).click();
  await expect(rowOf(list, 'Grill')).toBeHidden();
  const leaving = page.locator('[data-leave]');
  await page.goBack();
  await expect(leaving).toBeVisible();
  await guardOver(page);
  await leaving.getByRole('button', { name: 'Stay here' }).click();
  await expect(page).toHaveURL(/#\/stations$/);
  await expect(rowOf(list, 'Grill')).toBeHidden();
  await page.getByRole('navigation').getByRole('link', { name: 'Devices' }).click();
  await guardOver(page);
  await leaving.getByRole('button', { name: 'Leave, discard the changes' }).click();
  await expect(page).toHaveURL(/#\/devices$/);
  await page.getByRole('navigation').getByRole('link', { name: 'Stations' }).click();
  await expect(rowOf(page.locator('[data-stations]'), 'Grill')).toBeVisible();
  await expect(office).toBeHidden();
});

/** Those that stand together are set together. */
const figures = [
  [{ lateAfterTargetMinutes: 9 }, { late_after_target_minutes: 9 }],
  [
    { leadMinutes: 40, leadSecondsPerItem: 0 },
    { lead_minutes: 40, lead_seconds_per_item: 0 },
  ],
  [
    { alarmRepeatSeconds: 45, alarmLouderSeconds: 120 },
    { alarm_repeat_seconds: 45, alarm_louder_seconds: 120 },
  ],
] as const;

const formOf = (office: Locator, name: string): Locator =>
  office.locator('form[data-numbers]').filter({ has: office.page().locator(`input[name="${name}"]`) });

/** By key: what is wrong is said at once, whatever has just moved. */
async function typeFigure(office: Locator, name: string, text: string): Promise<void> {
  await office.locator(`input[name="${name}"]`).fill(text);
  await office.locator(`input[name="${name}"]`).press('Enter');
}

async function setFigures(office: Locator, figures: Readonly<Record<string, number>>): Promise<void> {
  const [name = ''] = Object.keys(figures);
  for (const [each, figure] of Object.entries(figures)) await office.locator(`input[name="${each}"]`).fill(`${figure}`);
  await guardOver(office.page());
  await formOf(office, name).locator('button[type="submit"]').click();
  await expect(formOf(office, name).locator('button[type="submit"]')).toBeHidden();
}

test('[STE3] [HSE1] every figure of the house holds at once on a board that is open, or is refused next to its field', async ({
  page,
  pos,
  server,
  browser,
}) => {
  await order(pos, '1', ['Soup']);
  const board = await (await browser.newContext()).newPage();
  await openBoard(board, server);
  await expect(ticket(board, 'T 1').locator('[data-target]')).toContainText('5');
  const office = await openSection(page, server, 'house');
  await typeFigure(office, 'warnMinutes', '9');
  const late = office.locator('input[name="lateMinutes"]');
  await expect(late).toHaveAccessibleDescription(/Late cannot come before slow/);
  await expect(late).toBeFocused();
  await expect(office.locator('input[name="warnMinutes"]')).toHaveValue('9');
  await setFigures(office, { lateMinutes: 14 });
  await expect(ticket(board, 'T 1').locator('[data-target]')).toContainText('9');
  await expect(office.getByRole('button', { name: 'Our own: slow after 9 min, late after 14' })).toBeVisible();
  for (const [typed, wanted] of figures) {
    await setFigures(office, typed);
    expect((await pos.call('GET', '/settings')).json).toMatchObject(wanted);
  }
  const before = (await pos.call('GET', '/settings')).json;
  for (const wrong of ['0', '1441', '1.5', '-3', 'ten', '']) {
    await typeFigure(office, 'leadMinutes', wrong);
    const field = office.locator('input[name="leadMinutes"]');
    await expect(field).toHaveAccessibleDescription('Write a whole number from 1 to 1440');
    await expect(field).toHaveValue(wrong);
  }
  await typeFigure(office, 'alarmLouderSeconds', '40');
  await expect(office.locator('input[name="alarmLouderSeconds"]')).toHaveAccessibleDescription(/louder before/);
  expect((await pos.call('GET', '/settings')).json).toEqual(before);
  await expect(office.locator('[data-house-facts]')).toContainText('Time zone');
  await board.context().close();
});

test('[STE3] without the kitchen a figure is not lost, and says so', async ({ page, server }) => {
  const office = await openSection(page, server, 'house');
  await page.route('**/api/v1/settings', (route) => route.abort());
  await typeFigure(office, 'leadMinutes', '25');
  await expect(office.getByRole('alert')).toContainText('did not answer');
  await expect(office.locator('input[name="leadMinutes"]')).toHaveValue('25');
  await page.unroute('**/api/v1/settings');
  await setFigures(office, { leadMinutes: 25 });
  await expect(office.getByRole('alert')).toBeHidden();
});

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
