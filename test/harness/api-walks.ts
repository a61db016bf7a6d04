import { expect } from 'vitest';
import type { Asking } from './api-document.ts';
import type { PrinterSink } from './printer-sink.ts';

/** Walks through the API, each answer held to the document. */

/** Writes and reads a menu. */
export async function menuOf(ask: Asking): Promise<{ readonly dish: string; readonly soup: string }> {
  const groups = [{ name: 'Cooking', min: 1, max: 1, options: [{ name: 'rare' }, { name: 'medium' }] }];
  const steak = { sku: 'steak', name: 'Steak', price: 24.5, category: 'Mains', modifier_groups: groups };
  const made = (await ask('POST /products', { body: steak })).json;
  const soup = { sku: 'soup', name: 'Soup', price: 6, category: 'Starters', stock_quantity: 5 };
  const second = (await ask('POST /products', { body: soup })).json;
  const ids = [made.id];
  await ask('GET /products', { query: '?limit=1' });
  await ask('GET /products/{id}', { ids });
  await ask('GET /menu');
  await ask('PATCH /products/{id}', { ids, body: { price: 24 } });
  await ask('PATCH /products/{id}/availability', { ids, body: { available: false, until: 'tomorrow' } });
  const refused = await ask('POST /orders', { body: { type: 'takeaway', items: [{ menu_item_id: made.id }] } });
  expect(refused).toMatchObject({ status: 409, json: { code: 'item_unavailable' } });
  await ask('PATCH /products/{id}/availability', { ids, body: { available: true } });
  await ask('PATCH /products/{id}/inventory', { ids: [second.id], body: { quantity: 12 } });
  const file = { format: 'json', text: '[{"sku": "tea", "name": "Tea", "price": 2, "category": "Drinks"}]' };
  const { basis } = (await ask('POST /products/import/preview', { body: file })).json;
  await ask('POST /products/import', { body: { ...file, basis } });
  const photo = await ask('PUT /products/{id}/photo', { ids, body: 'no picture' });
  expect(photo).toMatchObject({ status: 400, json: { errors: [{ path: 'photo' }] } });
  await ask('DELETE /products/{id}/photo', { ids });
  await ask('GET /products/export', { query: '?format=json' });
  const gone = (await ask('POST /products', { body: { sku: 'x', name: 'X', price: 1, category: 'Mains' } })).json;
  await ask('DELETE /products/{id}', { ids: [gone.id] });
  return { dish: made.id, soup: second.id };
}

/** With all that an order can say. */
export const fullOrder = (dish: string) => ({
  type: 'dine_in',
  table_number: '4',
  covers: 2,
  customer_name: 'Ada',
  customer_phone: '030 1',
  notes: 'window',
  priority: 'normal',
  payment_method: 'card',
  items: [
    { menu_item_id: dish, quantity: 1, modifiers: ['rare'], seat: 1, course: 1, allergens: ['nuts'], notes: 'no salt' },
    { name: 'Dish of the day', unit_price: 9, modifiers: [{ name: 'extra cheese', price: 0.5 }], seat: 2 },
  ],
});

/** Sets a printer up, prints on it, and takes it away. */
export async function printWith(ask: Asking, sink: PrinterSink, order: string): Promise<void> {
  const wish = { name: 'Pass', host: '127.0.0.1', port: sink.port, stations: ['kitchen'], guest: true };
  const { id } = (await ask('POST /printers', { body: wish })).json;
  const ids = [id];
  expect((await ask('POST /printers/{id}/test', { ids })).json).toEqual({ printed: true, trouble: null });
  await ask('PATCH /printers/{id}', { ids, body: { paper: 58 } });
  await ask('GET /printers/preview', { query: '?slip=guest&paper=58' });
  const headers = { 'idempotency-key': 'bill-1' };
  const bill = await ask('POST /orders/{id}/print', { ids: [order], body: { slip: 'guest' }, headers });
  expect([bill.status, bill.json]).toEqual([202, { printers: ['Pass'] }]);
  await ask('GET /printers/waiting');
  expect((await ask('GET /printers')).json.items).toMatchObject([{ id, paper: 58, trouble: null }]);
  await ask('DELETE /printers/{id}', { ids });
  const unprinted = await ask('POST /orders/{id}/print', { ids: [order], body: { slip: 'kitchen' } });
  expect([unprinted.status, unprinted.json.code]).toEqual([409, 'no_printer']);
}
