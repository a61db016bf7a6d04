import type { StoreApi } from 'zustand/vanilla';
import type { Bell } from '../sound/bell.ts';
import type { ChimeMemory } from '../sound/chime-memory.ts';
import type { ScreenState } from '../store/screen-state.ts';
import type { Ticker } from '../store/ticker.ts';
import { type Heard, heardIn, isHandedOver } from './heard.ts';
import { waitsTooLongMs } from './orders/waits.ts';

export type FloorEars = {
  readonly store: StoreApi<ScreenState>;
  readonly ticker: Pick<Ticker, 'now' | 'subscribe'>;
  readonly bell: Pick<Bell, 'ring'>;
  readonly vibrate: (pattern: readonly number[]) => void;
  /** What this device has rung for, by person: it outlives a reload, and whoever has the device meanwhile. */
  readonly memory: ChimeMemory;
};

/** Late plates come in rows and stand there in red: one alarm speaks for all of them ([CHM6]). */
const rushMs = 15_000;
const loudest = 3;

/** What was learned of a dish: that it is ready, that nobody fetched it, that others were called to it; and of a table that it asks. */
const names = { ready: 'r', late: 'l', call: 'c', asked: 'a' } as const;
/** So that a person who has heard nothing yet is not taken for one who was never here. */
const begun = 'begun';

/**
 * Tells whoever took an order that something of it stands ready, once for each dish ([PUP1]); louder when nobody has
 * fetched it for two minutes ([PUP2]), and then all others as well ([PUP3]). All of it comes from comparing what the
 * kitchen says with what this device has rung for, so neither a reload nor a lost link repeats or swallows it.
 */
export function listenForReady({ store, ticker, bell, vibrate, memory }: FloorEars): void {
  let known: Heard | undefined;
  let last: ScreenState | undefined;
  const rangAtMs = { late: Number.NEGATIVE_INFINITY, call: Number.NEGATIVE_INFINITY };

  function look(): void {
    const state = store.getState();
    last = state;
    const before = known;
    known = heardIn(state);
    if (known && state.session.phase === 'signed-in') listen(known, before, state, state.session.person.userId);
  }

  function listen(now: Heard, before: Heard | undefined, state: ScreenState, userId: string): void {
    const isStrange = takeUp(userId);
    const isReady = learn(names.ready, [...now.ready.keys()]) || (before !== undefined && isHandedOver(before, state));
    const isLate = inTime('late', overdue(now.ready));
    const isAsked = learn(names.asked, askedIn(state)) && !isStrange;
    const isCalled = isStrange ? learnSilently(now.others) : inTime('call', overdue(now.others));
    if (isReady && !isStrange) bell.ring(['ready']);
    if (isLate) bell.ring(['late'], loudest);
    if (isCalled || isAsked) bell.ring(['call']);
    // One pattern at a time: a device stops the first when the second begins.
    if (isLate) vibrate([300, 150, 300, 150, 300]);
    else if (isCalled || isAsked) vibrate([80, 60, 80, 60, 500]);
    else if (isReady && !isStrange) vibrate([200, 100, 200]);
  }

  /** Whose ears these are; on a device that knows nothing of them what stands there is no news ([CHM4]). */
  function takeUp(userId: string): boolean {
    if (memory.about() !== userId) memory.turnTo(userId);
    const isStrange = memory.isEmpty();
    if (isStrange) memory.learn([begun]);
    return isStrange;
  }

  /** Whether any of them is news. */
  function learn(kind: string, keys: readonly string[]): boolean {
    const fresh = keys.map((key) => `${kind}/${key}`).filter((name) => !memory.knows(name));
    if (fresh.length > 0) memory.learn(fresh);
    return fresh.length > 0;
  }

  function learnSilently(others: Heard['others']): boolean {
    learn(names.call, overdue(others));
    return false;
  }

  /** In a rush it waits for its turn, and is not forgotten by that. */
  function inTime(kind: 'late' | 'call', keys: readonly string[]): boolean {
    const { steadyMs } = ticker.now();
    if (steadyMs - rangAtMs[kind] < rushMs || !learn(names[kind], keys)) return false;
    rangAtMs[kind] = steadyMs;
    return true;
  }

  const overdue = (since: ReadonlyMap<string, number>): readonly string[] => {
    const { serverMs } = ticker.now();
    return [...since].flatMap(([key, sinceMs]) => (serverMs - sinceMs >= waitsTooLongMs ? key : []));
  };

  store.subscribe((state) => {
    if (!last || state.kitchen !== last.kitchen || state.pending !== last.pending || state.session !== last.session)
      look();
  });
  ticker.subscribe(look);
}

/** Guests who wait for a waiter ([SLF2]). */
const askedIn = (state: ScreenState): readonly string[] =>
  [...(state.kitchen?.selfOrders.values() ?? [])].flatMap(({ id, state: now }) => (now === 'waiting' ? [id] : []));
