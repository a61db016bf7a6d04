import type { Order } from '#shared/domain/order.ts';

/** What the kitchen calls the ticket: the table where there is one, else the number ([TKT3]). */
export function ticketLabel(order: Order): string {
  const label = labels.get(order) ?? labelOf(order);
  labels.set(order, label);
  return label;
}

/** Every event asks for those of all tickets. */
const labels = new WeakMap<Order, string>();

function labelOf({ type, tableNumber, number }: Order): string {
  if (type !== 'dine_in' || !tableNumber) return number;
  return tableLabel(tableNumber);
}

/** A table that has a number; one that has a name is called by it. */
export const tableLabel = (table: string): string => (/^\d+$/.test(table) ? `T ${table}` : table);

/** Names one ticket among several of the same table: `T 4 · A1`. */
export function ticketName(order: Order): string {
  const label = ticketLabel(order);
  return label === order.number ? label : `${label} · ${order.number}`;
}

/** The names that several of these have: two parties of one table, or one that has ordered twice. */
export function twinLabels(orders: readonly Order[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twins = new Set<string>();
  for (const order of orders) {
    const label = ticketLabel(order);
    if (seen.has(label)) twins.add(label);
    seen.add(label);
  }
  return twins;
}
