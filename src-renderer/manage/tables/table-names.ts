import { isSameTable, longestTableName, mostTables, type Table } from '#shared/domain/table.ts';
import { westernFigures } from '#shared/domain/western-figures.ts';
import { wholeIn } from '../../ui/typed-number.ts';

/** What is wrong with what somebody typed; `name` where it is one table's fault. */
export type TableProblem =
  | { readonly field: 'names'; readonly kind: 'empty' | 'long' | 'many' }
  | { readonly field: 'names'; readonly kind: 'twofold'; readonly name: string }
  | { readonly field: 'seats'; readonly kind: 'seats' };

/** `1-12, Bar`: numbers with a hyphen are all of them, as nobody types twelve tables one by one. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(/[,;،、，\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => range(part) ?? [part]);
}

/** Undefined for what is no range, or one that no house has. */
function range(part: string): readonly string[] | undefined {
  const [, from, to] = /^(\d{1,4})\s*[-–]\s*(\d{1,4})$/.exec(westernFigures(part)) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (from === undefined || last < first || last - first >= mostTables) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/** Null where nobody has counted; undefined where it is no number of seats. */
export function seatsIn(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  return wholeIn(text, 1, 99);
}

/** The first thing that the server would not take of these beside the others; undefined where it takes them all. */
export function problemWith(
  names: readonly string[],
  seats: string,
  others: readonly Table[],
): TableProblem | undefined {
  if (names.length === 0) return { field: 'names', kind: 'empty' };
  if (names.some((name) => name.length > longestTableName)) return { field: 'names', kind: 'long' };
  if (names.length + others.length > mostTables) return { field: 'names', kind: 'many' };
  const twice = names.find(
    (name, at) =>
      others.some((other) => isSameTable(other.name, name)) ||
      names.slice(0, at).some((other) => isSameTable(other, name)),
  );
  if (twice !== undefined) return { field: 'names', kind: 'twofold', name: twice };
  return seatsIn(seats) === undefined ? { field: 'seats', kind: 'seats' } : undefined;
}
