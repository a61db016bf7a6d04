import { beforeEach, expect, test } from 'vitest';
import type { Caller } from '../ports.ts';
import { createStreamRegistry, type Member, type StreamRegistry } from './stream-registry.ts';

const callerOf = (name: string) =>
  ({ restaurantId: 'r', subject: name, deviceId: name, jti: name, role: 'kitchen' }) as unknown as Caller;

function memberOf(name: string, transport: 'websocket' | 'polling' = 'websocket'): Member {
  const about = { caller: callerOf(name), transport, tab: `tab-${name}`, screen: undefined, isWhole: true };
  return { about, beat: nothing, whisper: nothing, confirm: nothing, close: nothing } as unknown as Member;
}
const nothing = () => undefined;

let nowMs: number;
let registry: StreamRegistry;
const comer = (name: string) => ({ tab: `tab-${name}`, caller: callerOf(name) });
const hasRoom = (name: string) => registry.hasRoom(comer(name));

function stay(name: string, forMs: number, transport?: 'polling'): void {
  const member = memberOf(name, transport);
  registry.join(member, 0);
  nowMs += forMs;
  registry.leave(member);
}

beforeEach(() => {
  nowMs = 0;
  registry = createStreamRegistry(2, () => nowMs);
});

test('[FUL2] the place of a page that was cut off is nobody else’s for 30 s', () => {
  stay('grill', 5000);
  registry.join(memberOf('bar'), 0);
  expect([hasRoom('thief'), registry.hasRoom(), hasRoom('grill')]).toEqual([false, false, true]);
  expect(registry.hasRoom({ tab: 'tab-grill' })).toBe(true);
  expect(registry.hasRoom({ tab: 'tab-grill', caller: callerOf('thief') })).toBe(false);
  nowMs += 29_999;
  expect(hasRoom('thief')).toBe(false);
  nowMs += 1;
  expect([hasRoom('thief'), hasRoom('grill')]).toEqual([true, true]);
});

test('[FUL2] who comes back has one place, and has no second one kept', () => {
  stay('grill', 5000);
  registry.join(memberOf('grill'), 0);
  expect(hasRoom('bar')).toBe(true);
  registry.join(memberOf('bar'), 0);
  expect([hasRoom('thief'), hasRoom('grill'), hasRoom('bar')]).toEqual([false, true, true]);
});

test('[FUL2] who was hardly in has nothing kept; who comes back at once was in all the time', () => {
  stay('passer-by', 4999);
  registry.join(memberOf('bar'), 0);
  expect(hasRoom('grill')).toBe(true);

  stay('grill', 5000);
  stay('grill', 1);
  expect([hasRoom('thief'), hasRoom('grill')]).toEqual([false, true]);
});

test('[FUL2] [TAB1] an older connection of the same page that ends late takes nothing away', () => {
  const older = memberOf('grill');
  registry.join(older, 0);
  nowMs += 60_000;
  registry.join(memberOf('grill'), 0);
  registry.leave(older);
  registry.join(memberOf('bar'), 0);
  expect([hasRoom('thief'), hasRoom('grill')]).toEqual([false, true]);
});

test('[FUL2] [POL1] a page that polls keeps its place from one poll to the next, once it has for 5 s', () => {
  stay('grill', 25_000, 'polling');
  registry.join(memberOf('bar'), 0);
  expect([hasRoom('thief'), hasRoom('grill')]).toEqual([false, true]);
});

test('[FUL2] ten thousand passers-by leave nothing behind', () => {
  for (let n = 0; n < 10_000; n++) stay(`passer-by ${n}`, 1);
  expect([hasRoom('grill'), hasRoom('bar')]).toEqual([true, true]);
});
