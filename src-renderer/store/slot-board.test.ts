import { expect, test } from 'vitest';
import { stationId } from '#shared/domain/id.ts';
import { buildOrder } from '../../test/harness/screen-kit.ts';
import { boardAfter, closed, createSlotBoard, type Hands, mayClose, type SlotBoard } from './slot-board.ts';
import { gapMs, isGap } from './slots.ts';
import type { Ticket } from './ticket.ts';

function ticket(place: number): Ticket {
  const order = buildOrder(`${place}`);
  const viewpoint = { station: null, goal: 'completed' } as const;
  const times = { placeMs: place, sinceMs: place };
  return { id: order.id, order, lines: [], viewpoint, asOfMs: 0, underWay: new Map(), allReady: false, ...times };
}

const four = [1, 2, 3, 4].map(ticket);
const without = (nth: number) => four.filter((_, index) => index !== nth - 1);
const seen = { station: null, tickets: four, lastBump: undefined };
/** As drawn, with `count` places on the page. */
const shown = (board: SlotBoard, count: number): SlotBoard => ({ ...board, pages: { ...board.pages, count } });
const look = ({ slots }: SlotBoard) => slots.map((slot) => (isGap(slot) ? '-' : slot.ticket.order.number)).join(' ');

const all = shown(createSlotBoard(seen), 4);
const gap = boardAfter(all, { ...seen, tickets: without(2) }, 1000);
const overMs = 1000 + gapMs;

test('[SLT2] with nothing new the board is the same', () => {
  expect(boardAfter(all, seen, 1)).toBe(all);
});

/** Nobody has touched the screen for long, unless the test says otherwise. */
const mayCloseAt = (board: SlotBoard, nowMs: number, hands: Partial<Hands> = {}) =>
  mayClose(board, { stillMs: 3000, bumped: [], nowMs, ...hands });

const bumpAt = (atMs: number) => ({ key: `at ${atMs}`, atMs });
const hiding = (board: SlotBoard) => shown(board, 3);

test('[SLT2] a gap stays while nobody moves on, whatever else comes', () => {
  expect(look(gap)).toBe('A1 - A3 A4');
  const more = boardAfter(gap, { ...seen, tickets: [...without(2), ticket(5)] }, overMs);
  expect(look(more)).toBe('A1 - A3 A4 A5');
  expect(mayCloseAt(shown(more, 5), overMs)).toBe(false);
});

test('[SLT2] a bump, or one taken back, closes nothing itself: it moves on, and all gaps close once their time is over', () => {
  const bump = { ...seen, tickets: four.slice(2), lastBump: bumpAt(overMs) };
  const moved = boardAfter(gap, bump, overMs);
  expect(look(moved)).toBe('- - A3 A4');
  expect(mayCloseAt(moved, overMs + gapMs)).toBe(true);
  expect(look(closed(moved, overMs + gapMs))).toBe('A3 A4');
  const first = closed(moved, overMs + gapMs, 1);
  expect([look(first), mayCloseAt(first, overMs + gapMs)]).toEqual(['- A3 A4', true]);
  const second = closed(first, overMs + gapMs, 1);
  expect([look(second), second.hasMovedOn]).toEqual(['A3 A4', false]);
  const tooEarly = boardAfter(gap, { ...bump, lastBump: bumpAt(overMs - 1) }, overMs - 1);
  expect(mayCloseAt(tooEarly, overMs + gapMs)).toBe(false);
  const undone = boardAfter({ ...gap, lastBump: bumpAt(500) }, { ...seen, tickets: without(2) }, overMs);
  expect(mayCloseAt(undone, overMs)).toBe(true);
});

test('[SLT2] after that the cook must move on anew', () => {
  const bump = { ...seen, tickets: four.slice(2), lastBump: bumpAt(overMs) };
  const tidy = closed(boardAfter(gap, bump, overMs), overMs + gapMs);
  const next = boardAfter(tidy, { ...bump, tickets: four.slice(3), lastBump: bumpAt(40_000) }, 40_000);
  expect(look(next)).toBe('- A4');
  expect(mayCloseAt(next, 40_000 + gapMs)).toBe(false);
});

test('[SLT2] a gap gives way when its time is over and work waits on another page', () => {
  expect(mayCloseAt(hiding(gap), overMs - 1)).toBe(false);
  expect(mayCloseAt(hiding(gap), overMs)).toBe(true);
  expect(look(closed(gap, overMs))).toBe('A1 A3 A4');
});

test('[SLT2] no gap closes within 3 s of the last touch', () => {
  expect(mayCloseAt(hiding(gap), overMs, { stillMs: 2999 })).toBe(false);
  expect(mayCloseAt(hiding(gap), overMs, { stillMs: 3000 })).toBe(true);
});

test('[SLT2] no gap closes while another one offers its way back; one that offers none holds up nobody', () => {
  const two = hiding(boardAfter(gap, { ...seen, tickets: four.slice(2) }, overMs - 1000));
  expect(look(two)).toBe('- - A3 A4');
  const { order } = four[0] as Ticket;
  const own = { key: 'own', before: order, after: order, station: null, atMs: overMs - 1000 };
  const bumped = [{ ...own, deed: { kind: 'bump' as const } }];
  expect(mayCloseAt(two, overMs, { bumped })).toBe(false);
  expect(mayCloseAt(two, overMs - 1000 + gapMs, { bumped })).toBe(true);
  expect(mayCloseAt(two, overMs)).toBe(true);
  expect(look(closed(two, overMs))).toBe('- A3 A4');
});

test('[SLT2] in a list, and where nothing is open, gaps give way when their time is over', () => {
  expect(mayCloseAt({ ...gap, isList: true }, overMs)).toBe(true);
  const nothing = boardAfter(all, { ...seen, tickets: [] }, 1000);
  expect(mayCloseAt(nothing, overMs)).toBe(true);
  expect(look(closed(nothing, overMs))).toBe('');
});

const many = Array.from({ length: 9 }, (_, index) => ticket(index + 1));
const after = (gone: number) => ({ ...seen, tickets: many.slice(gone) });

/** Bumps from the first on without a pause, each so long after the one before, on a page of five. */
function bumpAll(count: number, everyMs: number): string[] {
  let board = shown(createSlotBoard({ ...seen, tickets: many }), 5);
  return Array.from({ length: count }, (_, index) => {
    const nowMs = 1000 + index * everyMs;
    board = boardAfter(board, { ...after(index + 1), lastBump: bumpAt(nowMs) }, nowMs);
    return look(board);
  });
}

test('[SLT2] whoever bumps without a pause has gaps closed by a bump: once more than half of the page are over', () => {
  expect(bumpAll(4, gapMs)).toEqual([
    '- A2 A3 A4 A5 A6 A7 A8 A9',
    '- - A3 A4 A5 A6 A7 A8 A9',
    '- - - A4 A5 A6 A7 A8 A9',
    '- A5 A6 A7 A8 A9',
  ]);
});

test('[SLT2] or no ticket is left on the page: then only the newest gap stays, with its way back', () => {
  expect(bumpAll(5, gapMs / 4).at(-2)).toBe('- - - - A5 A6 A7 A8 A9');
  expect(bumpAll(5, gapMs / 4).at(-1)).toBe('- A6 A7 A8 A9');
});

test('[SLT2] where nothing waits out of sight no bump closes anything', () => {
  const whole = shown(createSlotBoard(seen), 4);
  const last = [1, 2, 3, 4].reduce((board, gone) => {
    const nowMs = gone * gapMs;
    return boardAfter(board, { ...seen, tickets: four.slice(gone), lastBump: bumpAt(nowMs) }, nowMs);
  }, whole);
  expect(look(last)).toBe('- - - -');
});

test('[SLT1] another station is another board, without gaps', () => {
  const other = boardAfter(gap, { ...seen, station: stationId('bar'), tickets: [ticket(9)] }, 2000);
  expect(look(other)).toBe('A9');
});
