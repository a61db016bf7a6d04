import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { createWorld, withExpo, withoutExpo } from '../../test/harness/kitchen-world.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import type { Command } from './command.ts';
import { lineId, type StationId, stationId } from './id.ts';
import type { Order } from './order.ts';
import { untouched } from './progress.ts';
import { ticketAt, viewpointOf } from './station-ticket.ts';

const [grill, fry] = [stationId('grill'), stationId('fry')];
const barred = { ok: false, refusal: { code: 'acknowledge_first' } };

/** A dish with allergens that the grill makes and the fryer finishes. */
function madeThenFinished() {
  const progress = [untouched(grill, 'category'), untouched(fry, 'category', [grill])];
  const order = buildOrder('1', { lines: [buildLine('1', { allergens: ['nuts'], progress })] });
  const world = createWorld([order], undefined, { acknowledgeAllergens: true });
  const on = { restaurantId: order.restaurantId, orderId: order.id, lineIds: null };
  const bump = (station: StationId | null) => world.run({ kind: 'order.bump', ...on, station, by: null });
  const see = (station: StationId) => world.run({ kind: 'order.acknowledge', ...on, station, cooked: undefined });
  return { bump, see };
}

test('[ALG2] a station waits for its own eyes, not for those of a station that does not see the dish yet', () => {
  const { bump, see } = madeThenFinished();
  expect(bump(grill)).toMatchObject(barred);
  see(grill);
  expect(bump(grill).ok).toBe(true);
  expect(bump(fry)).toMatchObject(barred);
  see(fry);
  expect(bump(fry).ok).toBe(true);
});

test('[ALG2] whoever hands the whole over answers for what nobody has seen', () => {
  const { bump, see } = madeThenFinished();
  see(grill);
  expect(bump(null)).toMatchObject(barred);
});

/** Steak at the grill, which has begun, and fries at the fryer, which has not. */
function begunAtGrill(list = withExpo, settings = {}) {
  const steak = { ...untouched(grill, 'category'), status: 'preparing' as const };
  const lines = [
    buildLine('steak', { allergens: ['nuts'], progress: [steak] }),
    buildLine('fries', { progress: [untouched(fry, 'category')] }),
  ];
  const order = buildOrder('1', { lines });
  const world = createWorld([order], list, settings);
  const on = { restaurantId: order.restaurantId, orderId: order.id, by: null, lineIds: null };
  const run = (command: Partial<Command>) => world.run({ ...on, ...command } as Command);
  const now = (): Order => world.orders.get(order.id)!;
  const linesAt = (station: StationId | null) =>
    ticketAt(now(), viewpointOf(world.stations, station), world.nowMs())?.lines;
  const noted = (station: StationId | null) =>
    linesAt(station)?.map(({ parts }) => parts.every(({ acknowledgedAtMs }) => acknowledgedAtMs !== null));
  const left = (station: StationId | null) =>
    linesAt(station)
      ?.filter(({ state }) => state !== 'done')
      .map(({ line, state, isUnseen }) => `${line.id}:${state}${isUnseen ? '!' : ''}`);
  return { run, now, left, noted };
}

const bumpAt = (station: StationId | null) => ({ kind: 'order.bump', station }) as const;
const seeAt = (station: StationId | null) => ({ kind: 'order.acknowledge', station, cooked: undefined }) as const;

test('[EXP2] a cancelled order that the expo puts away stays with the station that is cooking it', () => {
  const { run, left } = begunAtGrill();
  run({ kind: 'order.cancel', reason: null });
  run(bumpAt(null));
  expect([left(null), left(grill)]).toEqual([undefined, ['steak:void!']]);
  run(bumpAt(grill));
  expect(left(grill)).toBeUndefined();
});

test('[EXP2] whether a void was cooked can be answered at the expo, and the station still sees it', () => {
  const { run, now, left } = begunAtGrill();
  run({ kind: 'line.void', lineId: lineId('steak'), reason: null });
  run({ ...seeAt(null), lineIds: [lineId('steak')], cooked: true });
  expect([left(null), left(grill)]).toEqual([['fries:todo'], ['steak:void!']]);
  expect(now().lines[0]?.voidCooked).toBe(true);
});

test('[EXP2] allergens and changes that the expo has seen are for the station to see all the same', () => {
  const { run, now, left } = begunAtGrill(withExpo, { acknowledgeAllergens: true });
  run({ kind: 'line.change', lineId: lineId('steak'), change: { notes: 'no salt' } });
  expect(run(bumpAt(null))).toMatchObject(barred);
  run(seeAt(null));
  expect([left(null), left(grill)]).toEqual([['steak:todo', 'fries:todo'], ['steak:todo!']]);
  expect(now().lines[0]?.changedFrom).not.toBeNull();
  expect(run(bumpAt(grill))).toMatchObject(barred);
  expect(run(bumpAt(null)).ok).toBe(true);
  expect(now().lines[0]?.changedFrom).toBeNull();
});

test('[EXP2] a ticket that the expo has taken note of is new there no more, and at the station it is', () => {
  const { run, noted } = begunAtGrill();
  run(seeAt(null));
  expect([noted(null), noted(grill)]).toEqual([[true, true], [false]]);
});

test('[EXP2] what is called off after the expo has looked is news to it again', () => {
  const { run, left } = begunAtGrill();
  run(seeAt(null));
  run({ kind: 'line.void', lineId: lineId('steak'), reason: null });
  expect(left(null)).toEqual(['steak:void!', 'fries:todo']);
});

test('[EXP2] without an expo whoever sees the whole kitchen cooks too, and takes note for all', () => {
  const { run, left } = begunAtGrill(withoutExpo);
  run({ kind: 'order.cancel', reason: null });
  run(bumpAt(null));
  expect([left(null), left(grill)]).toEqual([undefined, undefined]);
});

test.each([
  ['grill', withExpo],
  [null, withExpo],
  [null, withoutExpo],
] as const)('[VOI1] [CRD6] a cancelled order is put away at %s without a word about its allergens', (station, list) => {
  const settings = { acknowledgeAllergens: true };
  const kitchen = kitchenInHand([buildLine('steak', { ...shares('grill'), allergens: ['nuts'] })], { list, settings });
  kitchen.run({ kind: 'order.acknowledge', station: 'grill' });
  kitchen.run({ kind: 'line.set-status', lineId: 'steak', station: 'grill', status: 'preparing' });
  kitchen.run({ kind: 'order.cancel', reason: null });
  expect(kitchen.look(station)).toEqual(['steak:void!']);
  expect(kitchen.run({ kind: 'order.bump', station })).toBe('done');
  expect(kitchen.look(station)).toBeUndefined();
});

test('[CHG1] [ORD1] handed over, what was changed and then called off shows no old beside the new', () => {
  const kitchen = kitchenInHand([buildLine('steak', shares('grill')), buildLine('beer', shares('bar'))]);
  kitchen.run({ kind: 'line.change', lineId: 'steak', change: { notes: 'rare' } });
  kitchen.run({ kind: 'line.void', lineId: 'steak', reason: null });
  kitchen.run({ kind: 'order.set-status', status: 'completed' });
  expect(kitchen.line('steak')).toMatchObject({
    changedFrom: null,
    progress: [{ acknowledgedAtMs: expect.any(Number) }],
  });
});
