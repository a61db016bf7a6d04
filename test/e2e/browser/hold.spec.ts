import type { Locator, Page } from '@playwright/test';
import type { Api } from '../../harness/api.ts';
import { expect, guardOver, ticket, tickets } from './board-fixture.ts';
import { moveTo } from './keys-hand.ts';
import { dish, openSheet, stepOf, test } from './station-fixture.ts';

const stateOf = (card: Parameters<typeof dish>[0], name: string, state: string) =>
  dish(card, name).locator(`[data-status="${state}"]`);

test('[FIR1] [FIR2] without an expo what a station holds stays before its eyes, and the large button fires it', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const two = ['grill', 'fry'].map((id) => ({ id, name: id, categories: id === 'grill' ? ['Mains'] : ['Sides'] }));
  expect((await pos.call('PUT', '/stations', { items: two })).status).toBe(200);
  await kitchen.order(['burger', 'fries']);
  const [grill, fry] = [await screenOf('grill'), await screenOf('fry')];
  await expect(tickets(grill)).toHaveCount(1);
  await guardOver(grill);
  await grill.keyboard.press('ArrowRight');
  await grill.keyboard.press('h');
  const atGrill = ticket(grill, 'T 4');
  await expect(stateOf(atGrill, 'burger', 'held')).toContainText('On hold');
  await expect(stepOf(atGrill)).toHaveText(/Fire/);
  await expect(stateOf(ticket(fry, 'T 4'), 'fries', 'todo')).toBeVisible();
  await guardOver(grill);
  await stepOf(atGrill).click();
  await expect(stateOf(atGrill, 'burger', 'todo')).toBeVisible();
  await expect(stepOf(atGrill)).toHaveText(/Bump/);
});

test('[UND1] [FIR2] a course that was fired by mistake waits again after one tap', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order([
    { sku: 'burger', course: 1 },
    { sku: 'platter', course: 2 },
  ]);
  expect((await pos.call('POST', `/orders/${order.id}/hold`, { course: 2 })).status).toBe(200);
  const isHeld = async () => (await pos.call('GET', `/orders/${order.id}`)).json.items[1].held_at !== null;
  const pass = await screenOf('pass');
  await (await openSheet(pass, 'T 4')).getByRole('button', { name: 'Fire course 2' }).click();
  const said = pass.locator('[data-stayed="fire"]');
  await expect(said).toContainText('T 4 · A1 fired');
  await expect.poll(isHeld).toBe(false);
  await guardOver(pass);
  await said.getByRole('button', { name: 'Undo the firing of T 4' }).click();
  await expect(stateOf(ticket(pass, 'T 4'), 'platter', 'held')).toBeVisible();
  await expect.poll(isHeld).toBe(true);
  await expect(said).toBeHidden();

  // By keys the same; and from the key that recalls, for a bump bar that has no other.
  for (const back of ['u', 'Backspace']) {
    await guardOver(pass);
    for (const key of ['1', 'f']) await pass.keyboard.press(key);
    await expect.poll(isHeld).toBe(false);
    await expect(said).toBeVisible();
    await guardOver(pass);
    await pass.keyboard.press(back);
    await expect.poll(isHeld).toBe(true);
  }
});

test('[FIR1] [SLT2] with one it goes to the pass, and its gap at the station takes it back', async ({
  kitchen,
  screenOf,
}) => {
  await kitchen.order(['burger']);
  const [grill, pass] = [await screenOf('grill'), await screenOf('pass')];
  const hold = async () => (await openSheet(grill, 'T 4')).getByRole('button', { name: 'Hold', exact: true }).click();
  await hold();
  await expect(tickets(grill)).toHaveCount(0);
  await expect(grill.locator('[data-gap]')).toContainText('T 4 on hold');
  await expect(stateOf(ticket(pass, 'T 4'), 'burger', 'held')).toBeVisible();
  await guardOver(grill);
  await grill.getByRole('button', { name: 'Undo the hold of T 4' }).click();
  await expect(stateOf(ticket(grill, 'T 4'), 'burger', 'todo')).toBeVisible();
  await expect(stateOf(ticket(pass, 'T 4'), 'burger', 'todo')).toBeVisible();
  await hold();
  await expect(tickets(grill)).toHaveCount(0);
  await expect(stateOf(ticket(pass, 'T 4'), 'burger', 'held')).toBeVisible();
  await guardOver(pass);
  await stepOf(ticket(pass, 'T 4')).click();
  await expect(stateOf(ticket(grill, 'T 4'), 'burger', 'todo')).toBeVisible();
});

/** Everything of this ticket at the grill is on hold, as somebody else has put it. */
async function held(pos: Api, id: string): Promise<void> {
  expect((await pos.call('POST', `/orders/${id}/hold`, {})).status).toBe(200);
}

const onHold = (screen: Page) => screen.getByRole('dialog', { name: 'On hold' });

test('[FIR2] [OVW2] at a station with a pass, what is on hold is fired from its list, after a question', async ({
  kitchen,
  screenOf,
  pos,
  hasTouch,
}) => {
  const { id } = await kitchen.order(['burger', { sku: 'platter', allergens: ['nuts'] }]);
  await held(pos, id);
  const grill = await screenOf('grill');
  await expect(tickets(grill)).toHaveCount(0);
  const way = grill.getByRole('button', { name: '1 on hold' });
  // A small tablet has less room for it ([HIT2]).
  expect((await way.boundingBox())!.height).toBeGreaterThan(hasTouch ? 76 : 79);
  await guardOver(grill);
  await way.click();
  await expect(onHold(grill)).toContainText('The pass says when.');
  const row = onHold(grill).getByRole('listitem');
  await expect(row.getByRole('heading')).toHaveText('T 4 · A1');
  await expect(row).toContainText('1 × burger, 1 × platter');
  await expect(row).toContainText('Allergy: nuts');
  await expect(row).toContainText(/since \d\d:\d\d/);
  const fire = row.getByRole('button');
  await expect(fire).toHaveText('Fire Ticket T 4 · A1');
  await guardOver(grill);
  await fire.click();
  await expect(fire).toContainText('The pass says when - fire all the same?');
  await expect(fire).toHaveAttribute('data-fire', 'fire', { timeout: 8000 });
  expect((await pos.call('GET', `/orders/${id}`)).json.items[0].held_at).not.toBeNull();
  await fire.click();
  await guardOver(grill);
  await fire.click();
  await expect(fire).toHaveText('Fired Ticket T 4 · A1');
  await expect.poll(async () => (await pos.call('GET', `/orders/${id}`)).json.items[0].held_at).toBeNull();
  await grill.keyboard.press('Escape');
  await expect(stateOf(ticket(grill, 'T 4'), 'burger', 'todo')).toBeVisible();
  await expect(way).toHaveCount(0);
});

test('[FIR2] the pass fires without a question, and a list that others empty says so', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const first = await kitchen.order([{ sku: 'burger', course: 2 }]);
  const second = await kitchen.order(['fries'], { table_number: '5' });
  for (const { id } of [first, second]) await held(pos, id);
  const [pass, fryer] = [await screenOf('pass'), await screenOf('fry')];
  for (const screen of [pass, fryer]) {
    await guardOver(screen);
    await screen.keyboard.press('o');
    await expect(onHold(screen)).toBeVisible();
  }
  await expect(onHold(pass).getByRole('heading', { level: 3 })).toHaveText(['T 4 · A1', 'T 5 · A2']);
  await expect(onHold(fryer).getByRole('heading', { level: 3 })).toHaveText(['T 5 · A2']);
  await guardOver(pass);
  await onHold(pass).getByRole('button', { name: 'Fire Ticket T 5' }).click();
  await expect(onHold(pass).locator('[data-fire]')).toHaveText([/^Fire course 2/, /^Fired/]);
  await expect(onHold(fryer).locator('[data-fire]')).toHaveText(/^Fired/);
  await pos.call('POST', `/orders/${first.id}/cancel`, {});
  await expect(onHold(pass).locator('[data-fire]')).toHaveText([/^Fired/]);
  await fryer.keyboard.press('o');
  await expect(onHold(fryer)).toHaveCount(0);
  await fryer.keyboard.press('o');
  await expect(onHold(fryer)).toContainText('Nothing is on hold');
});

test('[FIR2] [KEY1] [KEY2] [KEY7] it is reached by F, by the arrows before the first ticket, and fired by keys alone', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const { id } = await kitchen.order(['burger']);
  await kitchen.order(['platter'], { table_number: '5' });
  await held(pos, id);
  const grill = await screenOf('grill');
  await expect(tickets(grill)).toHaveCount(1);
  for (const key of ['1', 'ArrowLeft']) await grill.keyboard.press(key);
  await expect(grill.locator('[data-held-count]')).toBeFocused();
  await grill.keyboard.press('ArrowRight');
  await expect(stepOf(ticket(grill, 'T 5'))).toBeFocused();
  await grill.keyboard.press('ArrowLeft');
  await guardOver(grill);
  await grill.keyboard.press('ControlLeft');
  await expect(onHold(grill)).toBeVisible();
  await grill.keyboard.press('Escape');
  await expect(onHold(grill)).toBeHidden();
  await guardOver(grill);
  for (const key of ['1', 'f']) await grill.keyboard.press(key);
  const fire = onHold(grill).locator('[data-fire]');
  await moveTo(grill, 'ArrowDown', fire);
  await guardOver(grill);
  await grill.keyboard.press('ControlLeft');
  await expect(fire).toHaveAttribute('data-fire', 'sure');
  await guardOver(grill);
  await grill.keyboard.press('ControlLeft');
  await expect(fire).toHaveAttribute('data-fire', 'fired');
  await expect(fire).toBeFocused();
  await grill.keyboard.press('Escape');
  await expect(tickets(grill)).toHaveCount(2);
});

test('[FIR2] [CRD8] what a station holds of a ticket is fired from its sheet where it was held, and from the dish’s', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order([
    { sku: 'burger', course: 1 },
    { sku: 'platter', course: 2 },
  ]);
  const grill = await screenOf('grill');
  const places = async (sheet: Locator, name: string) => (await sheet.getByRole('button', { name }).boundingBox())!;
  const sheet = await openSheet(grill, 'T 4');
  const before = await places(sheet, 'Hold course 2');
  await sheet.getByRole('button', { name: 'Hold course 2' }).click();
  await expect(stateOf(ticket(grill, 'T 4'), 'platter', 'held')).toBeVisible();
  const isHeld = async () => (await pos.call('GET', `/orders/${order.id}`)).json.items[1].held_at !== null;
  await expect.poll(isHeld).toBe(true);
  await openSheet(grill, 'T 4');
  expect(await places(sheet, 'Fire course 2')).toEqual(before);
  await sheet.getByRole('button', { name: 'Fire course 2' }).click();
  const sure = sheet.getByRole('button', { name: 'The pass says when - fire all the same?' });
  await expect(sure).toBeVisible();
  await guardOver(grill);
  await sure.click();
  await expect(stateOf(ticket(grill, 'T 4'), 'platter', 'todo')).toBeVisible();
  await expect.poll(isHeld).toBe(false);

  await (await openSheet(grill, 'T 4')).getByRole('button', { name: 'Hold course 2' }).click();
  await expect.poll(isHeld).toBe(true);
  await openSheet(grill, 'T 4', 'platter');
  const row = sheet.locator('[data-sheet-line]').filter({ hasText: 'platter' });
  await row.getByRole('button', { name: 'Fire', exact: true }).click();
  await guardOver(grill);
  await row.getByRole('button', { name: 'The pass says when - fire all the same?' }).click();
  await expect.poll(isHeld).toBe(false);
});

test('[LIN3] [WRD1] a tap on a dish on hold says why nothing happens, and leads to where it is fired', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order([
    { sku: 'burger', course: 1 },
    { sku: 'platter', course: 2 },
  ]);
  expect((await pos.call('POST', `/orders/${order.id}/hold`, { course: 2 })).status).toBe(200);
  const grill = await screenOf('grill');
  const line = dish(ticket(grill, 'T 4'), 'platter').locator('[data-line]');
  await expect(line).toHaveAttribute('aria-disabled', 'false');
  await guardOver(grill);
  await line.click();
  const said = grill.locator('[data-said-held]');
  await expect(said).toContainText('platter is on hold: nobody cooks it before it is fired.');
  await expect(stateOf(ticket(grill, 'T 4'), 'platter', 'held')).toBeVisible();
  await guardOver(grill);
  await said.getByRole('button', { name: 'Show what is on hold' }).click();
  await expect(onHold(grill).locator('[data-fire]')).toBeFocused();
  await expect(said).toBeHidden();
  await grill.keyboard.press('Escape');
  await guardOver(grill);
  await line.click();
  await expect(said).toBeVisible();
  await expect(said).toBeHidden({ timeout: 10_000 });
});
