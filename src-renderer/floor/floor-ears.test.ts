import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { emptyKitchen } from '#shared/domain/apply.ts';
import { stationId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { advance, untouched } from '#shared/domain/progress.ts';
import type { SelfOrder } from '#shared/domain/self-order.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import type { Person } from '../link/session.ts';
import { createChimeMemory } from '../sound/chime-memory.ts';
import { firstState, type ScreenState } from '../store/screen-state.ts';
import { listenForReady } from './floor-ears.ts';

const person = { userId: 'u-anna', displayName: 'Anna' } as Person;
const ben = { userId: 'u-ben', displayName: 'Anna' } as Person;
const kitchenPart = untouched(stationId('kitchen'), 'fallback');
const readyAt = (nowMs: number) => ({ progress: [advance(kitchenPart, 'ready', { nowMs, by: 'Ana' })] });
const waiting = (id: string) => buildLine(id, { progress: [kitchenPart] });

/** What a device has kept, and what the time is: both outlive the page. */
const newDevice = () => ({ kept: new Map<string, string>(), nowMs: 1_000_000 });

/** A page in Anna's pocket; `shows` is what the kitchen says, `after` lets time pass. */
const pocket = (...orders: readonly Order[]) => pageOn(newDevice(), person, orders);

function pageOn(device: ReturnType<typeof newDevice>, who: Person, orders: readonly Order[]) {
  const heard: string[] = [];
  const memory = createChimeMemory(
    (about) => ({ read: () => device.kept.get(about) ?? null, write: (text) => void device.kept.set(about, text) }),
    { after: () => () => undefined },
  );
  const ticks: (() => void)[] = [];
  const kitchen = (list: readonly Order[]) => ({ ...emptyKitchen, orders: new Map(list.map((one) => [one.id, one])) });
  const store = createStore<ScreenState>(() => firstState);
  listenForReady({
    store,
    ticker: {
      now: () => ({ steadyMs: device.nowMs, serverMs: device.nowMs }),
      subscribe: (listener) => {
        ticks.push(listener);
        return () => undefined;
      },
    },
    bell: { ring: (kinds) => void heard.push(...kinds) },
    vibrate: () => void heard.push('felt'),
    memory,
  });
  const signIn = (list: readonly Order[], as: Person) =>
    store.setState({ session: { phase: 'signed-in', person: as }, kitchen: kitchen(list) });
  signIn(orders, who);
  return {
    heard: () => heard.splice(0),
    shows: (...list: readonly Order[]) => store.setState({ kitchen: kitchen(list) }),
    /** Guests at these tables ask for a waiter. */
    asks: (...list: readonly SelfOrder[]) =>
      store.setState({ kitchen: { ...kitchen([]), selfOrders: new Map(list.map((one) => [one.id, one])) } }),
    /** The whole order has left the kitchen. */
    ends: (order: Order) => {
      const closed = new Map([[order.id, order.version + 1]]);
      store.setState({ kitchen: { ...kitchen([]), closed } });
    },
    after: (ms: number) => {
      device.nowMs += ms;
      for (const tick of ticks) tick();
    },
    now: () => device.nowMs,
    /** The page is left, as by a reload. */
    close: memory.flush,
    leave: () => store.setState({ session: { phase: 'signed-out', problem: null, busy: false }, kitchen: undefined }),
    comeBack: (...list: readonly Order[]) => signIn(list, who),
    handTo: (as: Person, ...list: readonly Order[]) => signIn(list, as),
  };
}

const mine = (...lines: readonly ReturnType<typeof buildLine>[]) => buildOrder('1', { serverName: 'Anna', lines });

test('[PUP1] each own dish that becomes ready is heard and felt, once', () => {
  const anna = pocket(mine(waiting('a'), waiting('b')));
  expect(anna.heard()).toEqual([]);
  const first = buildLine('a', readyAt(anna.now()));
  anna.shows(mine(first, waiting('b')));
  expect(anna.heard()).toEqual(['ready', 'felt']);
  anna.shows(mine(first, waiting('b')));
  anna.after(1000);
  expect(anna.heard()).toEqual([]);
  anna.shows(mine(first, buildLine('b', readyAt(anna.now()))));
  expect(anna.heard()).toEqual(['ready', 'felt']);
});

test('[PUP1] what was ready when the page came, or is another’s, is no news', () => {
  const anna = pocket(mine(buildLine('a', readyAt(1_000_000)), waiting('b')));
  const others = buildOrder('2', { serverName: 'Ben', lines: [buildLine('c', readyAt(1_000_000))] });
  anna.shows(mine(buildLine('a', readyAt(1_000_000)), waiting('b')), others);
  expect(anna.heard()).toEqual([]);
});

test('[PUP1] what became ready while she was away, or the page was loaded anew, is heard then, and once', () => {
  const device = newDevice();
  const first = pageOn(device, person, [mine(waiting('a'), waiting('b'), waiting('c'))]);
  first.leave();
  const a = buildLine('a', readyAt(1_000_000));
  first.comeBack(mine(a, waiting('b'), waiting('c')));
  expect(first.heard()).toEqual(['ready', 'felt']);
  first.close();
  const b = buildLine('b', readyAt(1_000_000));
  const second = pageOn(device, person, [mine(a, b, waiting('c'))]);
  expect(second.heard()).toEqual(['ready', 'felt']);
  second.close();
  expect(pageOn(device, person, [mine(a, b, waiting('c'))]).heard()).toEqual([]);
});

test('[PUP3] whose it is goes by the person, not by what they are called; each hears their own after the other', () => {
  const device = newDevice();
  const page = pageOn(device, person, [order('1', 'u-anna', waiting('a')), order('2', 'u-ben', waiting('b'))]);
  const b = buildLine('b', readyAt(1_000_000));
  page.shows(order('1', 'u-anna', waiting('a')), order('2', 'u-ben', b));
  expect(page.heard()).toEqual([]);
  page.handTo(ben, order('1', 'u-anna', waiting('a')), order('2', 'u-ben', waiting('b')));
  page.shows(order('1', 'u-anna', waiting('a')), order('2', 'u-ben', b));
  expect(page.heard()).toEqual(['ready', 'felt']);
});

test('[PUP1] a dish that is cooked again rings again', () => {
  const anna = pocket(mine(buildLine('a', readyAt(1_000_000))));
  anna.shows(mine({ ...waiting('a'), round: 2 }));
  anna.shows(mine({ ...buildLine('a', readyAt(1_001_000)), round: 2 }));
  expect(anna.heard()).toEqual(['ready', 'felt']);
});

test('[PUP2] what nobody has fetched for two minutes is heard once more, louder', () => {
  const anna = pocket(mine(waiting('a')));
  anna.shows(mine(buildLine('a', readyAt(anna.now()))));
  anna.heard();
  anna.after(119_000);
  expect(anna.heard()).toEqual([]);
  anna.after(1000);
  expect(anna.heard()).toEqual(['late', 'felt']);
  anna.after(60_000);
  expect(anna.heard()).toEqual([]);
});

test('[PUP1] without an expo what the kitchen bumps at once is heard as ready; with one it is on its way already', () => {
  const done = { progress: [advance(kitchenPart, 'completed', { nowMs: 1_000_000, by: 'Ana' })] };
  const anna = pocket(mine(waiting('a'), waiting('b')));
  anna.shows(mine(buildLine('a', done), waiting('b')));
  expect(anna.heard()).toEqual(['ready', 'felt']);
  anna.shows(mine({ ...buildLine('a', done), voidedAtMs: 5 }, { ...waiting('b'), voidedAtMs: 5 }));
  expect(anna.heard()).toEqual([]);
});

test('[PUP1] so is an order that leaves the kitchen with its last bump; one that was called off first is not', () => {
  const anna = pocket(mine(waiting('a')));
  anna.ends(mine(waiting('a')));
  expect(anna.heard()).toEqual(['ready', 'felt']);
  anna.shows(mine(waiting('b')));
  anna.shows({ ...mine(waiting('b')), cancelledAtMs: 9 });
  anna.ends(mine(waiting('b')));
  expect(anna.heard()).toEqual([]);
});

const order = (id: string, serverId: string, ...lines: readonly ReturnType<typeof buildLine>[]) =>
  buildOrder(id, { type: 'dine_in', tableNumber: id, serverName: 'Anna', serverId, lines });

test('[PUP3] after two minutes all others are called, once, by another sound; not to what guests or drivers fetch', () => {
  const device = newDevice();
  const plate = buildLine('b', readyAt(1_000_000));
  const all = [
    order('1', 'u-ben', plate),
    { ...order('2', 'u-ben', buildLine('t', readyAt(1_000_000))), type: 'takeaway' as const },
  ];
  const anna = pageOn(device, person, [order('1', 'u-ben', waiting('b'))]);
  anna.shows(...all);
  anna.after(119_000);
  expect(anna.heard()).toEqual([]);
  anna.after(1000);
  expect(anna.heard()).toEqual(['call', 'felt']);
  anna.after(60_000);
  anna.close();
  expect(pageOn(device, person, all).heard()).toEqual([]);
});

test('[PUP3] a page that was gone when the two minutes ended calls when it is back', () => {
  const device = newDevice();
  const plate = order('1', 'u-ben', buildLine('b', readyAt(1_000_000)));
  pageOn(device, person, [plate]).close();
  device.nowMs += 300_000;
  expect(pageOn(device, person, [plate]).heard()).toEqual(['call', 'felt']);
});

test('[PUP3] an order of a till is nobody’s own: all are called to it', () => {
  const device = newDevice();
  const till = { ...order('1', '', buildLine('b', readyAt(1_000_000))), source: 'pos' as const, serverName: 'Anna' };
  const { serverId: _, ...ofTill } = till;
  const anna = pageOn(device, person, []);
  anna.shows(ofTill);
  expect(anna.heard()).toEqual([]);
  anna.after(120_000);
  expect(anna.heard()).toEqual(['call', 'felt']);
});

test('[PUP2] [CHM6] plates that are late within 15 s of an alarm wait for the next one, and are not forgotten', () => {
  const anna = pocket(mine(waiting('a'), waiting('b'), waiting('c')));
  const at = (id: string, ms: number) => buildLine(id, readyAt(1_000_000 + ms));
  anna.shows(mine(at('a', 0), at('b', 5000), at('c', 9000)));
  anna.heard();
  anna.after(120_000);
  expect(anna.heard()).toEqual(['late', 'felt']);
  anna.after(5000);
  anna.after(4000);
  expect(anna.heard()).toEqual([]);
  anna.after(6000);
  expect(anna.heard()).toEqual(['late', 'felt']);
  anna.after(60_000);
  expect(anna.heard()).toEqual([]);
});

test('[SLF2] a table that asks is heard and felt once, also over a reload; not what was answered already', () => {
  const asking = { id: 'wish', state: 'waiting' } as unknown as SelfOrder;
  const device = newDevice();
  const page = pageOn(device, person, []);
  page.heard();
  page.asks({ ...asking, state: 'taken' });
  expect(page.heard()).toEqual([]);
  page.asks(asking);
  expect(page.heard()).toEqual(['call', 'felt']);
  page.asks(asking, { ...asking, id: 'other', state: 'refused' } as unknown as SelfOrder);
  expect(page.heard()).toEqual([]);
  page.close();
  const again = pageOn(device, person, []);
  again.heard();
  again.asks(asking);
  expect(again.heard()).toEqual([]);
});
