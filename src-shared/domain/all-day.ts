import type { StationTicket } from './station-ticket.ts';

/** How many of a dish are still to be cooked, and with what. */
export type AllDayCount = {
  readonly name: string;
  readonly quantity: number;
  /** Of these, not to be begun yet: held, or for later. */
  readonly waiting: number;
  readonly modifiers: readonly { readonly name: string; readonly quantity: number }[];
};

/**
 * The open tickets added up, most first ([ALL1]): made of the very lines that the screen shows, so that the two cannot
 * disagree.
 */
export function allDay(tickets: readonly StationTicket[]): readonly AllDayCount[] {
  const counts = new Map<string, { quantity: number; waiting: number; modifiers: Map<string, number> }>();
  for (const { lines } of tickets) {
    for (const { line, state } of lines) {
      if (state !== 'todo' && !isLater.has(state)) continue;
      const count = counts.get(line.name) ?? { quantity: 0, waiting: 0, modifiers: new Map() };
      counts.set(line.name, count);
      count.quantity += line.quantity;
      if (isLater.has(state)) count.waiting += line.quantity;
      for (const { name } of line.modifiers) add(count.modifiers, name, line.quantity);
    }
  }
  return [...counts]
    .map(([name, { quantity, waiting, modifiers }]) => ({ name, quantity, waiting, modifiers: listOf(modifiers) }))
    .sort(mostFirst);
}

const isLater: ReadonlySet<string> = new Set(['held', 'later', 'waiting']);

const add = (sums: Map<string, number>, name: string, quantity: number) =>
  sums.set(name, (sums.get(name) ?? 0) + quantity);

const listOf = (sums: ReadonlyMap<string, number>) =>
  [...sums].map(([name, quantity]) => ({ name, quantity })).sort(mostFirst);

type Counted = { readonly name: string; readonly quantity: number };
const mostFirst = (a: Counted, b: Counted) => b.quantity - a.quantity || (a.name < b.name ? -1 : 1);
