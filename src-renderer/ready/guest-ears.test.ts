import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { WireReady } from '#shared/protocol/wire-ready.ts';
import { atOnce, storeInHand } from '../../test/harness/chime-kit.ts';
import { createChimeMemory } from '../sound/chime-memory.ts';
import { ordersOf } from './guest-board.ts';
import { listenForGuests } from './guest-ears.ts';
import type { ReadyState } from './ready-client.ts';

/** A board whose page can be loaded anew; `show` brings what the stream says. */
function boardInHand() {
  const stored = storeInHand();
  let rings = 0;
  const bell = { ring: () => void rings++ };
  const load = () => {
    const store = createStore<ReadyState>(() => ({ orders: undefined }) as ReadyState);
    listenForGuests(
      store,
      createChimeMemory(() => stored, atOnce),
      bell,
    );
    return store;
  };
  let store = load();
  return {
    rings: () => rings,
    reload: () => {
      store = load();
    },
    show: (...entries: WireReady[]) => store.setState({ orders: ordersOf(entries) }),
  };
}

const called = (number: string, state: WireReady['state'], since = '2026-11-21T12:00:00.000Z', epoch = '1') =>
  ({ id: `${number} in ${epoch}`, number, type: 'takeaway', state, since }) as const;

test('[RDY7] a number rings once when it becomes ready, and again when it was taken back and is ready again', () => {
  const board = boardInHand();
  board.show();
  board.show(called('A1', 'preparing'));
  expect(board.rings()).toBe(0);
  board.show(called('A1', 'ready'));
  board.show(called('A1', 'ready'), called('A2', 'preparing'));
  expect(board.rings()).toBe(1);
  board.show(called('A1', 'preparing'));
  board.show(called('A1', 'ready', '2026-11-21T12:05:00.000Z'));
  expect(board.rings()).toBe(2);
});

test('[RDY7] neither a reload nor a restart of the kitchen’s computer rings again, and nothing is swallowed', () => {
  const board = boardInHand();
  board.show(called('A1', 'ready'));
  expect(board.rings()).toBe(0);
  board.reload();
  board.show(called('A1', 'ready', undefined, '2'));
  expect(board.rings()).toBe(0);
  board.reload();
  board.show(called('A1', 'ready', undefined, '2'), called('A2', 'ready'));
  expect(board.rings()).toBe(1);
});

test('[CHM10] a number that became ready without a sound rings neither then nor later', () => {
  const board = boardInHand();
  board.show();
  const quiet = { ...called('A1', 'ready'), silent: true } as const;
  board.show(quiet);
  board.show(quiet, called('A2', 'preparing'));
  board.reload();
  board.show(quiet);
  expect(board.rings()).toBe(0);
  board.show(quiet, called('A2', 'ready'));
  expect(board.rings()).toBe(1);
});
