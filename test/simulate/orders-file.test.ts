import { expect, test } from 'vitest';
import { orderCents } from './file-order.ts';
import { parseOrders } from './orders-file.ts';

const heading = 'order_id\tquantity\titem_name\tchoice_description\titem_price';
const file = (...rows: readonly string[]) => [heading, ...rows, ''].join('\n');

test('lines of one order belong together, also when another stands between them', () => {
  const orders = parseOrders(
    file('7\t1\tIzze\t[Clementine]\t$3.39 ', '8\t1\tChips\tNULL\t$2.15 ', '7\t1\tChips\tNULL\t$2.15 '),
  );
  expect(orders).toEqual([
    {
      id: '7',
      lines: [
        { name: 'Izze', quantity: 1, unitCents: 339, modifiers: ['Clementine'] },
        { name: 'Chips', quantity: 1, unitCents: 215, modifiers: [] },
      ],
    },
    { id: '8', lines: [{ name: 'Chips', quantity: 1, unitCents: 215, modifiers: [] }] },
  ]);
});

test('the price of a line is shared among its pieces to the cent', () => {
  const [order] = parseOrders(file('178\t3\tChicken Bowl\t[Rice]\t$32.94 ', '178\t15\tChips\tNULL\t$44.25 '));
  expect(order?.lines.map((line) => line.unitCents)).toEqual([1098, 295]);
  expect(order && orderCents(order)).toBe(3294 + 4425);
});

test('Windows line ends, a byte order mark, other columns and another order of columns make no difference', () => {
  const text =
    '\uFEFFitem_price\tnote\tquantity\torder_id\titem_name\tchoice_description\r\n$16.98 \tx\t2\t2\tBowl\tNULL\r\n';
  expect(parseOrders(text)).toEqual([
    { id: '2', lines: [{ name: 'Bowl', quantity: 2, unitCents: 849, modifiers: [] }] },
  ]);
});

test.each([
  ['a lost column', '1\t1\tChips\tNULL', 'line 2: item_price is missing'],
  ['no quantity', '1\t0\tChips\tNULL\t$2.00', 'line 2: quantity "0" is not a number from 1 to 999'],
  ['a quantity in words', '1\ttwo\tChips\tNULL\t$2.00', 'line 2: quantity "two" is not a number from 1 to 999'],
  ['a price in words', '1\t1\tChips\tNULL\tfree', 'line 2: item_price "free" is not an amount such as $16.98'],
  ['a price below a cent', '1\t1\tChips\tNULL\t$2.005', 'line 2: item_price "$2.005" is not an amount such as $16.98'],
  ['a negative price', '1\t1\tChips\tNULL\t$-2.00', 'line 2: item_price "$-2.00" is not an amount such as $16.98'],
  ['a price that cannot be shared', '1\t3\tChips\tNULL\t$2.00', 'line 2: $2.00 cannot be shared among 3 pieces'],
  ['no name', '1\t1\t \tNULL\t$2.00', 'line 2: item_name is empty'],
  [
    'a cut choice',
    '1\t1\tBowl\t[Rice, [Beans\t$2.00',
    'line 2: choice_description "[Rice, [Beans" has brackets that do not match',
  ],
  ['no order', ' \t1\tChips\tNULL\t$2.00', 'line 2: order_id "" is not a number or word'],
])('%s is named with its line', (_what, row, message) => {
  expect(() => parseOrders(file(row))).toThrow(message);
});

test('the line is counted as an editor counts it, empty lines included', () => {
  expect(() => parseOrders(file('1\t1\tChips\tNULL\t$2.00', '', '1\t1\tChips\tNULL\t$x'))).toThrow('line 4:');
});

test('a file without orders or heading is refused', () => {
  expect(() => parseOrders(file())).toThrow('there are no orders in it');
  expect(() => parseOrders('')).toThrow('line 1: the heading lacks order_id');
  expect(() => parseOrders('order_id\tquantity\n1\t1')).toThrow('line 1: the heading lacks item_name');
});
