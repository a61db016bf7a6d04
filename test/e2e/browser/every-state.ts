import type { Api } from '../../harness/api.ts';
import type { SmallKitchen } from '../../harness/small-kitchen.ts';

/** Each state that a ticket and its lines can be in, at the grill and at the pass. */
export async function bringEveryState(kitchen: SmallKitchen, pos: Api): Promise<void> {
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
