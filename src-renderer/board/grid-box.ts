import type { GridSize } from '../store/screen-choice.ts';
import type { CellBox } from './cell-layout.ts';
import type { GridBox } from './ticket-layout.ts';

/** Columns and rows of a screen that lies; one that stands has them the other way round ([GRD4]). */
const shapes = { 4: [2, 2], 6: [3, 2], 8: [4, 2], 10: [5, 2], 12: [4, 3], 15: [5, 3] } as const;

/**
 * The room as the grid that was chosen for this screen; as columns where its cells would hold next to nothing.
 * `undefined` where a grid makes no sense, as on a phone: there the tickets are a list to scroll ([GRD3]).
 */
export function boxFor(
  width: number,
  height: number,
  rem: number,
  grid: GridSize = 'columns',
  hitRem = usualHitRem,
): GridBox | CellBox | undefined {
  const columns = columnsFor(width, height, rem);
  if (grid === 'columns' || !columns) return columns;
  return cellsFor(width, height, rem, grid, hitRem) ?? columns;
}

function columnsFor(width: number, height: number, rem: number): GridBox | undefined {
  const gap = gapRem * rem;
  const columns = Math.floor((width + gap) / (leastColumnRem * rem + gap));
  if (columns < 2 || height < leastHeightRem * rem) return undefined;
  return { columns, gap, height, columnWidth: (width - gap * (columns - 1)) / columns };
}

function cellsFor(
  width: number,
  height: number,
  rem: number,
  grid: keyof typeof shapes,
  hitRem: number,
): CellBox | undefined {
  const [long, short] = shapes[grid];
  const [columns, rows] = width >= height ? [long, short] : [short, long];
  const gap = gapRem * rem;
  const columnWidth = (width - gap * (columns - 1)) / columns;
  const cellHeight = (height - gap * (rows - 1)) / rows;
  if (columnWidth < leastCellWidthRem * rem || cellHeight < leastCellRem(hitRem) * rem) return undefined;
  const tornHeight = tornRem * rem;
  return { columns, rows, gap, height, columnWidth, cellHeight, tornHeight, continuedHeight: continuedRem * rem };
}

const gapRem = 0.75;
const leastColumnRem = 21;
const leastHeightRem = 26;
const leastCellWidthRem = 16;
/** A header, a dish and the button, of which the last two grow with what is tapped. */
const leastCellRem = (hitRem: number) => 6 + 2 * Math.max(hitRem, usualHitRem);
const usualHitRem = 5.5;
const tornRem = 2.25;
const continuedRem = 3;
