import { parseChoices } from './choices.ts';
import type { FileLine, FileOrder } from './file-order.ts';

/** The file cannot be used; `message` names the line and what is wrong with it. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile';
}

const columns = ['order_id', 'quantity', 'item_name', 'choice_description', 'item_price'] as const;
type Column = (typeof columns)[number];
type Row = Readonly<Record<Column, string>>;

/**
 * Orders of a tab-separated file, in the order of their first line. `item_price` is what the whole line cost, all
 * pieces together. Throws `BrokenFile` at the first line that makes no sense: a guessed order would falsify every
 * count and total that is compared later.
 */
export function parseOrders(text: string): FileOrder[] {
  const [header = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const places = placesOf(header);
  const linesOf = new Map<string, FileLine[]>();
  for (const [index, row] of rows.entries()) {
    if (row.trim() === '') continue;
    const { orderId, line } = inLine(index + 2, () => parseRow(cellsOf(row, places)));
    const lines = linesOf.get(orderId);
    if (lines) lines.push(line);
    else linesOf.set(orderId, [line]);
  }
  if (linesOf.size === 0) throw new BrokenFile('there are no orders in it');
  return [...linesOf].map(([id, lines]) => ({ id, lines }));
}

function placesOf(header: string): ReadonlyMap<Column, number> {
  const names = header.split('\t').map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new BrokenFile(`line 1: the heading lacks ${missing.join(', ')}`);
  return new Map(columns.map((column) => [column, names.indexOf(column)]));
}

function inLine<Result>(number: number, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new BrokenFile(`line ${number}: ${(error as Error).message}`);
  }
}

function cellsOf(row: string, places: ReadonlyMap<Column, number>): Row {
  const cells = row.split('\t');
  const cell = (column: Column) => {
    const value = cells[places.get(column) ?? -1];
    if (value === undefined) throw new Error(`${column} is missing`);
    return [column, value.trim()] as const;
  };
  return Object.fromEntries(columns.map(cell)) as Row;
}

function parseRow(row: Row): { orderId: string; line: FileLine } {
  if (!/^[\w.-]{1,40}$/.test(row.order_id)) throw new Error(`order_id "${row.order_id}" is not a number or word`);
  if (row.item_name === '') throw new Error('item_name is empty');
  const quantity = parseQuantity(row.quantity);
  const modifiers = parseChoices(row.choice_description);
  if (!modifiers) throw new Error(`choice_description "${row.choice_description}" has brackets that do not match`);
  const unitCents = parseCents(row.item_price) / quantity;
  if (!Number.isInteger(unitCents)) throw new Error(`${row.item_price} cannot be shared among ${quantity} pieces`);
  return { orderId: row.order_id, line: { name: row.item_name, quantity, unitCents, modifiers } };
}

function parseQuantity(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new Error(`quantity "${text}" is not a number from 1 to 999`);
  return Number(text);
}

/** `$16.98` → 1698, without a detour over fractions. */
function parseCents(text: string): number {
  const match = /^\$?(\d{1,6})(?:\.(\d\d))?$/.exec(text);
  if (!match) throw new Error(`item_price "${text}" is not an amount such as $16.98`);
  return Number(match[1]) * 100 + Number(match[2] ?? 0);
}
