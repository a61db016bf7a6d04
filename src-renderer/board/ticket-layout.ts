/** Heights in pixels, as drawn in one column. */
export type TicketSize = {
  /** Header and footer. */
  readonly frame: number;
  /** The footer alone. */
  readonly foot: number;
  /** The same when the ticket is several columns wide, where its header takes fewer rows; once that was seen. */
  readonly wideFrame: number | undefined;
  /** The lines, top to bottom; none of them is ever torn. */
  readonly blocks: readonly number[];
};

export type GridBox = {
  readonly columns: number;
  readonly columnWidth: number;
  readonly height: number;
  readonly gap: number;
};

export type Place = {
  readonly column: number;
  readonly top: number;
  readonly span: number;
  /** Set for tickets that take whole columns. */
  readonly height: number | null;
  /** Even the whole screen is too small: the ticket scrolls, and says so. */
  readonly scrolls: boolean;
  /** Of a ticket that goes on in other cells, each with its lines. */
  readonly parts?: readonly Part[];
};

/** Lines `from` up to `to`, without it, in a cell of their own. */
export type Part = {
  readonly column: number;
  readonly top: number;
  readonly from: number;
  readonly to: number;
  readonly scrolls: boolean;
};

export function samePlace(a: Place, b: Place): boolean {
  return (
    a.column === b.column &&
    a.top === b.top &&
    a.span === b.span &&
    a.height === b.height &&
    a.scrolls === b.scrolls &&
    sameParts(a.parts ?? [], b.parts ?? [])
  );
}

const sameParts = (a: readonly Part[], b: readonly Part[]) =>
  a.length === b.length && a.every((part, index) => samePart(part, b[index]));

const samePart = (a: Part, b: Part | undefined) =>
  a.column === b?.column && a.top === b.top && a.from === b.from && a.to === b.to && a.scrolls === b.scrolls;

/**
 * Fills the screen column by column, oldest at the top left ([GRD1]); a ticket longer than the screen takes several
 * columns side by side and shows every line ([GRD2]); it scrolls only where that would leave half of the screen empty.
 * Gives the places of those that fit, in order: the rest is for the next page. The first always fits.
 */
export function placeTickets(sizes: readonly TicketSize[], box: GridBox): readonly Place[] {
  const places: Place[] = [];
  let column = 0;
  let top = 0;
  for (const size of sizes) {
    const height = heightOf(size);
    if (top > 0 && top + height > box.height) {
      column++;
      top = 0;
    }
    if (column >= box.columns) break;
    if (height <= box.height) {
      places.push({ column, top, span: 1, height: null, scrolls: false });
      top += height + box.gap;
      continue;
    }
    const wanted = columnsNeeded(size, box);
    const span = Math.min(wanted, box.columns - column);
    if (span < wanted && column >= box.columns / 2) break;
    const scrolls = span < wanted || isTooHigh(size, box);
    places.push({ column, top: 0, span, height: box.height, scrolls });
    column += span;
  }
  return places;
}

export const heightOf = ({ frame, blocks }: TicketSize) => blocks.reduce((sum, block) => sum + block, frame);

const roomIn = ({ frame, wideFrame }: TicketSize, box: GridBox) => box.height - (wideFrame ?? frame);

/** A single line higher than the screen. */
const isTooHigh = (size: TicketSize, box: GridBox) => size.blocks.some((block) => block > roomIn(size, box));

/** How many columns the lines need when each is filled to its end, as the browser will do. */
function columnsNeeded(size: TicketSize, box: GridBox): number {
  const room = roomIn(size, box);
  let columns = 1;
  let filled = 0;
  for (const block of size.blocks) {
    if (filled + block > room && filled > 0) {
      columns++;
      filled = 0;
    }
    filled += block;
  }
  return Math.max(2, columns);
}
