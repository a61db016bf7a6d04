import { signIn } from '../../harness/api.ts';
import { adminPassword } from '../../harness/server-in-a-box.ts';
import { openSmallKitchen } from '../../harness/small-kitchen.ts';
import { bumpOf, expect, guardOver, openBoard, order, test, ticket, tickets } from './board-fixture.ts';
import { played, watchSound } from './sound-watch.ts';

test.beforeEach(({ page }) => watchSound(page));

test('[CHM1] [CHM3] an order rings once; a reload repeats nothing and brings what came meanwhile', async ({
  page,
  pos,
  server,
}) => {
  await openBoard(page, server);
  await order(pos, '1', ['Soup']);
  await expect(ticket(page, 'T 1')).toBeVisible();
  await expect.poll(() => played(page)).toEqual(['new']);

  await page.reload();
  await expect(ticket(page, 'T 1')).toBeVisible();
  await order(pos, '2', ['Cake']);
  await expect(ticket(page, 'T 2')).toBeVisible();
  await expect.poll(() => played(page)).toEqual(['new']);
});

test('[CHM3] what came while the screen was cut off rings once when it is back', async ({ page, pos, server }) => {
  await openBoard(page, server);
  await order(pos, '1', ['Soup']);
  await expect.poll(() => played(page)).toEqual(['new']);
  await server.kill('SIGKILL');
  await server.start();
  const later = await signIn(server.url, adminPassword);
  for (const table of ['2', '3', '4']) await order(later, table, ['Cake']);
  await expect(tickets(page)).toHaveCount(4, { timeout: 30_000 });
  await expect.poll(async () => (await played(page)).length).toBeGreaterThan(1);
  expect(new Set(await played(page))).toEqual(new Set(['new']));
});

test('[CHM2] [CHM5] an addition, a void and a recall are told apart; own taps ring on the other screen only', async ({
  page,
  context,
  pos,
  server,
}) => {
  await openBoard(page, server);
  const other = await context.newPage();
  await watchSound(other);
  await openBoard(other, server);
  await page.bringToFront();
  const { id } = await order(pos, '1', ['Soup']);
  await expect.poll(() => played(page)).toEqual(['new']);
  await expect.poll(() => played(other)).toEqual(['new']);

  await pos.call('POST', `/orders/${id}/items`, { items: [{ name: 'Bread', unit_price: 2, quantity: 1 }] });
  await expect.poll(() => played(page)).toEqual(['new', 'changed']);
  await expect.poll(() => played(other)).toEqual(['new', 'changed']);
  const items = (await pos.call('GET', `/orders/${id}`)).json.items as { id: string }[];
  await pos.call('PATCH', `/orders/${id}/items/${items[1]?.id}`, { status: 'voided' });
  await expect.poll(() => played(page)).toEqual(['new', 'changed', 'void']);

  const card = ticket(page, 'T 1');
  await guardOver(page);
  await card
    .getByRole('button', { name: /Cancelled - do not cook/ })
    .first()
    .waitFor();
  await pos.call('POST', `/orders/${id}/acknowledge`, { cooked: false });
  await expect(bumpOf(card)).toBeVisible();
  await guardOver(page);
  await bumpOf(card).click();
  await expect(tickets(other)).toHaveCount(0);
  const before = await played(page);
  await guardOver(page);
  await page.keyboard.press('Backspace');
  await expect(ticket(other, 'T 1')).toBeVisible();
  await expect.poll(async () => (await played(other)).at(-1)).toBe('changed');
  expect(await played(page)).toEqual(before);
});

test('[CHM7] a ticket that nobody touches rings again, and louder', async ({ page, pos, server }) => {
  await pos.call('PATCH', '/settings', { alarm_repeat_seconds: 5, alarm_louder_seconds: 10 });
  await openBoard(page, server);
  await order(pos, '1', ['Soup']);
  // When it came, after five seconds, and after ten, when it is louder, twice.
  await expect.poll(() => played(page), { timeout: 30_000 }).toEqual(['new', 'new', 'new', 'new']);
  await expect(bumpOf(ticket(page, 'T 1'))).toBeVisible();
});

test('[CHM7] from a tap on its header on a ticket is still', async ({ page, pos, server }) => {
  await pos.call('PATCH', '/settings', { alarm_repeat_seconds: 5, alarm_louder_seconds: 10 });
  await openBoard(page, server);
  await order(pos, '1', ['Soup']);
  await page.getByRole('button', { name: 'T 1 is seen' }).click();
  await expect(page.getByRole('button', { name: 'T 1 is seen' })).toHaveCount(0);
  const before = await played(page);
  expect(before[0]).toBe('new');
  await page.waitForTimeout(11_000);
  expect(await played(page)).toEqual(before);
  await expect(bumpOf(ticket(page, 'T 1'))).toBeVisible();
});

test('[CHM2] at the pass a ticket of which all is ready rings, once', async ({ page, pos, server }) => {
  const kitchen = await openSmallKitchen(pos);
  await openBoard(page, server);
  await page.goto(`${server.url}/?station=pass`);
  const { id } = await kitchen.order(['burger', 'fries']);
  await expect(ticket(page, 'T 4')).toBeVisible();
  await pos.call('POST', `/orders/${id}/bump`, { station: 'fry' });
  await expect(ticket(page, 'T 4').locator('[data-hold-up]')).toBeVisible();
  expect(await played(page)).not.toContain('ready');
  await pos.call('POST', `/orders/${id}/bump`, { station: 'grill' });
  await expect(ticket(page, 'T 4').locator('header')).toContainText('Ready to go');
  await expect.poll(async () => (await played(page)).filter((kind) => kind === 'ready')).toHaveLength(1);
});

test('[CHM7] [ADD1] what is added to a ticket that is begun can be seen by a tap on its header, alone', async ({
  page,
  pos,
  server,
}) => {
  await openBoard(page, server);
  const { id, items } = await order(pos, '1', ['Soup', 'Bread']);
  await pos.call('PATCH', `/orders/${id}/items/${items[0].id}`, { status: 'preparing' });
  const seen = page.getByRole('button', { name: 'T 1 is seen' });
  await expect(ticket(page, 'T 1')).toBeVisible();
  await expect(seen).toHaveCount(0);
  await pos.call('POST', `/orders/${id}/items`, { items: [{ name: 'Cake', unit_price: 2, quantity: 1 }] });
  await expect(seen).toBeVisible();
  await guardOver(page);
  await seen.click();
  await expect(seen).toHaveCount(0);
  const share = async () => (await pos.call('GET', `/orders/${id}`)).json.items.at(-1).progress[0];
  await expect.poll(share).toMatchObject({ status: 'pending', acknowledged_at: expect.any(String) });
});

test('[CHM10] a silent order appears without a sound and never rings again; the next one rings', async ({
  page,
  pos,
  server,
}) => {
  await pos.call('PATCH', '/settings', { alarm_repeat_seconds: 5, alarm_louder_seconds: 10 });
  await openBoard(page, server);
  const items = [{ name: 'Soup', unit_price: 5 }];
  await pos.order({ type: 'dine_in', table_number: '1', items, silent: true });
  await expect(ticket(page, 'T 1')).toBeVisible();
  await expect(ticket(page, 'T 1').locator('header')).toContainText(/0:(0[89]|[1-5]\d)/, { timeout: 15_000 });
  expect(await played(page)).toEqual([]);
  await page.reload();
  await expect(ticket(page, 'T 1')).toBeVisible();
  await pos.order({ type: 'dine_in', table_number: '2', items });
  await expect(ticket(page, 'T 2')).toBeVisible();
  await expect.poll(() => played(page)).toEqual(['new']);
});

test('[CHM9] the edge lights up with a sound where somebody wants it, and stands still for who wants no motion', async ({
  page,
  pos,
  server,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openBoard(page, server);
  const { id, items } = await order(pos, '1', ['Soup', 'Bread']);
  await expect(ticket(page, 'T 1')).toBeVisible();
  await expect(page.locator('[data-flash]')).toHaveCount(0);
  await guardOver(page);
  await page.locator('[data-settings]').click();
  await page.getByRole('button', { name: 'Flash the edge of the screen, too' }).click();
  await guardOver(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await pos.call('PATCH', `/orders/${id}/items/${items[0].id}`, { status: 'voided' });
  const frame = page.locator('[data-flash]');
  await expect(frame).toBeVisible();
  expect(await frame.evaluate((element) => getComputedStyle(element).animationName)).toBe('none');
  await expect(frame).toHaveCount(0);
});
