import { stringify } from 'csv-stringify/sync';

type Cell = string | number | null;

/** One table of all parts of a report: the first column says of which part a row is. */
export function writeReportTable(report: object): string {
  const rows = Object.entries(report).flatMap(([part, value]: [string, object | readonly object[]]) =>
    (Array.isArray(value) ? value : [value]).map((row: object) => ({ part, ...flat(row) })),
  );
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return stringify(rows, { header: true, columns, escape_formulas: true, bom: true });
}

/** `ticket: {median_s}` becomes `ticket_median_s`; what is a list of its own is left to JSON. */
function flat(row: object): Record<string, Cell> {
  const cells = Object.entries(row).flatMap(([name, value]): [string, Cell][] => {
    if (Array.isArray(value)) return [];
    if (typeof value !== 'object' || value === null) return [[name, value as Cell]];
    return Object.entries(value).map(([inner, cell]) => [`${name}_${inner}`, cell as Cell]);
  });
  return Object.fromEntries(cells);
}
