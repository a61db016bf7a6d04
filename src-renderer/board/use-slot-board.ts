import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { firstPage, nextPage, type Pages, pageWith, previousPage, roundPage, startOf } from '../store/pages.ts';
import { boardAfter, closed, createSlotBoard, mustClose, type SlotBoard } from '../store/slot-board.ts';
import type { Ticket } from '../store/ticket.ts';
import { useBoard, useMoment, useScreen } from './screen-context.ts';

/** Page turns; each does nothing where there is nowhere to go. For buttons, keys and bump bars alike. */
export type PageTurns = {
  readonly next: () => void;
  readonly previous: () => void;
  readonly first: () => void;
  readonly last: () => void;
  /** The next one; after the last the first. */
  readonly round: () => void;
  /** To the page with this slot, counted from 0 over all pages. */
  readonly to: (index: number) => void;
};

type SlotView = {
  readonly board: SlotBoard;
  readonly turns: PageTurns;
  /** How many slots the page turned out to hold; a list holds all and begins at the first. */
  readonly fit: (count: number, isList: boolean) => void;
};

/** The clock of the screens tells whole seconds: it may be this much behind. */
const tickMs = 1000;

/** Where the tickets of this screen stand ([SLT1]), and the page that is shown. */
export function useSlotBoard(tickets: readonly Ticket[]): SlotView {
  const { ticker } = useScreen();
  const station = useBoard((state) => state.station);
  const lastBump = useBoard(({ bumped }) => bumped.at(-1)?.key);
  const seen = { station, tickets, lastBump };
  const [state, setState] = useState(() => createSlotBoard(seen));
  const board = boardAfter(state, seen, ticker.now().steadyMs + tickMs);
  if (board !== state) setState(board);
  const [isList, setList] = useState(false);
  useClosing(board, isList, setState);
  useTurnGuard(startOf(board.pages));

  const setPages = useCallback<SetPages>((turn) => {
    setState((before) => {
      const pages = turn(before.pages, before.slots.length);
      return pages === before.pages ? before : { ...before, pages };
    });
  }, []);
  const fit = useCallback<SlotView['fit']>(
    (count, list) => {
      setList(list);
      setPages(({ starts }) => ({ starts: list ? firstPage.starts : starts, count }));
    },
    [setPages],
  );
  return { board, turns: useTurns(setPages), fit };
}

type SetBoard = (change: (before: SlotBoard) => SlotBoard) => void;
type SetPages = (turn: (pages: Pages, total: number) => Pages) => void;

/** Gaps close by themselves where they must ([SLT2]). */
function useClosing(board: SlotBoard, isList: boolean, setBoard: SetBoard): void {
  const { ticker } = useScreen();
  const isTime = useMoment(({ steadyMs }) => mustClose(board, isList, steadyMs));
  useEffect(() => {
    if (!isTime) return;
    const nowMs = ticker.now().steadyMs;
    // Asked once more: only now is it known how much the page holds.
    setBoard((before) => (mustClose(before, isList, nowMs) ? closed(before, nowMs) : before));
  }, [isTime, isList, ticker, setBoard]);
}

/** Every ticket is another one on another page, whatever has turned it ([TAP1]). */
function useTurnGuard(start: number): void {
  const { guard } = useScreen();
  const last = useRef(start);
  useLayoutEffect(() => {
    if (last.current !== start) guard.moved();
    last.current = start;
  }, [start, guard]);
}

function useTurns(setPages: SetPages): PageTurns {
  const [turns] = useState(
    (): PageTurns => ({
      next: () => setPages(nextPage),
      previous: () => setPages(previousPage),
      first: () => setPages((pages) => pageWith(pages, 0, 0)),
      last: () => setPages((pages, total) => pageWith(pages, total - 1, total)),
      round: () => setPages(roundPage),
      to: (index) => setPages((pages, total) => pageWith(pages, index, total)),
    }),
  );
  return turns;
}
