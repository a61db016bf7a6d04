import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { applyAll, emptyKitchen } from '#shared/domain/apply.ts';
import { buildLine, buildOrder, createManualTimers } from '../../test/harness/screen-kit.ts';
import { watchDue } from './due-watch.ts';
import { firstState, type ScreenState } from './screen-state.ts';
import { createTicketSelector } from './ticket.ts';

const minuteMs = 60_000;

/** A dish for now and one for half past; the kitchen's clock is as far ahead of the test's as it says. */
function watching() {
  const timers = createManualTimers();
  const clock = { aheadMs: 0 };
  const store = createStore<ScreenState>(() => firstState);
  watchDue(store, { ...timers, serverClock: { at: (steadyMs) => steadyMs + clock.aheadMs } });
  const lines = [buildLine('1.1'), buildLine('1.2', { startsAtMs: 30 * minuteMs })];
  store.setState({ kitchen: applyAll(emptyKitchen, [{ order: buildOrder('1', { lines }) }]) });
  const select = createTicketSelector();
  const states = () => select(store.getState()).flatMap((ticket) => ticket.lines.map(({ state }) => state));
  return { timers, clock, store, states };
}

test('[SCH1] what is for later begins at its moment', () => {
  const { timers, states } = watching();
  expect(states()).toEqual(['todo', 'later']);
  timers.advance(30 * minuteMs - 1);
  expect(states()).toEqual(['todo', 'later']);
  timers.advance(1);
  expect(states()).toEqual(['todo', 'todo']);
});

test('[SCH1] [CLK1] when the kitchen’s clock was fast and is set right, what is for later is for later again', () => {
  const { timers, clock, states } = watching();
  clock.aheadMs = 60 * minuteMs;
  timers.advance(minuteMs);
  expect(states()).toEqual(['todo', 'todo']);
  clock.aheadMs = 0;
  timers.advance(minuteMs);
  expect(states()).toEqual(['todo', 'later']);
  timers.advance(28 * minuteMs);
  expect(states()).toEqual(['todo', 'todo']);
});

test('[SCH1] what has begun does not go back for a clock that wavers', () => {
  const { timers, clock, store, states } = watching();
  timers.advance(30 * minuteMs);
  clock.aheadMs = -1000;
  store.setState(({ kitchen }) => ({ kitchen: applyAll(kitchen ?? emptyKitchen, []) }));
  expect(states()).toEqual(['todo', 'todo']);
});
