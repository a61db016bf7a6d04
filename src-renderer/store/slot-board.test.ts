import { expect, test } from 'vitest';
import { stationId } from '#shared/domain/id.ts';
import { buildOrder } from '../../test/harness/screen-kit.ts';
import { boardAfter, closed, createSlotBoard, mustClose, type SlotBoard } from './slot-board.ts';
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

test('[SLT2] a gap stays as long as nobody moves on, whatever else comes', () => {
  expect(look(gap)).toBe('A1 - A3 A4');
  const more = boardAfter(gap, { ...seen, tickets: [...without(2), ticket(5)] }, overMs);
  expect(look(more)).toBe('A1 - A3 A4 A5');
  expect(mustClose(shown(more, 5), false, overMs)).toBe(false);
});

test('[SLT2] the next bump closes gaps whose time is over, and no other', () => {
  const bump = { ...seen, tickets: four.slice(2), lastBump: 'key' };
  expect(look(boardAfter(gap, bump, overMs))).toBe('- A3 A4');
  expect(look(boardAfter(gap, bump, overMs - 1))).toBe('- - A3 A4');
});

test('[SLT2] a gap gives way when its time is over and work waits on another page', () => {
  expect(mustClose(shown(gap, 3), false, overMs - 1)).toBe(false);
  expect(mustClose(shown(gap, 3), false, overMs)).toBe(true);
  expect(look(closed(gap, overMs))).toBe('A1 A3 A4');
});

test('[SLT2] in a list, and where nothing is open, gaps give way when their time is over', () => {
  expect(mustClose(gap, true, overMs)).toBe(true);
  const nothing = boardAfter(all, { ...seen, tickets: [] }, 1000);
  expect(mustClose(nothing, false, overMs)).toBe(true);
  expect(look(closed(nothing, overMs))).toBe('');
});

test('[SLT1] another station is another board, without gaps', () => {
  const other = boardAfter(gap, { ...seen, station: stationId('bar'), tickets: [ticket(9)] }, 2000);
  expect(look(other)).toBe('A9');
});
