import { type GridBox, heightOf, type Part, type Place, type TicketSize } from './ticket-layout.ts';

/** Room of equal cells, read like a page: to the end of the row, then the next row. */
export type CellBox = GridBox & {
  readonly rows: number;
  readonly cellHeight: number;
  /** The torn edge below a part that goes on, and the head of the part that does. */
  readonly tornHeight: number;
  readonly continuedHeight: number;
};

export const isCells = (box: GridBox): box is CellBox => 'rows' in box;

/**
 * One ticket to a cell ([GRD4]); a longer one goes on in the next cells, between two lines ([GRD5]). Where it does not
 * fit on what is left of the page, it begins the next page. Gives the places of those that fit; the first always does.
 */
export function placeInCells(sizes: readonly TicketSize[], box: CellBox): readonly Place[] {
  const all = box.columns * box.rows;
  const places: Place[] = [];
  let cell = 0;
  for (const size of sizes) {
    const left = all - cell;
    const pieces = piecesOf(size, box);
    if (left === 0 || (pieces.length > left && cell > 0)) break;
    places.push(placeOf(pieces, cell, box));
    cell += Math.min(pieces.length, left);
  }
  return places;
}

/** Lines `from` up to `to`, without it. */
type Piece = Pick<Part, 'from' | 'to' | 'scrolls'>;

/** How the lines are shared out: each part is filled to its end, the last one has the button below. */
function piecesOf(size: TicketSize, box: CellBox): readonly Piece[] {
  const { blocks } = size;
  if (heightOf(size) <= box.cellHeight) return [{ from: 0, to: blocks.length, scrolls: false }];
  const pieces: Piece[] = [];
  let from = 0;
  while (from < blocks.length || pieces.length === 0) {
    const piece = nextPiece(size, from, roomIn(pieces.length, size, box));
    // A head alone says nothing, unless even the first line is too high to stand under it.
    if (piece.to === from && pieces.length > 0) pieces.push({ from, to: from + 1, scrolls: true });
    else pieces.push(piece);
    from = pieces.at(-1)?.to ?? blocks.length;
  }
  return withFoot(pieces, size, box);
}

function nextPiece({ blocks }: TicketSize, from: number, room: number): Piece {
  let to = from;
  let filled = 0;
  while (to < blocks.length && filled + (blocks[to] ?? 0) <= room) {
    filled += blocks[to] ?? 0;
    to++;
  }
  return { from, to, scrolls: false };
}

/** For lines, above the torn edge. */
function roomIn(part: number, size: TicketSize, box: CellBox): number {
  const head = part === 0 ? size.frame - size.foot : box.continuedHeight;
  return box.cellHeight - head - box.tornHeight;
}

/** When the button does not fit below the last lines, it takes the last of them along to one more cell, or goes alone. */
function withFoot(pieces: readonly Piece[], size: TicketSize, box: CellBox): readonly Piece[] {
  const last = pieces.at(-1);
  if (!last) return pieces;
  const roomFor = (part: number) => roomIn(part, size, box) + box.tornHeight - size.foot;
  const filled = (from: number) => size.blocks.slice(from, last.to).reduce((sum, block) => sum + block, 0);
  if (pieces.length > 1 && !last.scrolls && filled(last.from) <= roomFor(pieces.length - 1)) return pieces;
  const takesOne = last.to - last.from > 1 && filled(last.to - 1) <= roomFor(pieces.length);
  const to = takesOne ? last.to - 1 : last.to;
  return [...pieces.slice(0, -1), { ...last, to }, { from: to, to: last.to, scrolls: false }];
}

function placeOf(pieces: readonly Piece[], first: number, box: CellBox): Place {
  const room = Math.min(pieces.length, box.columns * box.rows - first);
  const shown = pieces.slice(0, room);
  const isCut = room < pieces.length;
  const parts = shown.map((piece, index): Part => {
    const isEnd = index === room - 1 && isCut;
    return { ...piece, ...spotOf(first + index, box), ...(isEnd ? { to: pieces.at(-1)?.to ?? 0, scrolls: true } : {}) };
  });
  const { column, top } = spotOf(first, box);
  const scrolls = parts.some((part) => part.scrolls);
  return { column, top, span: 1, height: box.cellHeight, scrolls, ...(parts.length > 1 ? { parts } : {}) };
}

function spotOf(cell: number, { columns, cellHeight, gap }: CellBox): Pick<Part, 'column' | 'top'> {
  return { column: cell % columns, top: Math.floor(cell / columns) * (cellHeight + gap) };
}
