import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridSizes } from '../store/screen-choice.ts';
import { type CellBox, isCells, placeInCells } from './cell-layout.ts';
import { boxFor } from './grid-box.ts';
import type { TicketSize } from './ticket-layout.ts';

const box: CellBox = {
  columns: 3,
  rows: 2,
  columnWidth: 300,
  cellHeight: 400,
  height: 810,
  gap: 10,
  tornHeight: 30,
  continuedHeight: 40,
};
/** Head and foot are 100 high each. */
const size = (...blocks: number[]): TicketSize => ({ frame: 200, foot: 100, wideFrame: undefined, blocks });
const spots = (sizes: readonly TicketSize[]) =>
  placeInCells(sizes, box).map((place) => (place.parts ?? [place]).map(({ column, top }) => `${column}/${top}`));

test('[GRD4] one ticket to a cell, row by row, each as high as its cell', () => {
  const places = placeInCells(
    Array.from({ length: 9 }, () => size(100)),
    box,
  );
  expect(places.map(({ column, top }) => `${column}/${top}`)).toEqual(['0/0', '1/0', '2/0', '0/410', '1/410', '2/410']);
  expect(places.every(({ height, parts, scrolls }) => height === 400 && !parts && !scrolls)).toBe(true);
});

test('[GRD5] a long ticket goes on in the next cell, also in the next row, between two lines', () => {
  expect(spots([size(100), size(100), size(150, 100, 100, 100)])).toEqual([['0/0'], ['1/0'], ['2/0', '0/410']]);
  const [, , long] = placeInCells([size(100), size(100), size(150, 100, 100, 100)], box);
  expect(long?.parts?.map(({ from, to }) => [from, to])).toEqual([
    [0, 2],
    [2, 4],
  ]);
});

test('[GRD5] the button below the last lines takes one of them along when there is no room', () => {
  const [place] = placeInCells([size(200, 100, 100, 100)], box);
  expect(place?.parts?.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [1, 3],
    [3, 4],
  ]);
});

test('[GRD5] where no line has room beside the button, it stands alone', () => {
  const [place] = placeInCells([size(50, 50, 50, 280)], box);
  expect(place?.parts?.map(({ from, to }) => [from, to])).toEqual([
    [0, 3],
    [3, 4],
    [4, 4],
  ]);
});

test('[GRD5] a ticket that does not fit on what is left begins the next page; alone it takes all and scrolls', () => {
  const long = size(...Array.from({ length: 30 }, () => 100));
  expect(spots([size(100), long])).toEqual([['0/0']]);
  const [place] = placeInCells([long], box);
  expect(place?.parts).toHaveLength(6);
  expect(place?.parts?.map(({ scrolls }) => scrolls)).toEqual([false, false, false, false, false, true]);
  expect(place?.parts?.at(-1)?.to).toBe(30);
});

test('[GRD5] a line higher than a cell scrolls in a cell of its own', () => {
  const [place] = placeInCells([size(900, 50)], box);
  expect(place?.parts?.find(({ scrolls }) => scrolls)).toMatchObject({ from: 0, to: 1 });
});

test('[GRD5] whatever comes: every line is in one part, no cell is used twice, and only what must scroll does', () => {
  const anySize = fc.array(fc.integer({ min: 40, max: 500 }), { maxLength: 25 }).map((all) => size(...all));
  fc.assert(
    fc.property(fc.array(anySize, { minLength: 1, maxLength: 8 }), (sizes) => {
      const places = placeInCells(sizes, box);
      expect(places.length).toBeGreaterThan(0);
      const cells = places.flatMap((place) => (place.parts ?? [place]).map(({ column, top }) => column + top * 100));
      expect(cells).toEqual([...new Set(cells)].toSorted((a, b) => a - b));
      for (const [index, { parts = [] }] of places.entries()) {
        const { blocks } = sizes[index]!;
        const shown = parts.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, place) => from + place));
        if (parts.length > 0) expect(shown).toEqual(blocks.map((_, place) => place));
        for (const [nth, { from, to, scrolls }] of parts.entries()) {
          const head = nth === 0 ? 100 : 40;
          const foot = nth === parts.length - 1 ? 100 : 30;
          const filled = blocks.slice(from, to).reduce((sum, block) => sum + block, head + foot);
          expect(scrolls || filled <= 400).toBe(true);
        }
      }
    }),
  );
});

test('[GRD4] each grid has its number of cells, lying and standing', () => {
  for (const grid of gridSizes) {
    if (grid === 'columns') continue;
    const lying = boxFor(1896, 980, 16, grid);
    const standing = boxFor(1056, 1700, 16, grid);
    if (!lying || !standing || !isCells(lying) || !isCells(standing)) throw new Error(`no cells for ${grid}`);
    expect(lying.columns * lying.rows).toBe(grid);
    expect([standing.rows, standing.columns]).toEqual([lying.columns, lying.rows]);
  }
});

test('[GRD4] where the cells would hold next to nothing there are columns, and on a phone a list', () => {
  expect(rowsOf(boxFor(1896, 980, 16, 15, 5.5))).toBe(3);
  expect(rowsOf(boxFor(1896, 980, 16, 15, 8.5))).toBeUndefined();
  const tablet = boxFor(1259, 660, 14, 15);
  expect(tablet && isCells(tablet)).toBe(false);
  expect(boxFor(369, 760, 14, 4)).toBeUndefined();
});

const rowsOf = (box: ReturnType<typeof boxFor>) => (box && isCells(box) ? box.rows : undefined);
