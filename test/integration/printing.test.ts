import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Api, signIn } from '../harness/api.ts';
import { openPrinter, type PrinterSink } from '../harness/printer-sink.ts';
import { adminPassword, type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let manager: Api;
let sink: PrinterSink;
beforeEach(async () => {
  box = await startServer();
  manager = await signIn(box.url, adminPassword);
  sink = await openPrinter();
});
afterEach(async () => {
  await box.remove();
  await sink.close();
});

const add = async (more: object = {}) =>
  (
    await manager.call('POST', '/printers', {
      name: 'Pass',
      host: '127.0.0.1',
      port: sink.port,
      stations: ['kitchen'],
      guest: true,
      ...more,
    })
  ).json;
const listed = async () => (await manager.call('GET', '/printers')).json.items;
const printed = (count: number) => vi.waitFor(() => expect(sink.slips()).toHaveLength(count), 20_000);

const dinner = {
  type: 'dine_in',
  table_number: '12',
  covers: 3,
  notes: 'Birthday at the table',
  items: [
    { name: 'Bürger', unit_price: 12.5, quantity: 2, modifiers: [{ name: 'Käse', price: 1.5 }], notes: 'no onion' },
    { name: 'Soup', unit_price: 6, seat: 2, course: 1, allergens: ['nuts', 'milk'] },
  ],
};

test('[PRT1] [PRT5] a kitchen slip has all that a cook needs, and a guest slip all that a guest pays', async () => {
  await add();
  const order = (await manager.order(dinner)).json;
  const print = (slip: string) => manager.call('POST', `/orders/${order.id}/print`, { slip });
  const answer = await print('kitchen');
  expect([answer.status, answer.json]).toEqual([202, { printers: ['Pass'] }]);
  await printed(1);
  expect((await print('guest')).status).toBe(202);
  await printed(2);
  const [kitchen = '', guest = ''] = sink.slips();
  for (const text of [
    'Table 12',
    order.number,
    'Covers 3',
    '2 x Bürger',
    '   + Käse',
    '   Note: no onion',
    '1 x Soup',
    '   ALLERGY: nuts, milk',
    '   Seat 2, Course 1',
    'Note: Birthday at the table',
  ])
    expect(kitchen).toContain(text);
  expect(kitchen).not.toContain('BACKUP');
  expect(guest).toMatch(/2 x Bürger +28\.00/);
  expect(guest).toMatch(/1 x Soup +6\.00/);
  expect(guest).toMatch(/Total +USD 34\.00|Total +EUR 34\.00/);
  expect(guest).toContain('Not paid');
  expect(guest).not.toContain('Birthday');
  await vi.waitFor(async () =>
    expect((await listed())[0]).toMatchObject({ waiting: 0, dropped: 0, trouble: null, reached_at: expect.any(String) }),
  );
});
