import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { at, startedAtMs } from '../../test/harness/kitchen-world.ts';
import { buildLine } from '../../test/harness/screen-kit.ts';
import { toWireItem } from '../protocol/wire-item.ts';
import { timeLines } from './coming-lines.ts';
import type { Line } from './line.ts';
import { liveLines } from './order.ts';
import { firings, firstSettings, type SettingsChange } from './settings.ts';

const minute = 60_000;
const dish = (id: string, prepMinutes: number, change: object = {}) =>
  buildLine(id, { ...shares('grill'), prepMinutes, addedAtMs: startedAtMs, ...change });

/** An order as it was taken, and when each of its dishes begins, in minutes from then. */
function taken(dishes: readonly Line[], change: SettingsChange = {}, promisedInMinutes: number | null = null) {
  const settings = { ...firstSettings(at), ...change };
  const promisedAtMs = promisedInMinutes === null ? null : startedAtMs + promisedInMinutes * minute;
  const lines = timeLines(dishes, { promisedAtMs, lines: [] }, startedAtMs, settings);
  const kitchen = kitchenInHand(lines, { settings, order: { promisedAtMs } });
  const startOf = ({ heldAtMs, startsAtMs }: Line) =>
    heldAtMs === null ? Math.round(((startsAtMs ?? startedAtMs) - startedAtMs) / minute) : 'held';
  return {
    ...kitchen,
    starts: () => Object.fromEntries(kitchen.now().lines.map((line) => [line.id, startOf(line)])),
    change: (lineId: string, to: object) => kitchen.run({ kind: 'line.change', lineId, change: to }),
    leave: (lineId: string) => kitchen.run({ kind: 'line.void', lineId, reason: null }),
    split: (lineId: string, quantity: number) => {
      const newLineId = `half ${kitchen.world.events.length}`;
      const draft = { ...kitchen.now(), id: newLineId, version: 1, lines: [] };
      return kitchen.run({ kind: 'order.split', parts: [{ lineId, quantity, newLineId }], draft });
    },
    add: (...more: Line[]) => {
      const nowMs = kitchen.world.nowMs() + 1000;
      kitchen.run({ kind: 'order.add-lines', lines: timeLines(more, kitchen.now(), nowMs, settings) });
    },
  };
}

const byPrepTime = { firing: 'by-prep-time' } as const;

test('[FIR3] when the longest is called off, the others wait for the longest that is left', () => {
  const order = taken([dish('roast', 40), dish('fries', 10), dish('salad', 5)], byPrepTime);
  expect(order.starts()).toEqual({ roast: 0, fries: 30, salad: 35 });
  order.leave('roast');
  expect(order.starts()).toEqual({ roast: 0, fries: 0, salad: 5 });
  expect(order.look('grill')).toEqual(['roast:void!', 'fries:todo', 'salad:later']);
  order.leave('fries');
  expect(order.starts()).toMatchObject({ salad: 0 });
});

test('[FIR3] a dish that is called off and decides nothing moves nobody', () => {
  const order = taken([dish('roast', 40), dish('fries', 10), dish('salad', 5)], byPrepTime);
  order.leave('fries');
  order.change('salad', { notes: 'no dressing' });
  expect(order.starts()).toEqual({ roast: 0, fries: 30, salad: 35 });
});

test('[FIR3] [FIR2] what was fired before its time ends together too, and stays fired', () => {
  const order = taken([dish('roast', 40), dish('salad', 5)], byPrepTime, 300);
  order.run({ kind: 'order.fire' });
  order.change('salad', { notes: 'no dressing' });
  expect(order.starts()).toEqual({ roast: 0, salad: 35 });
  order.leave('roast');
  expect(order.starts()).toMatchObject({ salad: 0 });
});

test('[SCH1] a scheduled order that grows or shrinks begins by its new size', () => {
  const order = taken([dish('pizza', 10)], {}, 120);
  expect(order.starts()).toEqual({ pizza: 110 });
  order.change('pizza', { quantity: 41 });
  expect(order.starts()).toEqual({ pizza: 90 });
  order.add(dish('roast', 40));
  expect(order.starts()).toEqual({ pizza: 60, roast: 60 });
  order.leave('roast');
  expect(order.starts()).toMatchObject({ pizza: 90 });
});

test('[SCH1] one that has become too large for its time begins at once', () => {
  const order = taken([dish('pizza', 10)], {}, 20);
  order.change('pizza', { quantity: 99 });
  expect(order.look('grill')).toEqual(['pizza:todo!']);
});

test('[ADD1] [SCH1] what is added to an order of which one dish was begun early comes with the rest', () => {
  const order = taken([dish('roast', 30), dish('fries', 5)], {}, 300);
  order.run({ kind: 'line.set-status', lineId: 'roast', station: 'grill', status: 'preparing' });
  order.add(dish('salad', 5));
  expect(order.starts()).toMatchObject({ fries: 269, salad: 269 });
  order.leave('roast');
  expect(order.starts()).toMatchObject({ fries: 295, salad: 295 });
});

test('[FIR3] [SCH1] when the longest of a promised order is called off after it was due, the others wait for the promise', () => {
  const lines = [
    dish('roast', 40, { startsAtMs: startedAtMs - minute, addedAtMs: startedAtMs - 100 * minute }),
    dish('salad', 5, { startsAtMs: startedAtMs + 34 * minute, addedAtMs: startedAtMs - 100 * minute }),
  ];
  const settings = { ...byPrepTime, leadSecondsPerItem: 0 };
  const order = taken([], settings, 39);
  order.run({ kind: 'order.add-lines', lines });
  order.leave('roast');
  expect(order.starts()).toMatchObject({ salad: 34 });
  expect(order.look('grill')).toEqual(['roast:void!', 'salad:later']);
});

test.each([
  ['taken', { kind: 'line.set-status', lineId: 'roast', station: 'grill', status: 'preparing' } as const],
  ['fired', { kind: 'order.fire', lineIds: ['roast'] } as const],
])('[SCH1] [FIR3] a dish that was %s early still counts for when the others of its course begin', (_how, early) => {
  const order = taken([dish('roast', 40), dish('salad', 5)], { ...byPrepTime, leadSecondsPerItem: 0 }, 100);
  expect(order.starts()).toEqual({ roast: 60, salad: 95 });
  order.run(early);
  order.change('salad', { notes: 'no dressing' });
  expect(order.starts()).toMatchObject({ salad: 95 });
  order.add(dish('cola', 1));
  expect(order.starts()).toMatchObject({ salad: 95, cola: 99 });
});

test('[ADD1] [FIR2] what is added to a scheduled order that was fired by hand begins at once, though some of it waits', () => {
  const order = taken([dish('steak', 20), dish('salad', 5)], byPrepTime, 82);
  order.run({ kind: 'order.fire' });
  expect(order.starts()).toEqual({ steak: 0, salad: 15 });
  order.add(dish('bread', 5));
  expect(order.starts()).toEqual({ steak: 0, salad: 15, bread: 0 });
});

test('[FIR3] [UND1] a dish that was called off by mistake comes back also after another, due by that, was begun', () => {
  const order = taken([dish('roast', 40), dish('salad', 5)], byPrepTime);
  const undo = order.undoable({ kind: 'line.void', lineId: 'roast', reason: null });
  order.run({ kind: 'line.set-status', lineId: 'salad', station: 'grill', status: 'preparing' });
  expect(undo()).toBe('done');
  expect(order.look('grill')).toEqual(['roast:todo', 'salad:todo']);
});

test('[FIR3] [UND1] what waits is timed anew when a dish comes back after others were called off', () => {
  const order = taken([dish('roast', 40), dish('fish', 20), dish('salad', 5)], byPrepTime);
  const undo = order.undoable({ kind: 'line.void', lineId: 'roast', reason: null });
  order.leave('fish');
  expect(order.starts()).toMatchObject({ salad: 0 });
  expect(undo()).toBe('done');
  expect(order.starts()).toMatchObject({ roast: 0, salad: 35 });
});

test.each(firings)(
  '[SCH1] [UND1] a void is taken back also after an addition, and all is timed by what there is (%s)',
  (firing) => {
    const order = taken([dish('roast', 40), dish('salad', 5)], { firing, leadSecondsPerItem: 0 }, 100);
    const undo = order.undoable({ kind: 'line.void', lineId: 'roast', reason: null });
    order.add(dish('cola', 1));
    expect(undo()).toBe('done');
    expect(order.starts()).toEqual(
      firing === 'at-once' ? { roast: 60, salad: 60, cola: 60 } : { roast: 60, salad: 95, cola: 99 },
    );
  },
);

const courses = (settings: SettingsChange = {}, more: readonly Line[] = []) =>
  taken([dish('soup', 5, { course: 1 }), dish('steak', 20, { course: 2 }), ...more], {
    holdCourses: true,
    ...settings,
  });

test('[FIR1] a dish that is moved to a course that was fired is fired, with a clock from then', () => {
  const order = courses({}, [dish('cake', 5, { course: 3 })]);
  order.change('steak', { course: 1 });
  expect(order.starts()).toEqual({ soup: 0, steak: 0, cake: 'held' });
  expect(order.line('steak').startsAtMs).toBe(order.world.nowMs());
  order.change('cake', { course: null });
  expect(order.starts()).toMatchObject({ cake: 0 });
});

test('[FIR1] a dish that is moved to a course on hold waits with it, unless somebody has begun it', () => {
  const order = courses({}, [dish('bread', 5, { course: 1 })]);
  order.run({ kind: 'line.set-status', lineId: 'bread', station: 'grill', status: 'preparing' });
  for (const id of ['soup', 'bread']) order.change(id, { course: 2 });
  expect(order.starts()).toEqual({ soup: 'held', steak: 'held', bread: 0 });
});

test('[FIR1] a dish on hold that is moved to a course of which there is nothing yet stays on hold', () => {
  const order = taken([dish('soup', 5), dish('steak', 20, { course: 2 })]);
  order.run({ kind: 'order.hold', course: 2 });
  order.change('steak', { course: 3 });
  expect(order.starts()).toEqual({ soup: 0, steak: 'held' });
  order.run({ kind: 'order.fire' });
  expect(order.look('grill')).toEqual(['soup:todo', 'steak:todo!']);
});

const anyDishes = fc.array(
  fc.record({
    prepMinutes: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null, freq: 8 }),
    course: fc.constantFrom(null, 1, 1, 2),
  }),
  { minLength: 1, maxLength: 6 },
);
const madeOf = (some: readonly { prepMinutes: number | null; course: number | null }[], from = 0) =>
  some.map((one, index) => dish(`dish ${from + index}`, 0, one));

test('[FIR3] whatever is called off, what is left of a course ends together, and something of it is under way', () => {
  fc.assert(
    fc.property(anyDishes, fc.array(fc.nat(5), { maxLength: 5 }), (some, gone) => {
      const order = taken(madeOf(some), byPrepTime);
      for (const index of gone) order.leave(`dish ${index % some.length}`);
      const live = liveLines(order.now());
      const hasCourses = order.now().lines.some(({ course }) => course !== null && live.length > 0);
      for (const course of [null, 1, 2]) {
        const timed = live.filter((line) => line.course === course && line.prepMinutes !== null);
        const starts = timed.map(({ startsAtMs }) => startsAtMs ?? startedAtMs);
        if (timed.length > 0) expect(Math.min(...starts)).toBeLessThanOrEqual(order.world.nowMs());
        const ends = new Set(timed.map(({ prepMinutes }, index) => starts[index]! + prepMinutes! * minute));
        if (course !== null || !hasCourses) expect(ends.size).toBeLessThanOrEqual(1);
      }
    }),
  );
});

const anyStep = fc.record({ kind: fc.constantFrom('grow', 'leave', 'add', 'split'), at: fc.nat(8), more: anyDishes });

test('[SCH1] [ADD1] [GRO1] [FIR3] an order for later begins as one that is rung in as it is now, however it came to that', () => {
  fc.assert(
    fc.property(anyDishes, fc.array(anyStep, { maxLength: 5 }), fc.constantFrom(...firings), (some, steps, firing) => {
      const order = taken(madeOf(some), { firing }, 600);
      for (const { kind, at: index, more } of steps) {
        const { lines } = order.now();
        const { id, quantity } = lines[index % lines.length]!;
        if (kind === 'grow') order.change(id, { quantity: index + 1 });
        else if (kind === 'leave' && liveLines(order.now()).length > 1) order.leave(id);
        else if (kind === 'split') order.split(id, Math.ceil(quantity / 2));
        else if (kind === 'add') order.add(...madeOf(more, lines.length));
      }
      for (const one of order.world.orders.values()) {
        const live = liveLines(one);
        const coming = { promisedAtMs: one.promisedAtMs, lines: [] };
        const fresh = timeLines(live, coming, order.world.nowMs(), order.world.settings);
        expect(live.map(({ startsAtMs }) => startsAtMs)).toEqual(fresh.map(({ startsAtMs }) => startsAtMs));
      }
    }),
  );
});

test('[FIR2] [UND1] a dish that was stored before dishes knew when they were fired comes by the promise, as before', () => {
  const { firedAtMs: _, ...older } = dish('salad', 5, { startsAtMs: startedAtMs + 95 * minute });
  const order = taken([], { ...byPrepTime, leadSecondsPerItem: 0 }, 100);
  order.run({ kind: 'order.add-lines', lines: [older] });
  expect(toWireItem(order.line('salad'), 'EUR').fired_at).toBeNull();
  const undo = order.undoable({ kind: 'order.fire' });
  expect(order.starts()).toEqual({ salad: 0 });
  expect(undo()).toBe('done');
  order.add(dish('bread', 5));
  expect(order.starts()).toMatchObject({ salad: 95, bread: 95 });
});
