import type { Page } from '@playwright/test';
import type { Api } from '../../harness/api.ts';
import type { SmallKitchen } from '../../harness/small-kitchen.ts';
import { expect, tickets } from './board-fixture.ts';
import { choose } from './settings-hand.ts';
import { openSheet, test } from './station-fixture.ts';

/** Each state that a ticket and its lines can be in, at the grill and at the pass. */
async function fill(kitchen: SmallKitchen, pos: Api): Promise<void> {
  const table = (table_number: string, more: object = {}) => ({ table_number, ...more });
  const ready = await kitchen.order(['fries', 'burger'], table('7'));
  await pos.call('POST', `/orders/${ready.id}/bump`, { station: 'fry' });
  await pos.call('POST', `/orders/${ready.id}/bump`, { station: 'grill' });
  const plain = await kitchen.order(
    [{ sku: 'burger', quantity: 2, modifiers: ['no onion', 'extra cheese'], notes: 'well done', seat: 1 }, 'platter'],
    table('1', { covers: 2, notes: 'birthday' }),
  );
  await pos.call('POST', `/orders/${plain.id}/items`, { items: [{ menu_item_id: kitchen.dishes.platter }] });
  const changed = await kitchen.order(
    [{ sku: 'burger', quantity: 2, modifiers: ['no salt', 'rare'], notes: 'quick' }, 'platter', 'fries'],
    table('2'),
  );
  const itemOf = (order: typeof changed, at: number) => `/orders/${order.id}/items/${order.items[at].id}`;
  await pos.call('PATCH', itemOf(changed, 0), { quantity: 3, modifiers: ['rare', 'extra sauce'], notes: 'no hurry' });
  await pos.call('PATCH', itemOf(changed, 1), { status: 'voided', reason: 'guest changed his mind' });
  const gone = await kitchen.order(['burger', 'platter'], table('3'));
  await pos.call('POST', `/orders/${gone.id}/cancel`, { reason: 'guest left' });
  await kitchen.order([{ sku: 'platter', allergens: ['nuts', 'milk'], seat: 2 }, 'burger'], table('4'));
  const courses = await kitchen.order(
    [
      { sku: 'cola', course: 1 },
      { sku: 'burger', course: 1 },
      { sku: 'platter', course: 2 },
    ],
    table('5', { covers: 4 }),
  );
  await pos.call('POST', `/orders/${courses.id}/hold`, { course: 2 });
  await pos.call('POST', `/orders/${courses.id}/bump`, { station: 'bar' });
  const again = await kitchen.order(['burger', 'fries', 'platter'], table('6'));
  await pos.call('POST', `/orders/${again.id}/bump`, { station: 'grill' });
  await pos.call('POST', `/orders/${again.id}/recall`, { station: 'grill', item_ids: [again.items[0].id] });
  const soon = new Date(Date.now() + 120_000).toISOString();
  const takeaway = { type: 'takeaway', table_number: null, customer_name: 'Lena', priority: 'high', promised_at: soon };
  await kitchen.order([{ sku: 'burger', quantity: 4 }, 'fries'], takeaway);
}

const screens = {
  wall: { width: 1920, height: 1080 },
  tablet: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `artefacts/board/${name}.png`, animations: 'disabled' });
}

/** Pictures for people to look at, in `artefacts/board`. */
test('tickets can be looked at in every state, at a station and at the pass', async ({ kitchen, pos, screenOf }) => {
  test.setTimeout(120_000);
  await pos.call('PATCH', '/settings', { acknowledge_allergens: true });
  await fill(kitchen, pos);
  for (const station of ['grill', 'pass']) {
    const page = await screenOf(station);
    await expect(tickets(page).first()).toBeVisible();
    for (const theme of ['Light', 'Dark']) {
      await choose(page, theme);
      for (const [screen, viewport] of Object.entries(screens)) {
        await page.setViewportSize(viewport);
        await picture(page, `${station}-${screen}-${theme.toLowerCase()}`);
      }
      await page.setViewportSize(screens.tablet);
      await openSheet(page, 'T 1', 'burger');
      await picture(page, `${station}-sheet-${theme.toLowerCase()}`);
      await page.keyboard.press('Escape');
    }
  }
});
