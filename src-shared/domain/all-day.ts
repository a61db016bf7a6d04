import type { StationTicket, TicketLine } from './station-ticket.ts';

/** How many of a dish are still to be cooked, and with what. */
export type AllDayCount = {
  readonly name: string;
  readonly quantity: number;
  /** Of these, not to be begun yet: on hold, or, where all is seen, waiting for another station. */
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
    for (const { line, state } of lines.filter(isCounted)) {
      const count = counts.get(line.name) ?? { quantity: 0, waiting: 0, modifiers: new Map() };
      counts.set(line.name, count);
      count.quantity += line.quantity;
      if (state !== 'todo') count.waiting += line.quantity;
      for (const { name } of line.modifiers) add(count.modifiers, name, line.quantity);
    }
  }
  return [...counts]
    .map(([name, { quantity, waiting, modifiers }]) => ({ name, quantity, waiting, modifiers: listOf(modifiers) }))
    .sort(mostFirst);
}

/**
 * To be cooked, and by itself reason enough for its ticket to be on this board. What is shown only beside such dishes, as
 * what an expo holds is at a station, would go from the counts with them, and nobody has cooked it.
 */
export const isCounted = ({ state, isActive }: TicketLine): boolean => isActive && isToCook.has(state);

const isToCook: ReadonlySet<string> = new Set(['todo', 'held', 'waiting']);

const add = (sums: Map<string, number>, name: string, quantity: number) =>
  sums.set(name, (sums.get(name) ?? 0) + quantity);

const listOf = (sums: ReadonlyMap<string, number>) =>
  [...sums].map(([name, quantity]) => ({ name, quantity })).sort(mostFirst);

type Counted = { readonly name: string; readonly quantity: number };
const mostFirst = (a: Counted, b: Counted) => b.quantity - a.quantity || (a.name < b.name ? -1 : 1);
