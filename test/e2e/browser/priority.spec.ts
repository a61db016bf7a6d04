import { expect, standStill, ticket, tickets } from './board-fixture.ts';
import { openSheet, test } from './station-fixture.ts';

/** What is said about a priority stands for three seconds, which the test lets pass. */
test.use({ ownTime: true });

test('[PRI1] a ticket is put in front at once, and back within three seconds', async ({ kitchen, screenOf, pos }) => {
  await kitchen.order(['burger'], { table_number: '1' });
  const second = await kitchen.order(['burger'], { table_number: '2' });
  const grill = await screenOf('grill');
  const first = tickets(grill).first().getByRole('heading', { level: 2 });
  await expect(first).toHaveText('T 1');
  const sheet = await openSheet(grill, 'T 2');
  await standStill(grill);
  await sheet.getByRole('button', { name: 'Give priority' }).click();
  await expect(first).toHaveText('T 2');
  await expect(ticket(grill, 'T 2').locator('header')).toContainText('Priority');
  await grill.clock.runFor(2900);
  await grill.locator('[data-prioritised]').getByRole('button', { name: 'Cancel' }).click();
  await expect(first).toHaveText('T 1');
  await expect(grill.locator('[data-prioritised]')).toBeHidden();
  await expect.poll(async () => (await pos.call('GET', `/orders/${second.id}`)).json.priority).toBe('normal');
});

test('[PRI1] after three seconds it stays in front', async ({ kitchen, screenOf }) => {
  await kitchen.order(['burger']);
  const grill = await screenOf('grill');
  const sheet = await openSheet(grill, 'T 4');
  await standStill(grill);
  await sheet.getByRole('button', { name: 'Give priority' }).click();
  await expect(grill.locator('[data-prioritised]')).toBeVisible();
  await grill.clock.runFor(3000);
  await expect(grill.locator('[data-prioritised]')).toBeHidden();
  await expect(ticket(grill, 'T 4').locator('header')).toContainText('Priority');
});
