import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { openPrinter, type PrinterSink } from '../harness/printer-sink.ts';
import { printingHands } from '../harness/printing-hands.ts';
import { loadOrders } from '../harness/real-orders.ts';
import { scale } from '../harness/scale.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { orderCents } from '../simulate/file-order.ts';

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

const { add, listed, print, printed } = printingHands(() => ({ manager, sink }));

const hostile = [
  '\u001b@\u001d(L reset',
  '\\x1b\\x40 {command:\\x1b@} {image:AAAA} {code:1}',
  '|a|b| --- === ~_"`^^^ {w:1;b:0}',
  '-',
  '======',
  '\u202egnp.exe\u202c \u0007\u009b2J',
  '\n\r\n{c:1}\t\v',
  'a\u0338\u1fef\u037e\u2028b',
  '💥👩‍👩‍👧 سلام 漢字 ǹ ﷽ \u0378',
  `${'x'.repeat(180)}`,
];

test.each(['latin', 'chinese'])(
  '[PRT3] no name and no note is anything but text, with %s letters',
  async (letters) => {
    await add({ letters });
    for (const text of hostile) {
      const item = { name: text, unit_price: 1, notes: text, modifiers: [text], allergens: [text.slice(0, 60)] };
      const { json } = await manager.order({
        customer_name: text,
        notes: text,
        table_number: text.slice(0, 40),
        items: [item],
      });
      await print(json.id, 'kitchen');
      await print(json.id, 'guest');
    }
    await printed(2 * hostile.length);
    const clean = sink.bytes();
    // Two cuts and two questions for each pair of slips, and no other than those of the program itself.
    expect(clean.toString('latin1').split('\x1dVB').length - 1).toBe(2 * hostile.length);
    expect(clean.toString('latin1').split('\x1b@').length - 1).toBe(2 * hostile.length);
    const all = sink.slips().join('\n');
    expect(all).toContain('\\x1b\\x40 {command:\\x1b@}');
    expect(all).toContain('|a|b| --- === ~_"`^^^');
    expect(all).toContain('? = a letter that this printer does not have');
    expect(all.replace(/\n/g, '')).toContain('x'.repeat(40));
    expect((await listed())[0]).toMatchObject({ waiting: 0, trouble: null });
  },
  60_000,
);

test('[PRT3] a printer with Chinese letters prints Chinese', async () => {
  await add({ letters: 'chinese', language: 'zh' });
  const { json } = await manager.order({ items: [{ name: '宫保鸡丁', unit_price: 38, notes: '不要辣' }] });
  await print(json.id, 'kitchen');
  await printed(1);
  expect(sink.slips()[0]).toContain('1 x 宫保鸡丁');
  expect(sink.slips()[0]).toContain('备注: 不要辣');
});

test.each(['latin', 'chinese'])(
  '[PRT10] an Arabic dish comes out spelled on a printer with %s letters',
  async (letters) => {
    await add({ letters, paper: 58, language: 'de' });
    const item = { name: 'شاورما لحم', unit_price: 9.5, quantity: 2, notes: 'بدون بصل', modifiers: ['Soße 0,50 €'] };
    const { json } = await manager.order({ items: [item] });
    await print(json.id, 'kitchen');
    await printed(1);
    const slip = sink.slips()[0]?.replace(/\s+/g, ' ');
    expect(slip).toContain('2 x *shawrma lhm*');
    expect(slip).toContain('*bdwn bsl*');
    expect(slip).toContain(letters === 'latin' ? '+ Soße 0,50 €' : '+ Sosse 0,50 €');
    expect(slip).toContain('*...* = andere Schrift, in lateinischen Buchstaben');
    expect(slip).not.toContain('?');
  },
);

test('[PRT3] [PRT5] real orders come out whole, in order and once, dish by dish and to the cent', async () => {
  await add({ paper: 58 });
  const { orders } = loadOrders();
  const some = orders.slice(0, scale({ short: 40, long: orders.length }));
  for (const [index, file] of some.entries()) {
    const items = file.lines.map(({ name, quantity, unitCents, modifiers }) => ({
      name,
      quantity,
      unit_price: unitCents / 100,
      modifiers: [...modifiers],
    }));
    const { json } = await manager.order({ items });
    await print(json.id, 'kitchen');
    await print(json.id, 'guest');
    // No more wait than a printer may have.
    if (index % 50 === 49) await printed(2 * (index + 1));
  }
  await printed(2 * some.length);
  const plain = (text: string) => text.replace(/\s/g, '');
  const slips = sink.slips();
  for (const [index, file] of some.entries()) {
    const [kitchen = '', guest = ''] = slips.slice(2 * index, 2 * index + 2).map(plain);
    for (const { name, quantity, modifiers } of file.lines) {
      expect(kitchen).toContain(plain(`${quantity} x ${name}${modifiers.map((one) => `+ ${one}`).join('')}`));
      expect(guest).toContain(plain(`${quantity} x `));
    }
    const total = new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(orderCents(file) / 100);
    expect(guest).toMatch(new RegExp(`Total[A-Z]{3}${total}Notpaid`));
  }
}, 600_000);
