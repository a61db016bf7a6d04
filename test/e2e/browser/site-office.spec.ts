import type { Locator } from '@playwright/test';
import { openSmallKitchen, stations, type Taken } from '../../harness/small-kitchen.ts';
import { expect, guardOver, test, ticket } from './board-fixture.ts';
import { letIn } from './signed-in.ts';
import { editStation, openSection, putStations, rowOf, saveStations } from './site-office-hand.ts';

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
  const leaving = page.locator('[data-leave-question]');
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
