import type { Page } from '@playwright/test';
import type { Api } from '../../harness/api.ts';
import { rememberSecret } from '../../harness/sent-secrets.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { expect } from './board-fixture.ts';

/** An order at a table, with what only its guest and the staff may know, and the path of its page. */
export type Placed = { readonly id: string; readonly number: string; readonly table: string; readonly path: string };

export async function placeFor(pos: Api, label: string, order: Record<string, unknown> = {}): Promise<Placed> {
  const { status, json } = await pos.order({
    type: 'dine_in',
    table_number: label.slice(0, 3),
    customer_name: `Name ${label}`,
    customer_phone: '+49 30 5550199',
    notes: `note ${label}`,
    items: [{ name: `Soup of ${label}`, unit_price: 7, quantity: 2, modifiers: ['no salt'], notes: `say ${label}` }],
    ...order,
  });
  expect(status).toBe(201);
  const { path } = (await pos.call('GET', `/orders/${json.id}/guest-link`)).json;
  rememberSecret(pos.url, path.replace('/o/', ''));
  return { id: json.id, number: json.number, table: json.table_number, path };
}

/** As by a scan of its code. */
export async function openGuestPage(page: Page, server: ServerProcess, { path, number }: Placed, base = server.url) {
  await page.goto(`${base}${path}`);
  await expect(page.locator('[data-number]')).toHaveText(number);
}
