import { bumpOf, expect, guardOver, ticket } from './board-fixture.ts';
import { dish, stepOf, test } from './station-fixture.ts';

test('[CRD3] what is added later stands under a rule in the same ticket', async ({ kitchen, screenOf, pos }) => {
  const { id } = await kitchen.order(['burger']);
  const grill = await screenOf('grill');
  const card = ticket(grill, 'T 4');
  await expect(dish(card, 'burger')).toBeVisible();
  await expect(card.locator('[data-add-on]')).toBeHidden();
  const answer = await pos.call('POST', `/orders/${id}/items`, { items: [{ menu_item_id: kitchen.dishes.platter }] });
  expect(answer.status).toBe(200);
  await expect(dish(card, 'platter').locator('[data-add-on]')).toHaveText(/^Add-on\d+:\d\d ago$/);
  await expect(ticket(grill, 'T 4')).toHaveCount(1);
});

test('[CRD4] a change stands as old and new until the cook has seen it', async ({ kitchen, screenOf, pos }) => {
  const order = await kitchen.order([{ sku: 'burger', quantity: 2, modifiers: ['no salt'], notes: 'quick' }]);
  const item = `/orders/${order.id}/items/${order.items[0].id}`;
  const grill = await screenOf('grill');
  const card = ticket(grill, 'T 4');
  await expect(card).toBeVisible();
  await pos.call('PATCH', item, { quantity: 3, modifiers: ['extra sauce'], notes: null });
  const line = dish(card, 'burger');
  await expect(line.locator('del')).toHaveText(['2', 'no salt', 'quick']);
  await expect(line.locator('ins')).toContainText('extra sauce');
  await expect(stepOf(card)).toContainText('Changes seen');
  await guardOver(grill);
  await stepOf(card).click();
  await expect(line.locator('del')).toHaveCount(0);
  await expect(bumpOf(card)).toBeVisible();
  await expect.poll(async () => (await pos.call('GET', `/orders/${order.id}`)).json.items[0].changed_from).toBeNull();
});

test('[CRD6] a void stays, struck through, and asks whether it was cooked', async ({ kitchen, screenOf, pos }) => {
  const order = await kitchen.order(['burger', 'platter']);
  const grill = await screenOf('grill');
  const card = ticket(grill, 'T 4');
  await expect(card).toBeVisible();
  await pos.call('PATCH', `/orders/${order.id}/items/${order.items[0].id}`, { status: 'voided' });
  const line = dish(card, 'burger');
  await expect(line.locator('[data-line]')).toHaveAttribute('data-status', 'void');
  await expect(stepOf(card)).toContainText('Cancellation seen');
  await line.locator('[data-line]').click();
  await guardOver(grill);
  await line.getByRole('button', { name: 'Yes, cooked' }).click();
  await expect(line).toBeHidden();
  await expect(bumpOf(card)).toBeVisible();
  await expect.poll(async () => (await pos.call('GET', `/orders/${order.id}`)).json.items[0].void_cooked).toBe(true);
});

test('[CRD6] a cancelled order says why, and goes with one tap', async ({ kitchen, screenOf, pos }) => {
  const order = await kitchen.order(['burger']);
  const grill = await screenOf('grill');
  const card = ticket(grill, 'T 4');
  await expect(card).toBeVisible();
  await pos.call('POST', `/orders/${order.id}/cancel`, { reason: 'guest left' });
  await expect(card.locator('[data-cancelled]')).toHaveText('Cancelledguest left');
  await bumpOf(card).click();
  await expect(card).toBeHidden();
});

test('[CRD4] where the kitchen has set it so, allergens are seen before anything else', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  await pos.call('PATCH', '/settings', { acknowledge_allergens: true });
  const order = await kitchen.order([{ sku: 'platter', allergens: ['nuts'] }]);
  const grill = await screenOf('grill');
  const step = stepOf(ticket(grill, 'T 4'));
  await expect(step).toContainText('Allergens seen');
  await step.click();
  await expect(step).toContainText('Bump');
  await guardOver(grill);
  await step.click();
  await expect(ticket(grill, 'T 4')).toBeHidden();
  const grillShare = async () => (await pos.call('GET', `/orders/${order.id}`)).json.items[0].progress[0].status;
  await expect.poll(grillShare).toBe('ready');
});

test('[CRD7] a dish that is cooked elsewhere too says where, and how far that is', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order(['platter']);
  const grill = await screenOf('grill');
  const also = ticket(grill, 'T 4').locator('[data-also-at]');
  await expect(also).toHaveText('Also at Fryer');
  await pos.call('POST', `/orders/${order.id}/bump`, { station: 'fry' });
  await expect(also).toHaveText('Also at Fryer (ready)');
});

test('[CRD2] a scheduled order says for when', async ({ kitchen, screenOf }) => {
  const promised = new Date(Date.now() + 60_000);
  await kitchen.order(['burger'], { promised_at: promised.toISOString() });
  const grill = await screenOf('grill');
  const time = await grill.evaluate(
    (ms) => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(ms),
    promised.getTime(),
  );
  await expect(ticket(grill, 'T 4').locator('header')).toContainText(`for ${time}`);
});
