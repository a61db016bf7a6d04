import { expect, test } from 'vitest';
import { decide } from '#shared/domain/decide.ts';
import { lineId, orderId, stationId } from '#shared/domain/id.ts';
import { atOnce, glanceAt, storeInHand, ticketsIn } from '../../test/harness/chime-kit.ts';
import { createWorld, withExpo } from '../../test/harness/kitchen-world.ts';
import {
  bump,
  dish,
  listening,
  on,
  orderOf,
  recall,
  share,
  worldBeginsMs,
} from '../../test/harness/listening-kitchen.ts';
import { buildOrder } from '../../test/harness/screen-kit.ts';
import { createChimeMemory } from './chime-memory.ts';
import { createChimer } from './chimer.ts';

test('[CHM1] [VOI2] at the pass a void rings once, also when of two stations one has noted it and the other has not', () => {
  const { look, place, run, world } = listening('pass');
  look();
  place(orderOf('1', dish('1.1', 'grill', { progress: [share('grill'), share('fry')] })));
  look();
  const voiding = { kind: 'line.void', ...on('1'), lineId: lineId('1.1'), reason: null } as const;
  const alive = world.orders.get(on('1').orderId)!;
  run(voiding);
  expect(look()).toEqual(['void']);
  const undo = { kind: 'order.undo', ...on('1'), before: alive, after: world.orders.get(on('1').orderId)! } as const;
  run(undo);
  look();
  run(voiding);
  expect(look()).toEqual(['void']);
  run({ kind: 'order.acknowledge', ...on('1'), station: stationId('grill'), lineIds: null, cooked: undefined });
  expect(look()).toEqual([]);
});

test('[CHM1] a new ticket rings once, however often it is looked at', () => {
  const { look, place } = listening();
  look();
  place(orderOf('1', dish('1.1')));
  expect(look()).toEqual(['new']);
  expect(look()).toEqual([]);
  place(orderOf('2', dish('2.1', 'bar')));
  expect(look()).toEqual([]);
});

test('[CHM3] a reload repeats nothing, and swallows nothing that came meanwhile', () => {
  const { look, place, reload } = listening();
  look();
  place(orderOf('1', dish('1.1')));
  expect(look()).toEqual(['new']);
  reload();
  expect(look()).toEqual([]);
  place(orderOf('2', dish('2.1')));
  reload();
  expect(look()).toEqual(['new']);
  expect(look()).toEqual([]);
});

test('[CHM4] a screen that was never here rings for nothing that was there before it', () => {
  const { look, place } = listening('grill', storeInHand());
  place(orderOf('1', dish('1.1')));
  expect(look()).toEqual([]);
  place(orderOf('2', dish('2.1')));
  expect(look()).toEqual(['new']);
});

test('[CHM4] turning to another station rings for nothing', () => {
  const { world, look, place } = listening();
  look();
  place(orderOf('1', dish('1.1', 'bar')));
  const kitchen = () => ({ orders: world.orders.values(), stations: world.stations, nowMs: world.nowMs() });
  expect(look(glanceAt(kitchen(), 'bar'))).toEqual([]);
  place(orderOf('2', dish('2.1', 'bar')));
  expect(look(glanceAt(kitchen(), 'bar'))).toEqual(['new']);
});

test('[CHM2] what is added to a ticket, changed on it, or comes back is told as a change', () => {
  const { look, place, run } = listening();
  look();
  place(orderOf('1', dish('1.1')));
  look();
  run({ kind: 'order.add-lines', ...on('1'), lines: [dish('1.2', 'grill', { addition: 1 })] });
  expect(look()).toEqual(['changed']);
  run({ kind: 'line.change', ...on('1'), lineId: lineId('1.1'), change: { quantity: 2 } });
  expect(look()).toEqual(['changed']);
  run({ kind: 'line.change', ...on('1'), lineId: lineId('1.1'), change: { quantity: 3 } });
  expect(look()).toEqual(['changed']);
  run(bump('1', 'grill'));
  expect(look()).toEqual([]);
  run(recall('1', 'grill'));
  expect(look()).toEqual(['changed']);
});

test('[CHM2] an addition to a ticket that had left is a new ticket', () => {
  const { look, place, run } = listening();
  look();
  place(orderOf('1', dish('1.1')));
  look();
  run(bump('1', 'grill'));
  look();
  run({ kind: 'order.add-lines', ...on('1'), lines: [dish('1.2', 'grill', { addition: 1 })] });
  expect(look()).toEqual(['new']);
});

test('[CHM2] a line and an order that are called off ring as that, once', () => {
  const { look, place, run } = listening();
  look();
  place(orderOf('1', dish('1.1'), dish('1.2')));
  place(orderOf('2', dish('2.1')));
  look();
  run({ kind: 'line.void', ...on('1'), lineId: lineId('1.1'), reason: null });
  expect(look()).toEqual(['void']);
  run({ kind: 'order.cancel', ...on('2'), reason: null });
  expect(look()).toEqual(['void']);
  run({ kind: 'order.acknowledge', ...on('2'), station: null, lineIds: null, cooked: false });
  expect(look()).toEqual([]);
});

test('[CHM2] [UND1] what is called off, and is so no more, rings as what came back; called off again, it rings again', () => {
  const { look, place, run, world } = listening();
  look();
  place(orderOf('1', dish('1.1')));
  look();
  const state = () => world.orders.get(on('1').orderId)!;
  const voiding = { kind: 'line.void', ...on('1'), lineId: lineId('1.1'), reason: null } as const;
  const before = state();
  run(voiding);
  expect(look()).toEqual(['void']);
  run({ kind: 'order.undo', ...on('1'), before, after: state() });
  expect(look()).toEqual(['changed']);
  run(voiding);
  expect(look()).toEqual(['void']);
  expect(look()).toEqual([]);
});

test('[CHM2] the pass hears when all that was fired is ready, and the stations do not', () => {
  const pass = listening('pass', storeInHand('["known"]'));
  pass.look();
  pass.place(orderOf('1', dish('1.1'), dish('1.2', 'bar'), dish('1.3', 'grill', { heldAtMs: 1, course: 2 })));
  expect(pass.look()).toEqual(['new']);
  pass.run(bump('1', 'grill'));
  expect(pass.look()).toEqual([]);
  pass.run(bump('1', 'bar'));
  expect(pass.look()).toEqual(['ready']);
  pass.reload();
  expect(pass.look()).toEqual([]);
  pass.run(recall('1', 'bar'));
  expect(pass.look()).toEqual(['changed']);
  pass.run(bump('1', 'bar'));
  expect(pass.look()).toEqual(['ready']);
});

test('[CHM2] what was fired to begin later is not ready, and the pass does not hear that it is', () => {
  const pass = listening('pass', storeInHand('["known"]'));
  const soon = pass.world.nowMs() + 3500;
  pass.place(orderOf('1', dish('1.1'), dish('1.2', 'bar', { startsAtMs: soon, firedAtMs: worldBeginsMs })));
  pass.look();
  pass.run(bump('1', 'grill'));
  expect(pass.look()).toEqual([]);
  pass.run({ ...bump('1', 'bar'), lineIds: [lineId('1.2')] });
  expect(pass.look()).toEqual(['ready']);
});

test('[CHM2] what somebody had begun before this screen saw it needs no bell', () => {
  const { look, place, run } = listening();
  look();
  place(orderOf('1', dish('1.1')));
  run({
    kind: 'line.set-status',
    ...on('1'),
    lineId: lineId('1.1'),
    station: stationId('grill'),
    status: 'preparing',
    by: null,
  });
  expect(look()).toEqual([]);
});

test('[CHM2] splitting and merging ring for nothing', () => {
  const { look, place, run, world } = listening();
  look();
  place(orderOf('1', dish('1.1', 'grill', { quantity: 2 }), dish('1.2')));
  place(orderOf('2', dish('2.1')));
  look();
  const parts = [
    { lineId: lineId('1.1'), quantity: 1, newLineId: lineId('3.1') },
    { lineId: lineId('1.2'), quantity: 1, newLineId: lineId('3.2') },
  ];
  run({ kind: 'order.split', ...on('1'), parts, draft: { ...buildOrder('3'), lines: [] } });
  expect(look()).toEqual([]);
  run({ kind: 'order.merge', ...on('2'), fromId: orderId('3') });
  expect(look()).toEqual([]);
  expect(world.orders.get(orderId('2'))?.lines).toHaveLength(3);
});

test('[CHM2] a late ticket rings once, also over a reload and when its lines go elsewhere', () => {
  const { look, place, reload, glance, run } = listening();
  look();
  place(orderOf('1', dish('1.1'), dish('1.2')));
  look();
  const { sinceMs } = glance().tickets[0]!;
  const lateMs = sinceMs + 8 * 60_000;
  expect(look({ nowMs: lateMs - 1 })).toEqual([]);
  expect(look({ nowMs: lateMs })).toEqual(['late']);
  reload();
  expect(look({ nowMs: lateMs + 1000 })).toEqual([]);
  place(orderOf('2', dish('2.1', 'bar')));
  run({ kind: 'order.merge', ...on('2'), fromId: orderId('1') });
  expect(look({ nowMs: lateMs + 2000 })).toEqual([]);
});

test('[CHM5] a tap on this screen rings on the others only', () => {
  const { look, place, run, world, glance } = listening();
  look();
  place(orderOf('1', dish('1.1')));
  look();
  run(bump('1', 'grill'));
  look();
  const before = [...world.orders.values()];
  run(recall('1', 'grill'));
  const without = ticketsIn({ orders: before, stations: world.stations, nowMs: world.nowMs() }, 'grill');
  expect(look({ confirmed: ({ id }) => without.find((ticket) => ticket.id === id) })).toEqual([]);
  expect(look()).toEqual([]);
  expect(glance().tickets).toHaveLength(1);
});

test('[CHM5] a tap that was refused leaves the same news from another screen to be heard', () => {
  const { look, place, run, world, glance } = listening();
  look();
  place(orderOf('1', dish('1.1')));
  look();
  run(bump('1', 'grill'));
  look();
  const bumped = world.orders.get(orderId('1'))!;
  const view = {
    ...world,
    order: () => bumped,
    product: () => undefined,
    productBySku: () => undefined,
    products: () => [],
  };
  const setUp = {
    stations: () => world.stations,
    settings: () => world.settings,
    selfOrder: () => undefined,
    waitingSelfOrders: () => [],
  };
  const hoped = decide({ ...view, ...setUp }, recall('1', 'grill'), world.nowMs());
  const order = hoped.ok && hoped.events[0] && 'order' in hoped.events[0] ? hoped.events[0].order : bumped;
  const shown = ticketsIn({ orders: [order], stations: world.stations, nowMs: world.nowMs() }, 'grill');
  expect(look({ tickets: shown, confirmed: () => undefined })).toEqual([]);
  expect(look({ tickets: [] })).toEqual([]);
  run(recall('1', 'grill'));
  expect(glance().tickets).toHaveLength(1);
  expect(look()).toEqual(['changed']);
});

test('[CHM3] two windows of one computer that show two stations remember each for itself', () => {
  const places = new Map<string, ReturnType<typeof storeInHand>>();
  const storeFor = (about: string) => {
    const place = places.get(about) ?? storeInHand('["known"]');
    places.set(about, place);
    return place;
  };
  const world = createWorld([], withExpo);
  const windowAt = (station: string) => {
    const chimer = createChimer(createChimeMemory(storeFor, atOnce));
    const kitchen = () => ({ orders: world.orders.values(), stations: world.stations, nowMs: world.nowMs() });
    return () => chimer.look(glanceAt(kitchen(), station)).map(({ kind }) => kind);
  };
  const [grill, bar] = [windowAt('grill'), windowAt('bar')];
  grill();
  bar();
  world.run({ kind: 'order.place', draft: orderOf('1', dish('1.1'), dish('1.2', 'bar')) });
  expect([grill(), bar()]).toEqual([['new'], ['new']]);
  expect([windowAt('grill')(), windowAt('bar')()]).toEqual([[], []]);
  world.run({ kind: 'order.place', draft: orderOf('2', dish('2.1', 'bar')) });
  expect([windowAt('grill')(), windowAt('bar')()]).toEqual([[], ['new']]);
});

test('[CHM3] what another program has left in its place is taken for nothing', () => {
  for (const rubbish of ['', '{', '{"a":1}', '7', 'null', '[1,{}]']) {
    expect(createChimeMemory(() => storeInHand(rubbish), atOnce).isEmpty()).toBe(true);
  }
});
