import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { openPrinter, type PrinterSink } from '../harness/printer-sink.ts';
import { printingHands } from '../harness/printing-hands.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { addUser } from '../harness/user.ts';

let box: ServerBox;
let manager: Api;
let sink: PrinterSink;
beforeEach(async () => {
  box = await startServer();
  manager = await managerOf(box);
  sink = await openPrinter();
});
afterEach(async () => {
  await box.remove();
  await sink.close();
});

const { wish, add, listed, print, printed } = printingHands(() => ({ manager, sink }));

const dinner = {
  type: 'dine_in',
  table_number: '12',
  covers: 3,
  notes: 'Birthday at the table',
  customer_phone: '030 1234567',
  items: [
    { name: 'Bürger', unit_price: 12.5, quantity: 2, modifiers: [{ name: 'Käse', price: 1.5 }], notes: 'no onion' },
    { name: 'Soup', unit_price: 6, seat: 2, course: 1, allergens: ['nuts', 'milk'] },
  ],
};

test('[PRT5] a kitchen slip has all that a cook needs, a guest slip all that a guest pays', async () => {
  await add();
  const order = (await manager.order(dinner)).json;
  const answer = await print(order.id, 'kitchen');
  expect([answer.status, answer.json]).toEqual([202, { printers: ['Pass'] }]);
  await printed(1);
  await print(order.id, 'guest');
  await printed(2);
  const [kitchen = '', guest = ''] = sink.slips();
  for (const text of [
    ...['Table 12', order.number, 'Covers 3', '2 x Bürger', '   + Käse', '   Note: no onion', '1 x Soup'],
    ...['   ALLERGY: nuts, milk'.trim(), '   Seat 2, Course 1', 'Note: Birthday at the table'],
  ])
    expect(kitchen).toContain(text);
  expect(kitchen).not.toMatch(/BACKUP|12\.5|28\.00|1234567/);
  expect(guest).toMatch(/2 x Bürger +28\.00\n {3}\+ Käse\n1 x Soup +6\.00\n=+\nTotal +[A-Z]{3} 34\.00\nNot paid/);
  expect(guest).not.toMatch(/Birthday|onion|nuts|1234567/);
  await vi.waitFor(async () =>
    expect((await listed())[0]).toMatchObject({
      waiting: 0,
      dropped: 0,
      trouble: null,
      reached_at: expect.any(String),
    }),
  );
});

test('[PRT5] the same wish with the same key is one slip; what was called off is not on a bill', async () => {
  await add();
  const order = (await manager.order(dinner)).json;
  const [soup] = order.items.slice(1);
  await manager.call('PATCH', `/orders/${order.id}/items/${soup.id}`, { status: 'voided' });
  await manager.call('PATCH', `/orders/${order.id}/payment`, { payment_status: 'paid', payment_method: 'card' });
  const key = { 'idempotency-key': 'once' };
  expect((await print(order.id, 'guest', manager, key)).status).toBe(202);
  expect((await print(order.id, 'guest', manager, key)).status).toBe(202);
  await print(order.id, 'kitchen');
  await printed(2);
  const [guest = '', kitchen = ''] = sink.slips();
  expect(guest).toMatch(/Total +[A-Z]{3} 28\.00\nPaid, card/);
  expect(guest).not.toContain('Soup');
  expect(kitchen).not.toContain('Soup');
});

test('[PRT5] [GRO2] of an order whose dishes have gone to another nothing is printed, and the answer names that one', async () => {
  await add();
  const [from, into] = [(await manager.order(dinner)).json, (await manager.order(dinner)).json];
  await manager.call('POST', `/orders/${into.id}/merge`, { from: from.id });
  for (const slip of ['guest', 'kitchen']) {
    const { status, json } = await print(from.id, slip);
    expect([status, json.code]).toEqual([409, 'order_merged']);
    expect(json.detail).toContain(into.number);
  }
});

test('[PRT5] where no printer is meant for it, that is the answer', async () => {
  await manager.call('PUT', '/stations', {
    items: [
      { id: 'kitchen', name: 'Kitchen' },
      { id: 'bar', name: 'Bar' },
    ],
  });
  const order = (await manager.order()).json;
  expect((await print(order.id, 'kitchen')).json.code).toBe('no_printer');
  await add({ guest: false, stations: ['bar'] });
  expect((await print(order.id, 'kitchen')).json.code).toBe('no_printer');
  expect((await print(order.id, 'guest')).json.code).toBe('no_printer');
  const nobody = '6b58208f-d318-5f90-a7e1-d68f433967ed';
  expect((await print(nobody, 'guest')).json.code).toBe('order_not_found');
  const at = (station: string) => manager.call('POST', `/orders/${order.id}/print`, { slip: 'kitchen', station });
  expect((await at('nowhere')).json.code).toBe('station_not_found');
  expect((await manager.call('POST', `/orders/${order.id}/print`, { slip: 'all' })).status).toBe(400);
});

test('[PRT1] a test print comes out, and says what is wrong where it does not', async () => {
  const { id } = await add({ language: 'de' });
  const trial = async () => (await manager.call('POST', `/printers/${id}/test`)).json;
  expect(await trial()).toEqual({ printed: true, trouble: null });
  expect(sink.slips()[0]).toMatch(/PROBE[\s\S]*Dieser Drucker druckt\.\nPass\n[\s\S]*ÄÖÜß éèàç ñ¿¡ € 123/);
  for (const mood of ['paper-out', 'cover-open'] as const) {
    sink.becomes(mood);
    expect(await trial()).toEqual({ printed: false, trouble: mood });
    expect((await listed())[0]).toMatchObject({ trouble: mood, trouble_at: expect.any(String) });
  }
  await sink.off();
  expect(await trial()).toEqual({ printed: false, trouble: 'refused' });
  await sink.on();
  sink.becomes('prints');
  expect(await trial()).toEqual({ printed: true, trouble: null });
  expect((await listed())[0]).toMatchObject({ trouble: null });
});

const noHosts = [
  '8.8.8.8',
  '0.0.0.0',
  '::ffff:8.8.8.8',
  '2001:db8::1',
  '1:2',
  ':',
  '1::2::3',
  '127.0.0.1/x',
  'user@printer',
];
const refused: readonly (readonly [field: string, values: readonly unknown[]])[] = [
  ['host', [...noHosts, '', '[::1]', 'a b']],
  ['port', [6379, 80, 9200, 0, 9100.5]],
  ['name', ['  ', '', 'x'.repeat(61)]],
  ['paper', [76]],
  ['letters', ['runes']],
  ['language', ['ar']],
  ['stations', [['nowhere']]],
];

test('[PRT2] what cannot be is refused by the name of its field, new or changed', async () => {
  const { id } = await add();
  for (const [field, values] of refused)
    for (const value of values)
      for (const answer of [
        await manager.call('POST', '/printers', wish({ [field]: value })),
        await manager.call('PATCH', `/printers/${id}`, { [field]: value }),
      ]) {
        expect([value, answer.status]).toEqual([value, 400]);
        expect(answer.json.errors[0].path).toContain(field);
      }
  expect(await listed()).toHaveLength(1);
  expect(sink.connections()).toBe(0);
});

test('[PRT2] a name that stands for a place elsewhere, or for none, is not connected to', async () => {
  const { id } = await add({ host: 'printer.invalid' });
  expect((await manager.call('POST', `/printers/${id}/test`)).json.trouble).toBe('unknown-name');
  await manager.call('PATCH', `/printers/${id}`, { host: 'localhost' });
  expect((await manager.call('POST', `/printers/${id}/test`)).json).toEqual({ printed: true, trouble: null });
});

test('[PRT1] a printer is changed and removed; what waited for it is gone with it', async () => {
  const { id } = await add();
  await sink.off();
  const { json } = await manager.order();
  await print(json.id, 'kitchen');
  const changed = await manager.call('PATCH', `/printers/${id}`, { name: 'Bar', guest: false, paper: 58 });
  expect(changed.json).toMatchObject({
    id,
    name: 'Bar',
    guest: false,
    paper: 58,
    stations: ['kitchen'],
    port: sink.port,
  });
  expect((await manager.call('DELETE', `/printers/${id}`)).status).toBe(204);
  expect((await manager.call('DELETE', `/printers/${id}`)).json.code).toBe('printer_not_found');
  expect(await listed()).toEqual([]);
});

test('[PRT1] [ISO1] a restaurant has its own printers, and only those', async () => {
  const { id } = await add();
  const other = await addUser(box, { username: 'zuleika', role: 'manager', restaurant: 'second' });
  expect((await other.call('GET', '/printers')).json.items).toEqual([]);
  expect((await other.call('GET', '/printers/waiting')).json).toEqual({
    kitchen: false,
    guest: false,
    waiting: 0,
    troubled: [],
  });
  for (const answer of [
    await other.call('PATCH', `/printers/${id}`, { name: 'Mine' }),
    await other.call('DELETE', `/printers/${id}`),
    await other.call('POST', `/printers/${id}/test`),
  ])
    expect(answer.json.code).toBe('printer_not_found');
  const mine = (await manager.order()).json;
  expect((await print(mine.id, 'guest', other)).json.code).toBe('order_not_found');
  const theirs = (await other.order()).json;
  expect((await print(theirs.id, 'guest', other)).json.code).toBe('no_printer');
  expect(sink.connections()).toBe(0);
});

test('[PRT1] a preview is a picture that fetches nothing', async () => {
  const answer = await manager.call('GET', '/printers/preview?paper=58&language=fr&slip=guest');
  expect(answer.headers.get('content-type')).toContain('image/svg+xml');
  expect(answer.text).toMatch(/^<svg /);
  expect(answer.text).not.toMatch(/@import|https?:\/\/(?!www\.w3\.org)/);
  expect((await manager.call('GET', '/printers/preview?paper=60')).status).toBe(400);
});

test('[PRT5] a pass prints at its own printer, and without one has each station print its part', async () => {
  const stations = ['Grill', 'Fry'].map((name) => ({ id: name.toLowerCase(), name, items: [name] }));
  await manager.call('PUT', '/stations', { items: [...stations, { id: 'pass', name: 'Pass', kind: 'expo' }] });
  const bar = await openPrinter();
  await add({ stations: ['grill'], name: 'Grill' });
  const items = ['Grill', 'Fry'].map((name) => ({ name, unit_price: 5 }));
  const { id } = (await manager.order({ items })).json;
  const at = async (station: string) =>
    (await manager.call('POST', `/orders/${id}/print`, { slip: 'kitchen', station })).json;
  expect(await at('pass')).toEqual({ printers: ['Grill'] });
  await printed(1);
  expect(sink.slips()[0]).not.toContain('1 x Fry');
  await add({ stations: ['pass'], name: 'Pass', port: bar.port });
  expect(await at('pass')).toEqual({ printers: ['Pass'] });
  await vi.waitFor(() => expect(bar.slips()[0]).toMatch(/^Pass\n[\s\S]*1 x Grill\n1 x Fry/), 30_000);
  await bar.close();
});
