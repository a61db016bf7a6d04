import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { withExpo, withoutExpo } from '../../test/harness/kitchen-world.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { type StationId, stationId } from './id.ts';
import { lastVisit } from './last-visit.ts';
import type { Line } from './line.ts';
import type { Order } from './order.ts';
import { advance, begunAgain, type Progress, unbumped, untouched } from './progress.ts';
import { viewpointOf } from './station-ticket.ts';

const [grill, fry] = [stationId('grill'), stationId('fry')];
const atGrill = { station: grill, goal: 'ready' } as const;
const whole = { station: null, goal: 'completed' } as const;

/** The minute of an hour of service. */
const at = (minute: number) => 1_000_000_000_000 + minute * 60_000;
const share = (station: StationId, after: readonly StationId[] = []) => untouched(station, 'category', after);
const done = (part: Progress, minute: number, status: 'ready' | 'completed' = 'ready') =>
  advance(part, status, { nowMs: at(minute), by: 'Ana' });

/** Came in one minute, left the grill in another. */
const dish = (id: string, added: number, bumped: number, change: Partial<Line> = {}) =>
  buildLine(id, { addedAtMs: at(added), progress: [done(share(grill), bumped)], ...change });
const main = dish('main', 0, 10);
const dessert = dish('dessert', 30, 35);
const order = (lines: readonly Line[], change: Partial<Order> = {}) => buildOrder('1', { lines, ...change });

test('[RCL7] a dessert that was added after the main had gone was here alone', () => {
  expect(lastVisit(order([main, dessert]), atGrill)).toEqual(['dessert']);
});

test('[RCL7] what was under way at the same time was here with it, however many rounds that joins', () => {
  const lines = [main, dish('side', 9, 20), dish('more', 15, 31), dish('first', -20, -10), dessert];
  expect(lastVisit(order(lines), atGrill)).toEqual(['main', 'side', 'more', 'dessert']);
});

test('[RCL7] a course that was fired, and what was handed on, came then', () => {
  const fired = dish('cake', 0, 35, { startsAtMs: at(30) });
  expect(lastVisit(order([main, fired]), atGrill)).toEqual(['cake']);
  const handedOn = dish('pizza', 0, 35, { progress: [done(share(fry), 30), done(share(grill, [fry]), 35)] });
  expect(lastVisit(order([main, handedOn]), atGrill)).toEqual(['pizza']);
});

test('[RCL7] what was taken before its time, or made anew by another since, came when somebody began it', () => {
  const begun = advance(share(grill), 'preparing', { nowMs: at(9), by: 'Ana' });
  const early = dish('early', 0, 0, { startsAtMs: at(60), progress: [done(begun, 35)] });
  expect(lastVisit(order([dish('starter', -20, -10), main, early]), atGrill)).toEqual(['main', 'early']);
  const begunAfter = advance(share(grill, [fry]), 'preparing', { nowMs: at(9), by: 'Ana' });
  const progress = [done(share(fry), 50), done(begunAfter, 35)];
  expect(lastVisit(order([main, dish('pizza', 0, 0, { progress })]), atGrill)).toEqual(['main', 'pizza']);
});

test('[RCL7] [RCL1] a dish that was cooked again was here anew; bumped by mistake it had never left', () => {
  const first = done(share(grill), 10);
  const again = (restart: boolean) => [done(restart ? begunAgain(first, at(40)) : unbumped(first, false), 45)];
  const lines = (restart: boolean) => order([dish('main', 0, 0, { progress: again(restart) }), dessert]);
  expect(lastVisit(lines(true), atGrill)).toEqual(['main']);
  expect(lastVisit(lines(false), atGrill)).toEqual(['main', 'dessert']);
});

test('[RCL7] [EXP1] who sees the whole counts until all of a dish is handed over', () => {
  const handedOver = (part: Progress, cooked: number, gone: number) => done(done(part, cooked), gone, 'completed');
  const burger = dish('burger', 0, 0, { progress: [handedOver(share(grill), 8, 10), handedOver(share(fry), 5, 12)] });
  const fries = dish('fries', 11, 0, { progress: [handedOver(share(fry), 15, 20)] });
  const ready = dish('steak', 11, 25);
  expect(lastVisit(order([burger, fries, ready]), whole)).toEqual(['burger', 'fries']);
  expect(lastVisit(order([burger, fries, ready]), atGrill)).toEqual(['steak']);
});

test.each<[string, Line]>([
  ['called off', dish('cake', 30, 36, { voidedAtMs: at(37) })],
  ['still to do', dish('cake', 30, 0, { progress: [share(grill)] })],
  ['on hold', dish('cake', 30, 0, { progress: [share(grill)], heldAtMs: at(30) })],
  ['for later', dish('cake', 30, 0, { progress: [share(grill)], startsAtMs: at(90) })],
  ['another’s', dish('cake', 30, 0, { progress: [done(share(fry), 36)] })],
  ['being made anew elsewhere', dish('cake', 30, 0, { progress: [share(fry), done(share(grill, [fry]), 36)] })],
])('[RCL7] a dish that is %s is no part of it', (_what, cake) => {
  expect(lastVisit(order([main, dessert, cake]), atGrill)).toEqual(['dessert']);
  expect(lastVisit(order([cake]), atGrill)).toEqual([]);
});

test('[RCL7] [CLR1] nothing of what cannot come back, nor of what the change of day put away with work left', () => {
  const todo = dish('tea', 30, 0, { progress: [share(fry)] });
  expect(lastVisit(order([main], { cancelledAtMs: at(40) }), atGrill)).toEqual([]);
  expect(lastVisit(order([main, todo], { clearedAtMs: at(600) }), atGrill)).toEqual([]);
});

test.each([
  ['at the pass', 'pass', withExpo],
  ['where nobody else hands over', 'grill', withoutExpo],
])('[RCL7] a recall of the last visit leaves the main with the guests (%s)', (_where, station, list) => {
  const kitchen = kitchenInHand([buildLine('main', shares('grill'))], { list });
  const bump = () => kitchen.run({ kind: 'order.bump', station });
  const addedAtMs = kitchen.world.nowMs() + 3000;
  bump();
  kitchen.run({
    kind: 'order.add-lines',
    lines: [buildLine('dessert', { ...shares('grill'), addedAtMs, addition: 1 })],
  });
  bump();
  const lineIds = lastVisit(kitchen.now(), viewpointOf(kitchen.world.stations, stationId(station)));
  expect(kitchen.run({ kind: 'order.recall', station, keepTimer: false, lineIds })).toBe('done');
  expect(kitchen.look(station)).toEqual(['main:done', 'dessert:todo']);
});
