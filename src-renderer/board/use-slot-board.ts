import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useMoment, useScreen, useScreenState } from '../screen/screen-context.ts';
import { takesAway } from '../store/bumped.ts';
import { firstPage, nextPage, type Pages, pageWith, previousPage, roundPage, startOf } from '../store/pages.ts';
import { boardAfter, closed, createSlotBoard, mayClose, type SlotBoard } from '../store/slot-board.ts';
import { isOver } from '../store/slots.ts';
import type { Ticket } from '../store/ticket.ts';
import { useBoard } from './board-context.ts';
import { inTasks } from './in-tasks.ts';

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
  const station = useScreenState((state) => state.station);
  const lastBump = useScreenState(({ bumped }) => bumped.findLast(takesAway));
  const seen = { station, tickets, lastBump };
  const [state, setState] = useState(() => createSlotBoard(seen));
  const board = boardAfter(state, seen, ticker.now().steadyMs + tickMs);
  // What has come or gone is taken in also where a closing is being drawn meanwhile.
  const nowMs = ticker.now().steadyMs + tickMs;
  if (board !== state) setState((before) => (before === state ? board : boardAfter(before, seen, nowMs)));
  useClosing(board, setState);
  useTurnGuard(board);

  const fit = useCallback<SlotView['fit']>((count, isList) => {
    setState((before) => {
      const starts = isList ? firstPage.starts : before.pages.starts;
      const isSame = starts === before.pages.starts && count === before.pages.count && isList === before.isList;
      return isSame ? before : { ...before, isList, pages: { starts, count } };
    });
  }, []);
  return { board, turns: useTurns(setState), fit };
}

type SetBoard = (change: (before: SlotBoard) => SlotBoard) => void;

/** Each moves all tickets after it: six at once are a task that a tap would have to wait for. */
const closedAtOnce = 2;

/** Gaps close by themselves when they may ([SLT2]), a few at a time, picture after picture. */
function useClosing(board: SlotBoard, setBoard: SetBoard): void {
  const { ticker, still } = useBoard();
  const bumped = useScreenState((state) => state.bumped);
  const handsAt = (nowMs: number) => ({ bumped, nowMs, stillMs: still.forMs() });
  const isTime = useMoment(({ steadyMs }) => mayClose(board, handsAt(steadyMs)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the hands do is asked at that moment
  useEffect(() => {
    if (!isTime) return;
    const hands = handsAt(ticker.now().steadyMs);
    const close = (before: SlotBoard) => closed(before, hands.nowMs, closedAtOnce);
    let isClosing = false;
    // Asked once more: only now is it known how much the page holds.
    setBoard((before) => {
      isClosing = mayClose(before, hands);
      return isClosing ? close(before) : before;
    });
    const rest = board.slots.filter((slot) => isOver(slot, hands.nowMs)).length - closedAtOnce;
    return inTasks(Math.ceil(rest / closedAtOnce), () => setBoard((before) => (isClosing ? close(before) : before)));
  }, [isTime, ticker, setBoard]);
}

/** Every ticket is another one on another page, also where nobody has asked for it ([TAP1]). */
function useTurnGuard(board: SlotBoard): void {
  const { guard } = useScreen();
  const last = useRef(board);
  useLayoutEffect(() => {
    const { pages, turns } = last.current;
    last.current = board;
    if (startOf(pages) === startOf(board.pages)) return;
    if (turns === board.turns) guard.slid();
    else guard.moved();
  }, [board, guard]);
}

function useTurns(setBoard: SetBoard): PageTurns {
  const [turns] = useState((): PageTurns => {
    const turn = (turned: (pages: Pages, total: number) => Pages) =>
      setBoard((before) => {
        const pages = turned(before.pages, before.slots.length);
        return pages === before.pages ? before : { ...before, pages, turns: before.turns + 1 };
      });
    return {
      next: () => turn(nextPage),
      previous: () => turn(previousPage),
      first: () => turn((pages) => pageWith(pages, 0, 0)),
      last: () => turn((pages, total) => pageWith(pages, total - 1, total)),
      round: () => turn(roundPage),
      to: (index) => turn((pages, total) => pageWith(pages, index, total)),
    };
  });
  return turns;
}
