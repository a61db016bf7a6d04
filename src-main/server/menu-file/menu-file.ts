import { z } from 'zod';
import { type MenuImportIn, type MenuItemIn, menuItemIn } from '#shared/protocol/product-requests.ts';
import type { WireProduct } from '#shared/protocol/wire-product.ts';
import { type Row, readTable, type Unreadable } from './menu-table.ts';

/** What is wrong with a file, where: `line` counts from 1; in JSON it is the place in the list. */
export type FileError = { readonly line: number; readonly path: string; readonly reason: string };

/** `untold`: what the file does not speak of, which stays as it is on the menu ([IMP4]). */
export type FileItem = MenuItemIn & { readonly line: number; readonly untold: readonly Untold[] };

const optional = ['stations', 'allergens', 'prep_minutes', 'modifier_groups'] as const;
export type Untold = (typeof optional)[number];

export type MenuFile = { readonly items: readonly FileItem[] } | { readonly errors: readonly FileError[] };

/** More would be no menu. */
const mostItems = 5000;
/** Nobody reads more; when these are mended, the next come. */
const mostErrors = 100;

/** All of a file, or everything that is wrong with it ([IMP1], [IMP2]). */
export function readMenuFile(text: string, format: MenuImportIn['format']): MenuFile {
  const rows = format === 'csv' ? readTable(text) : readList(text);
  if ('reason' in rows) return { errors: [{ ...rows, path: '' }] };
  if (rows.length === 0) return { errors: [{ line: 1, path: '', reason: 'there is no dish in it' }] };
  if (rows.length > mostItems)
    return { errors: [{ line: mostItems + 1, path: '', reason: `more than ${mostItems} dishes` }] };
  const read = rows.map(readRow);
  const errors = [...read.flatMap((one) => ('errors' in one ? one.errors : [])), ...twice(rows)];
  if (errors.length > 0) return { errors: errors.toSorted((a, b) => a.line - b.line).slice(0, mostErrors) };
  return { items: read.flatMap((one) => ('item' in one ? [one.item] : [])) };
}

function readRow({ line, fields }: Row) {
  const parsed = menuItemIn.safeParse(fields);
  if (parsed.success) return { item: { ...parsed.data, line, untold: optional.filter((name) => !(name in fields)) } };
  return {
    errors: parsed.error.issues.map((issue) => ({ line, path: z.core.toDotPath(issue.path), reason: reasonOf(issue) })),
  };
}

const reasonOf = ({ code, message, ...issue }: z.core.$ZodIssue): string =>
  code === 'unrecognized_keys' ? `unknown field ${(issue as { keys?: string[] }).keys?.join(', ')}` : message;

function twice(rows: readonly Row[]): FileError[] {
  const first = new Map<unknown, number>();
  return rows.flatMap(({ line, fields }) => {
    // In a list of JSON stands whatever somebody has written, also nothing.
    const sku = (fields as Row['fields'] | null)?.sku;
    const before = first.get(sku);
    if (before === undefined) first.set(sku, line);
    return before === undefined || typeof sku !== 'string'
      ? []
      : [{ line, path: 'sku', reason: `stands in line ${before} already` }];
  });
}

/** A list of items, or `{items: […]}`, as the export gives it. */
function readList(text: string): readonly Row[] | Unreadable {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line: 1, reason: 'this is no JSON' };
  }
  const list = Array.isArray(value) ? value : (value as { items?: unknown } | null)?.items;
  if (!Array.isArray(list)) return { line: 1, reason: 'needs a list of dishes' };
  return list.map((fields, index) => ({ line: index + 1, fields }));
}

/** What a file says of an item: nothing of what is left of it, or when it was changed. */
export const toMenuItem = (product: WireProduct): Required<MenuItemIn> => ({
  sku: product.sku,
  name: product.name,
  price: product.price,
  category: product.category,
  stations: product.stations,
  allergens: product.allergens,
  prep_minutes: product.prep_minutes,
  modifier_groups: product.modifier_groups,
});
