import type { Locator, Page } from '@playwright/test';
import type { Api } from '../../harness/api.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { expect, guardOver } from './board-fixture.ts';
import { letIn } from './signed-in.ts';

/** A section of the manager's page, in a page that belongs to the manager. */
export async function openSection(page: Page, server: ServerProcess, section: string): Promise<Locator> {
  await letIn(page.context(), server);
  await page.goto(`${server.url}/manage#/${section}`);
  const main = page.locator(`[data-section="${section.split('/')[0]}"]`);
  await expect(main).toBeVisible();
  await expect(page.locator('[data-freshness="fresh"]')).toBeVisible();
  return main;
}

export const rowOf = (office: Locator, name: string): Locator => office.locator(`[data-row="${name}"]`);

/** Opens the form of a station. */
export async function editStation(office: Locator, name: string): Promise<Locator> {
  await rowOf(office, name).locator('[data-edit]').click();
  const form = office.locator('[data-station-form]');
  await expect(form).toBeVisible();
  return form;
}

export async function saveStations(office: Locator): Promise<void> {
  await guardOver(office.page());
  await office.locator('[data-save]').click();
}

/** As another manager saves them elsewhere. */
export async function putStations(pos: Api, items: readonly object[]): Promise<void> {
  expect((await pos.call('PUT', '/stations', { items })).status).toBe(200);
}

/** An order that somebody took, changed, voided, bumped, recalled, undid, moved and paid: all that a history can tell. */
export async function liveThrough(pos: Api, dishes: Readonly<Record<string, string>>): Promise<string> {
  const items = [
    { menu_item_id: dishes.burger, quantity: 2, notes: 'no onion' },
    { menu_item_id: dishes.fries, quantity: 1 },
    { menu_item_id: dishes.cola, quantity: 2 },
  ];
  const guest = { customer_name: 'Ottilie', customer_phone: '+49 30 1234567', notes: 'Birthday' };
  const { json: order } = await pos.order({ type: 'dine_in', table_number: '12', covers: 2, ...guest, items });
  const item = (index: number) => `/orders/${order.id}/items/${order.items[index].id}`;
  const steps: readonly (readonly [string, string, object, Record<string, string>?])[] = [
    ['PATCH', item(0), { quantity: 3, notes: 'no onion, rare' }],
    ['POST', `/orders/${order.id}/acknowledge`, { station: 'grill' }],
    ['PATCH', item(1), { status: 'voided', reason: 'The guest changed their mind' }],
    ['POST', `/orders/${order.id}/acknowledge`, { station: 'fry', cooked: true }],
    ['POST', `/orders/${order.id}/bump`, { station: 'grill' }, { 'idempotency-key': `bump-${order.id}` }],
    ['POST', `/orders/${order.id}/undo`, { key: `bump-${order.id}` }],
    ['POST', `/orders/${order.id}/bump`, { station: 'grill' }],
    ['POST', `/orders/${order.id}/recall`, { station: 'grill' }],
    ['POST', `/orders/${order.id}/bump`, { station: 'grill' }],
    ['POST', `/orders/${order.id}/transfer`, { table_number: '14' }],
    ['POST', `/orders/${order.id}/bump`, { station: 'bar' }],
    ['POST', `/orders/${order.id}/bump`, { station: 'pass' }],
    ['PATCH', `/orders/${order.id}/payment`, { payment_status: 'paid', payment_method: 'card' }],
  ];
  for (const [method, path, body, headers] of steps) {
    const answer = await pos.call(method, path, body, headers);
    expect(`${method} ${path}: ${answer.status} ${answer.text}`).toContain(': 200 ');
  }
  return order.id;
}
