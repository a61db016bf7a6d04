import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { createWorld, type KitchenWorld, withoutExpo } from '../../test/harness/kitchen-world.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import type { Command } from './command.ts';
import { type LineId, lineId, type StationId, stationId } from './id.ts';
import { untouched } from './progress.ts';
import { sightOf } from './sight.ts';
import type { Station } from './station.ts';
import { type TicketLine, ticketAt, viewpointOf } from './station-ticket.ts';

const [grill, fry] = [stationId('grill'), stationId('fry')];

const at = (...stations: StationId[]) => ({ progress: stations.map((station) => untouched(station, 'category')) });

type Deed = { readonly kind: Command['kind'] } & Readonly<Record<string, unknown>>;

/** A burger at the grill and fries at the fryer, and whoever works on them. */
function kitchenWith(list?: readonly Station[]) {
  const order = buildOrder('1', { lines: [buildLine('burger', at(grill)), buildLine('fries', at(fry))] });
  const world = createWorld([order], list);
  const on = { restaurantId: order.restaurantId, orderId: order.id };
  const now = () => world.orders.get(order.id)!;
  const run = (command: Deed) => expect(world.run({ ...on, by: null, ...command } as unknown as Command).ok).toBe(true);
  const add = (id: string, station: StationId) =>
    run({
      kind: 'order.add-lines',
      lines: [buildLine(id, { ...at(station), addition: 1, addedAtMs: world.nowMs() })],
    });
  const change = (id: string) => run({ kind: 'line.change', lineId: lineId(id), change: { quantity: 2 } });
  return { world, now, run, add, change, eye: (station: StationId | null) => eyeAt(world, station, now, run) };
}

/** Somebody who looks at a board now, and says later that what they saw is done, or seen. */
function eyeAt(
  world: KitchenWorld,
  station: StationId | null,
  now: () => Parameters<typeof ticketAt>[0],
  run: (command: Deed) => void,
) {
  const viewpoint = viewpointOf(world.stations, station);
  const look = () => ticketAt(now(), viewpoint, world.nowMs())?.lines ?? [];
  const [lines, atMs] = [look(), now().updatedAtMs];
  const about = (lineIds: readonly LineId[] | null) => ({
    station,
    lineIds,
    seen: sightOf(lines, viewpoint, atMs, lineIds),
  });
  return {
    bump: (lineIds: readonly LineId[] | null = null) => run({ kind: 'order.bump', ...about(lineIds) }),
    acknowledge: () => run({ kind: 'order.acknowledge', cooked: undefined, ...about(null) }),
    makeReady: (id: string) =>
      run({ kind: 'line.set-status', status: 'ready', lineId: lineId(id), ...about([lineId(id)]) }),
    left: () =>
      look()
        .filter(isOpen)
        .map(({ line, state, isUnseen }) => `${line.id}:${state}${isUnseen ? '!' : ''}`),
  };
}

const isOpen = ({ state }: TicketLine) => state !== 'done';

test('[BMP2] a dish that came after the cook looked is not bumped with the others, nor handed over', () => {
  const { add, eye } = kitchenWith();
  const [cook, pass] = [eye(grill), eye(null)];
  add('second', grill);
  cook.bump();
  expect(cook.left()).toEqual(['second:todo']);
  pass.bump();
  expect(pass.left()).toEqual(['second:todo']);
  expect(eye(grill).left()).toEqual(['second:todo']);
});

test('[BMP2] a dish that was changed after the cook looked is still to be cooked, with its change unseen', () => {
  const { change, eye } = kitchenWith();
  const cook = eye(grill);
  change('burger');
  cook.bump();
  cook.acknowledge();
  cook.makeReady('burger');
  expect(cook.left()).toEqual(['burger:todo!']);
  eye(grill).bump();
  expect(cook.left()).toEqual([]);
});

test('[BMP2] what was called off after the cook looked stays to be seen', () => {
  const { run, eye } = kitchenWith();
  run({ kind: 'line.set-status', lineId: lineId('burger'), station: grill, status: 'preparing' });
  const cook = eye(grill);
  run({ kind: 'line.void', lineId: lineId('burger'), reason: null });
  cook.bump();
  cook.acknowledge();
  expect(cook.left()).toEqual(['burger:void!']);
});

test('[BMP2] an order that was cancelled after the cook looked stays to be seen', () => {
  const { run, eye } = kitchenWith();
  const cook = eye(grill);
  run({ kind: 'order.cancel', reason: null });
  cook.bump();
  expect(cook.left()).toEqual(['burger:void!']);
  eye(grill).bump();
  expect(cook.left()).toEqual([]);
});

test.each([true, false])(
  '[BMP2] a late bump does not undo a recall that came before it (clock kept: %s)',
  (keepTimer) => {
    const { run, eye } = kitchenWith();
    const [cook, pass] = [eye(grill), eye(null)];
    eye(grill).bump();
    run({ kind: 'order.recall', station: grill, lineIds: null, keepTimer });
    cook.bump();
    pass.bump();
    expect(cook.left()).toEqual(['burger:todo']);
    expect(eye(fry).left()).toEqual([]);
  },
);

test('[BMP2] what waited for its course is not bumped by somebody who saw it waiting', () => {
  const { run, eye } = kitchenWith(withoutExpo);
  run({ kind: 'order.hold', station: null, lineIds: [lineId('fries')], course: null });
  const whole = eye(null);
  run({ kind: 'order.fire', station: null, lineIds: null, course: null });
  whole.bump();
  expect(whole.left()).toEqual(['fries:todo']);
});

test('[BMP2] a line that has gone to another order meanwhile holds up nothing', () => {
  const { run, now, eye } = kitchenWith();
  const pass = eye(null);
  const draft = { ...now(), id: 'other' as never, lines: [] };
  run({
    kind: 'order.split',
    parts: [{ lineId: lineId('fries'), quantity: 1, newLineId: lineId('half') }],
    draft,
  });
  pass.bump();
  expect(pass.left()).toEqual([]);
});

test('[BMP2] who does not say what they saw means all that is there', () => {
  const { run, add, eye } = kitchenWith();
  add('second', grill);
  run({ kind: 'order.bump', station: grill, lineIds: null });
  expect(eye(grill).left()).toEqual([]);
});

const platter = () => kitchenInHand([buildLine('platter', { ...shares('grill', 'fry'), allergens: ['nuts'] })]);

test.each([
  ['cancelled', { kind: 'order.cancel', reason: null }],
  ['voided', { kind: 'line.void', lineId: 'platter', reason: null }],
  ['changed', { kind: 'line.change', lineId: 'platter', change: { notes: 'rare' } }],
] as const)(
  '[BMP2] [UND1] what a cook saw %s, and is so no more, is neither ready nor noted by their late tap',
  (_how, deed) => {
    const kitchen = platter();
    const undo = kitchen.undoable(deed);
    const seen = kitchen.sight('grill');
    expect(undo()).toBe('done');
    for (const kind of ['order.bump', 'order.acknowledge'] as const)
      expect(kitchen.run({ kind, station: 'grill', seen })).toBe('nothing');
    expect(kitchen.look('grill')).toEqual(['platter:todo!']);
    expect(kitchen.run({ kind: 'order.bump', station: 'grill', seen: kitchen.sight('grill') })).toBe('done');
  },
);

test('[BMP2] a dish that was changed and changed back is not ready by the tap of who saw the change', () => {
  const kitchen = platter();
  kitchen.run({ kind: 'line.change', lineId: 'platter', change: { allergens: [] } });
  const seen = kitchen.sight('grill');
  kitchen.run({ kind: 'line.change', lineId: 'platter', change: { allergens: ['nuts'] } });
  expect(kitchen.run({ kind: 'order.bump', station: 'grill', seen })).toBe('nothing');
  expect(kitchen.look('grill')).toEqual(['platter:todo!']);
});
