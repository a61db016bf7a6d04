import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { type Column, type Sorting, sorted, turned } from './sorting.ts';

type FigureTableProps<Row> = {
  readonly id?: string;
  readonly title: string;
  /** The head of the first column, and each row's name as a person reads it. */
  readonly nameTitle: string;
  readonly name: (row: Row) => string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** So many are shown first; a printed page has all ([RPO6]). */
  readonly shown?: number;
};

/** Figures in rows; whatever is at the head of a column sorts by it. */
export function FigureTable<Row>({ id, title, nameTitle, name, rows, columns, shown }: FigureTableProps<Row>) {
  const [sorting, setSorting] = useState<Sorting>(null);
  const captionId = useId();
  const byName: Column<Row> = { key: 'name', title: nameTitle, value: name, format: String };
  const inOrder = sorted(rows, [byName, ...columns], sorting);
  const head = (column: Column<Row>) => (
    <Head key={column.key} sorting={sorting} column={column.key} onSort={setSorting}>
      {column.title}
    </Head>
  );
  return (
    <section
      id={id}
      data-figures={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
      aria-labelledby={captionId}
      className="relative overflow-x-auto rounded-xl border border-edge bg-surface print:overflow-visible print:border-0"
    >
      <table className="tabular w-full border-collapse text-[1.0625rem] leading-tight">
        <caption id={captionId} className="sr-only">
          {title}
        </caption>
        <thead>
          <tr className="border-b-2 border-edge">{[byName, ...columns].map(head)}</tr>
        </thead>
        <tbody className="divide-y divide-edge">
          {inOrder.map((row, index) => (
            <tr
              key={name(row)}
              data-row={name(row)}
              className={`break-inside-avoid ${index >= (shown ?? rows.length) ? 'hidden print:table-row' : ''}`}
            >
              <th
                scope="row"
                className="words sticky start-0 max-w-72 min-w-28 bg-surface px-3 py-2.5 text-start font-semibold print:static"
              >
                {name(row)}
              </th>
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-column={column.key}
                  className="px-2 py-2.5 text-end whitespace-nowrap sm:last:pe-3"
                >
                  {column.format(column.value(row) as number | null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type HeadProps = {
  readonly column: string;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly children: ReactNode;
};

function Head({ column, sorting, onSort, children }: HeadProps) {
  const order = sorting?.column === column ? sorting.order : null;
  const Arrow = order === 'ascending' ? ArrowUp : ArrowDown;
  const isName = column === 'name';
  return (
    <th
      scope="col"
      aria-sort={order ?? undefined}
      className={`p-0 align-bottom ${isName ? 'sticky start-0 bg-surface print:static' : ''}`}
    >
      <button
        type="button"
        onClick={() => onSort(turned(sorting, column))}
        className={`flex min-h-hit w-full items-end gap-1 py-2 font-bold ${isName ? 'px-3 text-start' : 'justify-end px-2 text-end text-[1rem]'} active:bg-raised`}
      >
        {order !== null && <Arrow aria-hidden className="size-[1em] shrink-0 print:hidden" strokeWidth={3} />}
        {children}
      </button>
    </th>
  );
}
