import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileOrder } from '../simulate/file-order.ts';
import { parseOrders } from '../simulate/orders-file.ts';

/** Orders as a restaurant had them. Tests name the source, so that a report shows what they ran on. */
export type OrderSource = { readonly name: string; readonly text: string; readonly orders: readonly FileOrder[] };

const besideTheRepository = resolve(import.meta.dirname, '../../../shared/data/orders.tsv');

/** The file in `KDS_ORDERS_TSV`, else the one beside the repository, else generated ones of the same shape. */
export function loadOrders(): OrderSource {
  const file = process.env.KDS_ORDERS_TSV || besideTheRepository;
  if (!process.env.KDS_ORDERS_TSV && !existsSync(file)) return sourceOf('generated orders', generate());
  return sourceOf('orders.tsv', readFileSync(file, 'utf8'));
}

function sourceOf(name: string, text: string): OrderSource {
  const orders = parseOrders(text);
  return { name: `${orders.length} orders of ${name}`, text, orders };
}

const dishes = [
  'Chicken Bowl',
  'Steak Burrito',
  'Chips and Guacamole',
  'Chips and Chili-Corn Salsa',
  'Chips and Chili Corn Salsa',
];
const choices = ['NULL', '[Rice]', '[Tomatillo Salsa, [Black Beans, Rice, Cheese]]'];

/** 400 orders of one to four lines; names at several prices, lines of several pieces, nested choices. */
function generate(): string {
  const rows = Array.from({ length: 400 }, (_, index) =>
    Array.from({ length: 1 + (index % 4) }, (_, place) => rowOf(index, place)),
  );
  return ['order_id\tquantity\titem_name\tchoice_description\titem_price', ...rows.flat(), ''].join('\n');
}

function rowOf(index: number, place: number): string {
  const mixed = index * 7 + place * 3;
  const quantity = 1 + (mixed % 11 === 0 ? 2 : 0);
  const cents = (215 + 64 * (mixed % 7)) * quantity;
  return [
    index + 1,
    quantity,
    dishes[mixed % dishes.length],
    choices[mixed % choices.length],
    `$${(cents / 100).toFixed(2)} `,
  ].join('\t');
}
