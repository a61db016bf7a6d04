import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packColumns, readColumns } from './columns.ts';

const value = fc.oneof(
  fc.integer({ min: -128, max: 127 }),
  fc.integer({ min: -32_768, max: 32_767 }),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
);
const table = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(value, { minLength: rows, maxLength: rows }), { minLength: columns, maxLength: columns }),
  );

test('[RPT4] what is packed is read as it was, wherever in a larger buffer it lies', () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 0, max: 3 }), (columns, shift) => {
      const packed = packColumns(columns);
      const shifted = new Uint8Array(packed.length + shift);
      shifted.set(packed, shift);
      const read = readColumns(shifted.subarray(shift), columns.length);
      expect(read.map((column) => [...column])).toEqual(columns);
    }),
  );
});

test('[RPT4] small numbers take a byte each', () => {
  const rows = Array.from({ length: 1000 }, (_, index) => index % 100);
  expect(packColumns([rows, rows]).length).toBe(8 + 2000);
});
