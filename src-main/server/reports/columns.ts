/** Whole numbers of one kind, one to each row; as they are read, all of the same width, so that loops stay quick. */
export type Column = Int32Array;

const widths = [Int8Array, Int16Array, Int32Array] as const;
const bytesOf = (width: number) => widths[width]?.BYTES_PER_ELEMENT ?? 4;
const whole = (bytes: number) => Math.ceil(bytes / 4) * 4;

/** Each column as narrow as its numbers allow: two years of a busy house are a few dozen megabytes. */
export function packColumns(columns: readonly (readonly number[])[]): Uint8Array {
  const rows = columns[0]?.length ?? 0;
  const kinds = columns.map(narrowest);
  const head = 4 + whole(columns.length);
  const bytes = new Uint8Array(head + kinds.reduce((sum, kind) => sum + whole(rows * bytesOf(kind)), 0));
  new Int32Array(bytes.buffer, 0, 1).set([rows]);
  bytes.set(kinds, 4);
  let at = head;
  for (const [index, column] of columns.entries()) {
    const kind = kinds[index] ?? 2;
    new (widths[kind] ?? Int32Array)(bytes.buffer, at, rows).set(column);
    at += whole(rows * bytesOf(kind));
  }
  return bytes;
}

/** @param count how many columns were packed */
export function readColumns(packed: Uint8Array, count: number): readonly Column[] {
  // A copy of its own, as wide numbers must begin where four bytes begin.
  const { buffer } = new Uint8Array(packed);
  const rows = new Int32Array(buffer, 0, 1)[0] ?? 0;
  const kinds = new Uint8Array(buffer, 4, count);
  let at = 4 + whole(count);
  return [...kinds].map((kind) => {
    const narrow = new (widths[kind] ?? Int32Array)(buffer, at, rows);
    const column = narrow instanceof Int32Array ? narrow : new Int32Array(narrow);
    at += whole(rows * bytesOf(kind));
    return column;
  });
}

function narrowest(column: readonly number[]): number {
  const most = column.reduce((least, value) => Math.max(least, value < 0 ? -value - 1 : value), 0);
  return most < 2 ** 7 ? 0 : most < 2 ** 15 ? 1 : 2;
}
