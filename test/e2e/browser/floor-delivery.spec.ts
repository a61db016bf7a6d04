import { expect, guardOver, test } from './board-fixture.ts';
import { openFloor } from './floor-hand.ts';

test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

test('[SHP1] [UND1] an order for elsewhere says for when, where to and whose; it goes to the driver, then to the guest, each with a way back', async ({
  page,
  server,
  pos,
}) => {
  test.slow();
  const { productIds } = await openFloor(page, server, pos);
  await expect(page.getByRole('button', { name: /^Deliveries/ })).toHaveCount(0);
  const promised = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const items = [{ menu_item_id: productIds.burger, quantity: 2 }];
  const about = { customer_phone: '+44 20 7946 0000', notes: '12 Mill Lane, ring twice' };
  const order = (name: string, minutes: number) =>
    pos.order({ type: 'delivery', customer_name: name, promised_at: promised(minutes), ...about, items });
  const { json: later } = await order('Later', 10);
  const { json: sooner } = await order('Sooner', -1);
  await page.getByRole('button', { name: 'Deliveries (2)' }).click();
  const card = (json: { number: string }) => page.locator(`[data-delivery-order="${json.number}"]`);
  await expect(page.locator('[data-delivery-order]').first()).toContainText('Sooner');
  await expect(card(sooner).locator('[data-promise="over"]')).toContainText('Late: promised for');
  await expect(card(later).locator('[data-promise="ahead"]')).toContainText('Promised for');
  await expect(card(later)).toContainText('12 Mill Lane, ring twice');
  await expect(card(later).getByRole('link', { name: '+44 20 7946 0000' })).toHaveAttribute(
    'href',
    'tel:+442079460000',
  );
  await expect(card(later).locator('[data-send-on]')).toHaveCount(0);
  const status = async () => (await pos.call('GET', `/orders/${later.id}`)).json;
  await pos.call('PATCH', `/orders/${later.id}/status`, { status: 'ready' });
  await expect(card(later)).toContainText('Ready for the driver');
  await expect(page.locator('[data-delivery-order]').first()).toContainText('Later');

  await guardOver(page);
  await card(later).locator('[data-send-on]').click();
  await expect(card(later)).toContainText('With the driver since');
  await expect.poll(async () => (await status()).order_status).toBe('completed');
  const back = page.locator('[data-way-back]');
  await guardOver(page);
  await back.getByRole('button', { name: /^Undo: .* is with the driver$/ }).click();
  await expect(card(later)).toContainText('Ready for the driver');
  await expect.poll(async () => (await status()).order_status).toBe('ready');

  await guardOver(page);
  await card(later).locator('[data-send-on]').click();
  await expect(card(later)).toContainText('With the driver since');
  // Somebody else's device, or this one anew, shows the same.
  await expect.poll(async () => typeof (await status()).shipped_at).toBe('string');
  await page.reload();
  await expect(card(later)).toContainText('With the driver since');
  await guardOver(page);
  await card(later).locator('[data-send-on]').click();
  await expect(card(later)).toHaveCount(0);
  await guardOver(page);
  await back.getByRole('button', { name: /is delivered$/ }).click();
  await expect(card(later)).toContainText('With the driver since');
  await expect.poll(async () => (await status()).delivered_at).toBe(null);
  await guardOver(page);
  await card(later).locator('[data-send-on]').click();
  await expect(page.getByRole('button', { name: 'Deliveries (1)' })).toBeVisible();
  await expect.poll(async () => typeof (await status()).delivered_at).toBe('string');
  // Cash on delivery: it stays to be paid.
  await page.getByRole('button', { name: 'All (1)' }).click();
  await expect(page.locator(`[data-order="${later.id}"]`)).toContainText('Delivered at');
});
