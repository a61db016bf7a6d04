import { lineStatus } from '#shared/domain/line.ts';
import { liveLines, type Order } from '#shared/domain/order.ts';
import { isSameTable, type Table } from '#shared/domain/table.ts';
import { nameOrder } from '../../ui/name-order.ts';
import { progressOf, readySinceMs } from '../orders/floor-order.ts';

/** One table as the floor sees it: who sits there since when, and what they wait for. */
export type TableState = {
  readonly name: string;
  readonly seats: number | null;
  /** What is under way there, or was served and is not paid; oldest first. None: the table is free ([FLR3]). */
  readonly orders: readonly Order[];
  readonly sinceMs: number | null;
  readonly covers: number | null;
  readonly cooking: number;
  readonly ready: number;
  /** Since when the oldest plate for it waits at the pass. */
  readonly readySinceMs: number | null;
  readonly owes: boolean;
};

export type Area = { readonly name: string; readonly tables: readonly TableState[] };

/** The tables of the house by area, as the manager has them; then those that somebody has typed. */
export function areasOf(tables: readonly Table[], orders: readonly Order[]): readonly Area[] {
  const seated = orders.filter(isSeated);
  const names = [...new Set(tables.map(({ area }) => area))];
  const known = names.map((name) => ({
    name,
    tables: tables
      .filter(({ area }) => area === name)
      .map((table) => stateOf(table, at(seated, table.name)))
      .sort(byName),
  }));
  const others = typedTables(tables, seated).map((name) => stateOf({ name, seats: null }, at(seated, name)));
  return [...known, ...(others.length > 0 ? [{ name: typed, tables: others.sort(byName) }] : [])];
}

/** No area is called so: the server takes no such text. */
export const typed = '\u0000';

const byName = (a: TableState, b: TableState) => nameOrder(a.name, b.name);

const isSeated = (order: Order) =>
  order.type === 'dine_in' && order.tableNumber !== null && order.cancelledAtMs === null && liveLines(order).length > 0;

const at = (orders: readonly Order[], name: string) =>
  orders
    .filter(({ tableNumber }) => tableNumber !== null && isSameTable(tableNumber, name))
    .sort((a, b) => a.createdAtMs - b.createdAtMs);

function typedTables(tables: readonly Table[], seated: readonly Order[]): readonly string[] {
  const found: string[] = [];
  for (const { tableNumber } of seated) {
    const name = tableNumber?.trim() ?? '';
    const isKnown = [...found, ...tables.map((table) => table.name)].some((one) => isSameTable(one, name));
    if (name !== '' && !isKnown) found.push(name);
  }
  return found;
}

function stateOf({ name, seats }: Pick<Table, 'name' | 'seats'>, orders: readonly Order[]): TableState {
  const sum = (count: (order: Order) => number) => orders.reduce((all, order) => all + count(order), 0);
  const since = orders.flatMap((order) => readySinceMs(order) ?? []);
  const covers = sum((order) => order.covers ?? 0);
  return {
    name,
    seats,
    orders,
    sinceMs: orders[0]?.createdAtMs ?? null,
    covers: covers > 0 ? covers : null,
    cooking: sum(cookingIn),
    ready: sum((order) => progressOf(order).ready),
    readySinceMs: since.length > 0 ? Math.min(...since) : null,
    owes: orders.some(({ paymentStatus }) => paymentStatus !== 'paid'),
  };
}

const cookingIn = (order: Order): number =>
  liveLines(order)
    .filter((line) => ['pending', 'preparing'].includes(lineStatus(line)))
    .reduce((all, { quantity }) => all + quantity, 0);
