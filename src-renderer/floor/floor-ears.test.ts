import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { emptyKitchen } from '#shared/domain/apply.ts';
import { stationId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { advance, untouched } from '#shared/domain/progress.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import type { Person } from '../link/session.ts';
import { firstState, type ScreenState } from '../store/screen-state.ts';
import { listenForReady } from './floor-ears.ts';

const person = { displayName: 'Anna' } as Person;
const kitchenPart = untouched(stationId('kitchen'), 'fallback');
const readyAt = (nowMs: number) => ({ progress: [advance(kitchenPart, 'ready', { nowMs, by: 'Ana' })] });
const waiting = (id: string) => buildLine(id, { progress: [kitchenPart] });

/** A device in Anna's pocket; `shows` is what the kitchen says, `after` lets time pass. */
function pocket(...orders: readonly Order[]) {
  let nowMs = 1_000_000;
  const heard: string[] = [];
  const ticks: (() => void)[] = [];
  const kitchen = (list: readonly Order[]) => ({ ...emptyKitchen, orders: new Map(list.map((one) => [one.id, one])) });
  const store = createStore<ScreenState>(() => firstState);
  listenForReady({
    store,
    ticker: {
      now: () => ({ steadyMs: nowMs, serverMs: nowMs }),
      subscribe: (listener) => {
        ticks.push(listener);
        return () => undefined;
      },
    },
    bell: { ring: (kinds) => void heard.push(...kinds) },
    vibrate: () => void heard.push('felt'),
  });
  store.setState({ session: { phase: 'signed-in', person }, kitchen: kitchen(orders) });
  return {
    heard: () => heard.splice(0),
    shows: (...list: readonly Order[]) => store.setState({ kitchen: kitchen(list) }),
    /** The whole order has left the kitchen. */
    ends: (order: Order) => {
      const closed = new Map([[order.id, order.version + 1]]);
      store.setState({ kitchen: { ...kitchen([]), closed } });
    },
    after: (ms: number) => {
      nowMs += ms;
      for (const tick of ticks) tick();
    },
    now: () => nowMs,
    leave: () => store.setState({ session: { phase: 'signed-out', problem: null, busy: false }, kitchen: undefined }),
    comeBack: (...list: readonly Order[]) =>
      store.setState({ session: { phase: 'signed-in', person }, kitchen: kitchen(list) }),
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
  anna.leave();
  anna.comeBack(mine(buildLine('a', readyAt(1_000_000)), buildLine('b', readyAt(1_000_000))));
  expect(anna.heard()).toEqual([]);
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
