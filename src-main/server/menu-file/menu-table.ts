import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { WireProduct } from '#shared/protocol/wire-product.ts';
import { readJsonList, writeList } from './list-cell.ts';
import { fitsCell, readGroups, writeGroups } from './modifier-cell.ts';

/** A row of a table as it stands there, and the line on which it begins. */
export type Row = { readonly line: number; readonly fields: Readonly<Record<string, unknown>> };

/** The whole cannot be read. */
export type Unreadable = { readonly line: number; readonly reason: string };

const columns = [
  'sku',
  'name',
  'price',
  'category',
  'stations',
  'allergens',
  'prep_minutes',
  'modifier_groups',
] as const;
type Column = (typeof columns)[number];
const needed: readonly Column[] = ['sku', 'name', 'price', 'category'];

/**
 * A menu as a spreadsheet writes it: separated by commas, semicolons or tabs, with a first line that names the columns in
 * any order ([IMP2]). Gives what stands there; whether it makes sense is asked elsewhere.
 */
export function readTable(text: string): readonly Row[] | Unreadable {
  let records: Parsed[];
  try {
    records = parse(text, { ...reading, delimiter: delimiterIn(text) }) as unknown as Parsed[];
  } catch (error) {
    return unreadable(error);
  }
  const [head, ...rest] = records;
  if (!head) return { line: 1, reason: 'the file is empty' };
  const names = head.record.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  const problem = problemIn(names);
  if (problem) return { line: 1, reason: problem };
  return rest.map((record, index) => ({
    line: (records[index]?.info.lines ?? 0) + 1,
    fields: Object.fromEntries(names.map((name, at) => fieldOf(name as Column, record.record[at] ?? ''))),
  }));
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

const reading = {
  bom: true,
  info: true,
  relax_column_count_less: true,
  skip_empty_lines: true,
  trim: true,
};

/** The one that stands most often between the names: in the rows below, a comma may be that of a price. */
function delimiterIn(text: string): string {
  const [head = ''] = text.split('\n', 1);
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

function unreadable(error: unknown): Unreadable {
  const lines = (error as { lines?: unknown }).lines;
  const reason = error instanceof Error ? error.message.replace(/ on line \d+|, got .*/g, '') : 'cannot be read';
  return { line: typeof lines === 'number' ? lines : 1, reason };
}

function problemIn(names: readonly string[]): string | undefined {
  const unknown = names.find((name) => !columns.includes(name as Column));
  if (unknown !== undefined) return `there is no column “${unknown}”; known are ${columns.join(', ')}`;
  const missing = needed.find((name) => !names.includes(name));
  if (missing) return `the column “${missing}” is missing`;
  return new Set(names).size < names.length ? 'a column stands there twice' : undefined;
}

/** As JSON would have it. What is no number stays text, and is refused as such. */
function fieldOf(name: Column, cell: string): [Column, unknown] {
  switch (name) {
    case 'price':
      return [name, readNumber(cell)];
    case 'prep_minutes':
      return [name, cell === '' ? null : readNumber(cell)];
    case 'stations':
    case 'allergens':
      return [name, readJsonList(cell) ?? readList(cell)];
    case 'modifier_groups':
      return [name, cell === '' ? [] : (readJsonList(cell) ?? readGroups(cell) ?? cell)];
    default:
      return [name, cell.replace(/^'(?='*[=+\-@\t\r])/, '')];
  }
}

const readList = (cell: string): string[] =>
  cell
    .split(/[|/]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Half of the world writes 12,50. */
const readNumber = (cell: string): number | string =>
  /^-?\d+(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : cell;

/** The menu as such a table. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function writeTable(products: readonly WireProduct[]): string {
  const rows = products.map((product) => ({
    ...product,
    sku: guarded(product.sku),
    name: guarded(product.name),
    category: guarded(product.category),
    stations: writeList(product.stations, readList),
    allergens: writeList(product.allergens, readList),
    prep_minutes: product.prep_minutes ?? '',
    modifier_groups: fitsCell(product.modifier_groups)
      ? writeGroups(product.modifier_groups)
      : JSON.stringify(product.modifier_groups),
  }));
  return stringify(rows, { header: true, columns: [...columns], bom: true, quoted_match: /^\s|\s$/ });
}

const guarded = (text: string) => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
