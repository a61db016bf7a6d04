import { expect, test, vi } from 'vitest';
import { both, dish, paperKitchen, within } from '../harness/paper-kitchen.ts';

const { call, grill, fry, later, board, close, place, came } = paperKitchen();

test('[PRT7] what comes to a ticket afterwards is printed as what it is: added, changed, called off, made again', async () => {
  later(61);
  const order = await place();
  await came(grill(), 1);
  const [item] = order.items;
  const at = `/orders/${order.id}`;
  later(1);
  await call('POST', `${at}/items`, { items: [dish('Grill', { notes: 'rare' })] });
  await came(grill(), 2);
  expect(grill().slips()[1]).toMatch(/ADD-ON[\s\S]*1 x Grill\n {3}Note: rare/);
  later(1);
  await call('PATCH', `${at}/items/${item.id}`, { quantity: 3 });
  await came(grill(), 3);
  expect(grill().slips()[2]).toMatch(/CHANGED[\s\S]*3 x Grill\n {3}\(was: 1 x Grill\)/);
  expect(grill().slips()[2]).not.toContain('rare');
  later(1);
  await call('PATCH', `${at}/items/${item.id}`, { status: 'voided' });
  await came(grill(), 4);
  expect(grill().slips()[3]).toMatch(/VOID[\s\S]*3 x Grill/);
  later(1);
  await call('POST', `${at}/bump`, { station: 'grill' });
  await call('POST', `${at}/recall`, { station: 'grill' });
  await came(grill(), 5);
  expect(grill().slips()[4]).toMatch(/MAKE AGAIN[\s\S]*1 x Grill/);
  expect(fry().slips()).toHaveLength(1);
}, 60_000);

test('[PRT7] what was called off before anybody learned of it is not printed', async () => {
  const gone = await place();
  await call('POST', `/orders/${gone.id}/cancel`);
  later(61);
  await place({ ...both, table_number: '9' });
  await came(grill(), 1);
  expect(grill().slips()[0]).toContain('Table 9');
});

test('[PRT7] [GRO1] what is split off, or goes to another order, is not printed as if it were to be cooked again', async () => {
  later(61);
  const order = await place({ ...both, items: [dish('Grill', { quantity: 3 }), dish('Grill'), dish('Fry')] });
  const other = await place({ ...both, table_number: '5' });
  await came(grill(), 2);
  later(1);
  const [three, one] = order.items;
  const parts = [{ id: three.id, quantity: 2 }, { id: one.id }];
  const half = (await call('POST', `/orders/${order.id}/split`, { items: parts })).json;
  later(1);
  await call('POST', `/orders/${other.id}/merge`, { from: order.id });
  later(3);
  await place({ ...both, table_number: '6' });
  await vi.waitFor(() => expect(grill().slips().at(-1)).toContain('Table 6'), within);
  expect(grill().slips()).toHaveLength(3);
  // What comes to the half is news of it.
  later(1);
  await call('POST', `/orders/${half.id}/items`, { items: [dish('Grill', { notes: 'rare' })] });
  await came(grill(), 4);
  expect(grill().slips()[3]).toMatch(/ADD-ON[\s\S]*1 x Grill\n {3}Note: rare/);
  expect(grill().slips()[3]).not.toContain('2 x Grill');
}, 60_000);

test('[PRT7] [GRO2] what has gone to another order before its slip came out is printed with that one', async () => {
  await grill().off();
  later(61);
  const order = await place();
  const other = await place({ ...both, table_number: '5', items: [dish('Fry')] });
  await came(fry(), 2);
  await call('POST', `/orders/${other.id}/merge`, { from: order.id });
  later(31);
  await grill().on();
  await came(grill(), 1);
  expect(grill().slips()[0]).toMatch(/Table 5[\s\S]*1 x Grill/);
  expect(fry().slips()).toHaveLength(2);
}, 60_000);

test('[PRT7] what comes to a station, or back to it, after its screen was gone is printed there, however old it is', async () => {
  const [atGrill, atFry] = [await board('grill'), await board('fry')];
  const order = await place({ ...both, items: [dish('Grill'), dish('Fry')] });
  later(1);
  await call('POST', `/orders/${order.id}/bump`, { station: 'fry' });
  await Promise.all([atGrill.beat(), atFry.beat()]);
  await close(atFry);
  later(1);
  await call('POST', `/orders/${order.id}/reroute`, { station: 'grill', to: 'fry' });
  later(61);
  await atGrill.beat();
  await came(fry(), 1);
  expect(fry().slips()[0]).toMatch(/BACKUP[\s\S]*1 x Grill/);
  expect(fry().slips()[0]).not.toContain('1 x Fry');
  later(1);
  await atGrill.beat();
  await call('POST', `/orders/${order.id}/recall`, {
    station: 'fry',
    item_ids: [order.items[1].id],
    keep_timer: true,
  });
  await came(fry(), 2);
  expect(fry().slips()[1]).toMatch(/MAKE AGAIN[\s\S]*1 x Fry/);
  expect(fry().slips()[1]).not.toContain('1 x Grill');
  expect(grill().connections()).toBe(0);
  // Which of them the screen had shown nobody knows; that one is called off is told in any case.
  later(1);
  await call('PATCH', `/orders/${order.id}/items/${order.items[1].id}`, { status: 'voided' });
  await came(fry(), 3);
  expect(fry().slips()[2]).toMatch(/VOID[\s\S]*1 x Fry/);
}, 60_000);

test('[PRT7] what was made anew before the eyes of a cook, and is called off when the screen is gone, is told', async () => {
  const atFry = await board('fry');
  const order = await place({ ...both, items: [dish('Fry')] });
  await call('POST', `/orders/${order.id}/bump`, { station: 'fry' });
  await call('POST', `/orders/${order.id}/recall`, { station: 'fry' });
  later(1);
  await atFry.beat();
  await close(atFry);
  later(61);
  await call('PATCH', `/orders/${order.id}/items/${order.items[0].id}`, { status: 'voided' });
  await came(fry(), 1);
  expect(fry().slips()[0]).toMatch(/VOID[\s\S]*1 x Fry/);
}, 60_000);
