import { expect, guardOver, ticket, tickets } from './board-fixture.ts';
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
