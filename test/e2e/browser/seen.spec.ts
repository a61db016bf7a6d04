import { expect, guardOver, ticket } from './board-fixture.ts';
import { holdCommands, release } from './outbox-fixture.ts';
import { dish, sharesOf, stepOf, test } from './station-fixture.ts';

test('[BMP2] a dish that is added while a bump is kept on the tablet stands there alone, and is still to be cooked', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order(['burger']);
  const grill = await screenOf('grill');
  const card = ticket(grill, 'T 4');
  await expect(card).toBeVisible();
  await guardOver(grill);
  await holdCommands(grill);
  await stepOf(card).click();
  await expect(card).toBeHidden();
  const more = { items: [{ menu_item_id: kitchen.dishes.platter }] };
  expect((await pos.call('POST', `/orders/${order.id}/items`, more)).status).toBe(200);
  await expect(dish(card, 'platter').locator('[data-status="todo"]')).toBeVisible();
  await release(grill);
  const shares = async () => sharesOf((await pos.call('GET', `/orders/${order.id}`)).json);
  await expect
    .poll(shares, { timeout: 20_000 })
    .toEqual(['burger@grill: ready', 'platter@grill: pending', 'platter@fry: pending']);
  await expect(dish(card, 'platter').locator('[data-status="todo"]')).toBeVisible();
});

test('[EXP2] [PAS3] the pass puts a cancelled order away after a question, and the grill still sees it', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order(['burger']);
  const [grill, pass] = [await screenOf('grill'), await screenOf('pass')];
  await pos.call('POST', `/orders/${order.id}/cancel`, { reason: 'guest left' });
  const step = stepOf(ticket(pass, 'T 4'));
  await expect(ticket(pass, 'T 4').locator('[data-cancelled]')).toBeVisible();
  await guardOver(pass);
  await step.click();
  await expect(step).toContainText('Not seen at every station. Put away here?');
  await guardOver(pass);
  await step.click();
  await expect(ticket(pass, 'T 4')).toBeHidden();
  await expect.poll(async () => (await pos.call('GET', `/orders/${order.id}`)).json.version).toBe(3);
  await expect(ticket(grill, 'T 4').locator('[data-cancelled]')).toBeVisible();
  await guardOver(grill);
  await stepOf(ticket(grill, 'T 4')).click();
  await expect(ticket(grill, 'T 4')).toBeHidden();
});

test('[UND1] [OPT4] what was handed over comes back at once when it is undone, also with the link gone', async ({
  kitchen,
  screenOf,
  pos,
}) => {
  const order = await kitchen.order(['burger']);
  await pos.call('POST', `/orders/${order.id}/bump`, { station: 'grill' });
  const pass = await screenOf('pass');
  const status = async () => (await pos.call('GET', `/orders/${order.id}`)).json.order_status;
  await expect(ticket(pass, 'T 4').locator('header')).toContainText('Ready to go');
  await guardOver(pass);
  await stepOf(ticket(pass, 'T 4')).click();
  await expect(ticket(pass, 'T 4')).toBeHidden();
  await expect.poll(status).toBe('completed');
  await guardOver(pass);
  await pass.context().setOffline(true);
  await pass.getByRole('button', { name: 'Undo the bump of T 4' }).click();
  await expect(ticket(pass, 'T 4').locator('header')).toContainText('Ready to go');
  expect(await status()).toBe('completed');
  await pass.context().setOffline(false);
  await expect.poll(status, { timeout: 30_000 }).toBe('ready');
  await expect(ticket(pass, 'T 4')).toBeVisible();
});

test('[SEE1] a page that has crashed lets go of its link: what comes then was seen by nobody', async ({
  kitchen,
  screenOf,
  server,
}) => {
  await kitchen.order(['burger']);
  const grill = await screenOf('grill');
  await expect(ticket(grill, 'T 4')).toBeVisible();
  const connections = async () => (await (await fetch(`${server.url}/api/v1/ws/health`)).json()).total_connections;
  expect(await connections()).toBe(1);
  // What only the drawing needs.
  await grill.evaluate(() => {
    String.prototype.padStart = () => {
      throw new Error('broken');
    };
  });
  await expect(grill.getByText('This screen has stumbled')).toBeVisible();
  await expect.poll(connections, { intervals: [100] }).toBe(0);
});
