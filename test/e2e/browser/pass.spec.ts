import { expect, guardOver, standStill, ticket } from './board-fixture.ts';
import { dish, openSheet, sharesOf, stepOf, test } from './station-fixture.ts';

test('[PAS1] what the grill bumps leaves its screen and is ready at the pass, which hands it over', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const { id } = await kitchen.order(['burger']);
  const [grill, pass] = [await screenOf('grill'), await screenOf('pass')];
  const atPass = ticket(pass, 'T 4');
  await expect(atPass.locator('[data-share="grill"]')).toHaveText('Grill not begun');
  await stepOf(ticket(grill, 'T 4')).click();
  await expect(ticket(grill, 'T 4')).toBeHidden();
  await expect(atPass.locator('[data-share="grill"]')).toHaveText('Grill ready');
  await expect(atPass.locator('header')).toContainText('Ready to go');
  const chip = pass.locator(`[data-chip-of="${id}"]`);
  await expect(chip, '[OVW1]').toHaveAttribute('data-ready', 'true');
  await expect(chip).toContainText('Ready to go');
  await stepOf(atPass).click();
  await expect(atPass).toBeHidden();
  await expect(pass.locator('[data-gap]')).toContainText('T 4 handed over');
  // What is about to go says when ([UND1]).
  await expect(pass.locator('[data-gap] [data-seconds-left]')).toHaveAttribute('data-seconds-left', /^[1-8]$/);
  await expect.poll(async () => (await pos.call('GET', `/orders/${id}`)).json.order_status).toBe('completed');
});

test('[PAS2] the pass sees what holds a ticket up', async ({ kitchen, screenOf }) => {
  await kitchen.order(['burger', 'platter', 'fries']);
  const [fryer, pass] = [await screenOf('fry'), await screenOf('pass')];
  await expect(ticket(pass, 'T 4').locator('[data-hold-up]')).toBeHidden();
  await stepOf(ticket(fryer, 'T 4')).click();
  await expect(ticket(pass, 'T 4').locator('[data-hold-up]')).toHaveText('Waits for Grill: burger, platter');
});

test('[PAS3] handing over what is not ready takes a second tap, and the question goes by itself', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order(['burger', 'fries']);
  await pos.call('POST', `/orders/${order.id}/bump`, { station: 'fry' });
  const pass = await screenOf('pass');
  const step = stepOf(ticket(pass, 'T 4'));
  await expect(step).toContainText('Hand over');
  await guardOver(pass);
  await step.click();
  await expect(step).toContainText('Not all is ready. Hand over anyway?');
  await expect(step).toContainText('Hand over1/2', { timeout: 15_000 });
  await step.click();
  await expect(step).toHaveAttribute('data-step', 'sure');
  await guardOver(pass);
  await step.click();
  await expect(ticket(pass, 'T 4')).toBeHidden();
  await expect.poll(async () => (await pos.call('GET', `/orders/${order.id}`)).json.order_status).toBe('completed');
});

test.describe('with a hand on the clock', () => {
  test.use({ ownTime: true });

  test('[PAS3] a slow double tap is no answer to the question that its first tap has asked', async ({
    kitchen,
    screenOf,
    pos,
  }) => {
    const order = await kitchen.order(['burger', 'fries']);
    await pos.call('POST', `/orders/${order.id}/bump`, { station: 'fry' });
    const pass = await screenOf('pass');
    const step = stepOf(ticket(pass, 'T 4'));
    await expect(step).toContainText('Hand over');
    await standStill(pass);
    await step.click();
    await pass.clock.runFor(590);
    await step.click();
    await pass.clock.runFor(1000);
    await expect(step).toHaveAttribute('data-step', 'sure');
    await step.click();
    await expect(ticket(pass, 'T 4')).toBeHidden();
    const status = async () => (await pos.call('GET', `/orders/${order.id}`)).json.order_status;
    await expect.poll(status).toBe('completed');
  });
});

test('[UND1] what is handed over of a ticket that stays says so, and comes back by a tap', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order([
    { sku: 'burger', course: 1 },
    { sku: 'fries', course: 2 },
  ]);
  await pos.call('POST', `/orders/${order.id}/hold`, { course: 2 });
  await pos.call('POST', `/orders/${order.id}/bump`, { station: 'grill' });
  const pass = await screenOf('pass');
  await expect(stepOf(ticket(pass, 'T 4'))).toContainText('Hand over');
  await guardOver(pass);
  await stepOf(ticket(pass, 'T 4')).click();
  const said = pass.locator('[data-stayed="bump"]');
  await expect(said).toContainText('burger handed over');
  const shares = async () => sharesOf((await pos.call('GET', `/orders/${order.id}`)).json);
  await expect.poll(shares).toEqual(['burger@grill: completed', 'fries@fry: pending']);
  await guardOver(pass);
  await said.getByRole('button', { name: 'Undo the bump of burger' }).click();
  await expect.poll(shares).toEqual(['burger@grill: ready', 'fries@fry: pending']);
  await expect(said).toBeHidden();
});

test('[LIN3] at the pass a tap hands over what is ready, and never makes ready what is not', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order(['burger', 'fries']);
  await pos.call('POST', `/orders/${order.id}/bump`, { station: 'fry' });
  const pass = await screenOf('pass');
  const card = ticket(pass, 'T 4');
  await dish(card, 'fries').getByRole('button').click();
  await expect(dish(card, 'fries').getByLabel('handed over')).toBeVisible();
  await guardOver(pass);
  await dish(card, 'burger').getByRole('button').click();
  await expect(pass.getByRole('dialog')).toBeVisible();
  const shares = async () => sharesOf((await pos.call('GET', `/orders/${order.id}`)).json);
  await expect.poll(shares).toEqual(['burger@grill: pending', 'fries@fry: completed']);
});

test('[LIN3] [FIR1] at a station a second tap takes the first one back: to do, and to be held as before', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order(['burger', 'platter']);
  const grill = await screenOf('grill');
  const line = dish(ticket(grill, 'T 4'), 'burger').locator('[data-line]');
  const status = async () => (await pos.call('GET', `/orders/${order.id}`)).json.items[0].status;
  await line.click();
  await expect(line).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(status).toBe('ready');
  await guardOver(grill);
  await line.click();
  await expect(line).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(status).toBe('pending');
  await expect(line.getByRole('img', { name: 'cooking' })).toHaveCount(0);
  const sheet = await openSheet(grill, 'T 4');
  await expect(sheet.getByRole('button', { name: 'Hold', exact: true })).toBeVisible();
});

test('[LIN3] the tap on the last dish takes the ticket off, and is undone like a bump', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order(['burger']);
  const grill = await screenOf('grill');
  const shares = async () => sharesOf((await pos.call('GET', `/orders/${order.id}`)).json);
  await dish(ticket(grill, 'T 4'), 'burger').locator('[data-line]').click();
  await expect(ticket(grill, 'T 4')).toBeHidden();
  await expect.poll(shares).toEqual(['burger@grill: ready']);
  await guardOver(grill);
  await grill.getByRole('button', { name: 'Undo the bump of T 4' }).click();
  await expect(dish(ticket(grill, 'T 4'), 'burger').locator('[data-status="todo"]')).toBeVisible();
  await expect.poll(shares).toEqual(['burger@grill: pending']);
});

test('[CRD5] a course on hold is fired from the pass, and only then stands at the station', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  await pos.call('PATCH', '/settings', { hold_courses: true });
  const order = await kitchen.order([
    { sku: 'cola', course: 1 },
    { sku: 'burger', course: 2 },
  ]);
  const [grill, pass] = [await screenOf('grill'), await screenOf('pass')];
  const atPass = ticket(pass, 'T 4');
  await expect(atPass.locator('[data-course="2"]')).toContainText('Course 2 · on hold');
  await expect(ticket(grill, 'T 4')).toBeHidden();
  await pos.call('POST', `/orders/${order.id}/bump`, { station: 'bar' });
  await expect(stepOf(atPass)).toHaveAttribute('data-step', 'bump');
  await expect(stepOf(atPass)).toContainText('Hand over');
  await guardOver(pass);
  await stepOf(atPass).click();
  await expect(stepOf(atPass)).toContainText('Fire course 2');
  await guardOver(pass);
  await stepOf(atPass).click();
  await expect(ticket(grill, 'T 4')).toBeVisible();
  await expect(dish(ticket(grill, 'T 4'), 'burger')).toBeVisible();
});

test('[RCL1] what was handed over by mistake is brought back as ready, and no station cooks it again', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order(['burger', 'fries']);
  for (const station of ['grill', 'fry']) await pos.call('POST', `/orders/${order.id}/bump`, { station });
  const [grill, pass] = [await screenOf('grill'), await screenOf('pass')];
  await expect(ticket(pass, 'T 4').locator('header')).toContainText('Ready to go');
  await guardOver(pass);
  const stored = pass.waitForResponse(/\/bump$/);
  await stepOf(ticket(pass, 'T 4')).click();
  await expect(ticket(pass, 'T 4')).toBeHidden();
  await stored;
  await pass.getByRole('button', { name: 'Recall', exact: true }).click();
  const back = pass.getByRole('button', { name: 'Bring back T 4' });
  await expect(back).toBeVisible();
  await guardOver(pass);
  await back.click();
  await expect(pass.getByRole('dialog').getByText('Back on the board')).toBeVisible();
  const shares = async () => sharesOf((await pos.call('GET', `/orders/${order.id}`)).json);
  await expect.poll(shares).toEqual(['burger@grill: ready', 'fries@fry: ready']);
  await pass.keyboard.press('Escape');
  await expect(ticket(pass, 'T 4').locator('header')).toContainText('Ready to go');
  await expect(grill.locator('[data-open-count="0"]')).toBeVisible();
});

test('[RCL1] a dish that was handed over by mistake is brought back alone, from its sheet', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order(['burger', 'fries']);
  for (const station of ['grill', 'fry']) await pos.call('POST', `/orders/${order.id}/bump`, { station });
  const pass = await screenOf('pass');
  await guardOver(pass);
  await dish(ticket(pass, 'T 4'), 'fries').locator('[data-line]').click();
  await expect(dish(ticket(pass, 'T 4'), 'fries').getByLabel('handed over')).toBeVisible();
  await guardOver(pass);
  const sheet = await openSheet(pass, 'T 4', 'fries');
  await sheet.getByRole('button', { name: 'Bring back, not handed over' }).click();
  const shares = async () => sharesOf((await pos.call('GET', `/orders/${order.id}`)).json);
  await expect.poll(shares).toEqual(['burger@grill: ready', 'fries@fry: ready']);
});
