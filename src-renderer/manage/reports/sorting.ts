import { nameOrder } from '../../ui/name-order.ts';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly value: (row: Row) => string | number | null;
  readonly format: (value: number | null) => string;
};

/** Null: as the kitchen told it. */
export type Sorting = { readonly column: string; readonly order: 'ascending' | 'descending' } | null;

/** Largest first, since that is what one looks for; then the other way round; then as it was. Names begin with A. */
export function turned(sorting: Sorting, column: string): Sorting {
  const [first, second] =
    column === 'name' ? (['ascending', 'descending'] as const) : (['descending', 'ascending'] as const);
  if (sorting?.column !== column) return { column, order: first };
  return sorting.order === first ? { column, order: second } : null;
}

/** What says nothing comes last, whichever way. */
export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting): readonly Row[] {
  const column = columns.find(({ key }) => key === sorting?.column);
  if (!column || !sorting) return rows;
  const sign = sorting.order === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [left, right] = [column.value(a), column.value(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (typeof left === 'string' ? nameOrder(left, String(right)) : left - Number(right));
  });
}
