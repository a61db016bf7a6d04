import { westernFigures } from './western-figures.ts';

/** A table of the house, as a manager has written it down; what a waiter types needs none ([FLR3]). */
export type Table = {
  readonly name: string;
  /** Where it stands: `Terrace`. Empty where the house is one room. */
  readonly area: string;
  readonly seats: number | null;
};

/** What an order takes for the name of its table. */
export const longestTableName = 40;
export const mostTables = 300;

/** Typed with a leading zero, in other letters or other digits it is the same one. */
export const isSameTable = (one: string, other: string): boolean => folded(one) === folded(other);

/** The first table whose name another one before it has. */
export function twofoldTable(tables: readonly Pick<Table, 'name'>[]): number | undefined {
  const names = tables.map(({ name }) => folded(name));
  const at = names.findIndex((name, index) => names.indexOf(name) < index);
  return at < 0 ? undefined : at;
}

function folded(table: string): string {
  const western = westernFigures(table.trim());
  return /^\d+$/.test(western) ? western.replace(/^0+(?=\d)/, '') : western.toLowerCase();
}
