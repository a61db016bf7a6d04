import { expect, test } from 'vitest';
import { createTapGuard } from './tap-guard.ts';

function guardInHand() {
  const clock = { now: 0 };
  return { clock, guard: createTapGuard(() => clock.now) };
}

test('[TAP1] a second tap on the same thing within 250 ms does not count', () => {
  const { clock, guard } = guardInHand();
  expect(guard.allows('line 1', false)).toBe(true);
  clock.now = 249;
  expect(guard.allows('line 1', false)).toBe(false);
  clock.now = 250;
  expect(guard.allows('line 1', false)).toBe(true);
});

test('[TAP1] quick taps on different lines all count', () => {
  const { clock, guard } = guardInHand();
  guard.allows('line 1', false);
  clock.now = 90;
  expect(guard.allows('line 2', false)).toBe(true);
});

test('[TAP1] a bounce is known also when another tap came between', () => {
  const { clock, guard } = guardInHand();
  guard.allows('ticket 1', false);
  clock.now = 90;
  guard.allows('ticket 2', false);
  clock.now = 180;
  expect(guard.allows('ticket 1', false)).toBe(false);
});

test('[TAP1] after a tap that moves others, what slides under the finger is not hit by the same tap', () => {
  const { clock, guard } = guardInHand();
  guard.allows('ticket 1', true);
  clock.now = 90;
  expect(guard.allows('ticket 2', true)).toBe(false);
  expect(guard.allows('line 3', false)).toBe(false);
  clock.now = 250;
  expect(guard.allows('ticket 2', true)).toBe(true);
});

test('[TAP1] what slides by itself, or because of another screen, is not hit by a finger that was on its way', () => {
  const { clock, guard } = guardInHand();
  clock.now = 1000;
  guard.slid();
  clock.now = 1599;
  expect(guard.allows('ticket 2', true)).toBe(false);
  clock.now = 1600;
  expect(guard.allows('ticket 2', true)).toBe(true);
});

test('[TAP1] a tap on a ticket that stands still counts, whatever another one does; keys go by what is selected', () => {
  const { clock, guard } = guardInHand();
  guard.slid(['ticket 1', 'ticket 2']);
  clock.now = 100;
  guard.slid(['ticket 2']);
  clock.now = 599;
  expect(guard.allows('bump 1', false, 'ticket 1')).toBe(false);
  expect(guard.allows('bump 3', false, 'ticket 3')).toBe(true);
  expect(guard.allows('bump 1', false)).toBe(true);
  clock.now = 699;
  expect(guard.allows('other 1', false, 'ticket 1')).toBe(true);
  expect(guard.allows('other 2', false, 'ticket 2')).toBe(false);
  clock.now = 700;
  expect(guard.allows('other 2', false, 'ticket 2')).toBe(true);
});

test('[TAP1] what a hand has moved meanwhile makes the time after a slide no shorter', () => {
  const { clock, guard } = guardInHand();
  guard.slid();
  clock.now = 300;
  guard.moved();
  clock.now = 599;
  expect(guard.allows('ticket 2', true)).toBe(false);
  clock.now = 600;
  expect(guard.allows('ticket 2', true)).toBe(true);
});

test('[TAP1] a page that a hand has turned is guarded for as long as a bounce takes', () => {
  const { clock, guard } = guardInHand();
  clock.now = 1000;
  guard.moved();
  clock.now = 1249;
  expect(guard.allows('ticket 2', true)).toBe(false);
  clock.now = 1250;
  expect(guard.allows('ticket 2', true)).toBe(true);
});

test('[TAP1] a key that means the same wherever things stand is not held up by what slides, only by its own bounce', () => {
  const { clock, guard } = guardInHand();
  guard.moved();
  expect(guard.isFirst('recall last')).toBe(true);
  clock.now = 249;
  expect(guard.isFirst('recall last')).toBe(false);
  clock.now = 250;
  expect(guard.isFirst('recall last')).toBe(true);
});

test('[TAP1] a sheet that opens is not hit by the tap that opened it; after that, what slides below it is none of its concern', () => {
  const { clock, guard } = guardInHand();
  const above = guard.above();
  expect(above.allows('fire', false)).toBe(false);
  clock.now = 300;
  guard.moved();
  expect(above.allows('fire', false)).toBe(true);
  expect(guard.allows('ticket 1', false)).toBe(false);
});

test('[TAP1] the cross of a sheet is not hit by the tap that opened it', () => {
  const { clock, guard } = guardInHand();
  clock.now = 1000;
  const sheet = guard.above();
  expect(sheet.isClear()).toBe(false);
  clock.now = 1250;
  expect(sheet.isClear()).toBe(true);
});

test('[TAP1] of two sheets the lower one is not hit by the tap that closed the upper one', () => {
  const { clock, guard } = guardInHand();
  const lower = guard.above();
  clock.now = 1000;
  guard.above();
  clock.now = 2000;
  guard.uncovered();
  clock.now = 2100;
  expect([lower.isClear(), lower.allows('help', true)]).toEqual([false, false]);
  clock.now = 2250;
  expect([lower.isClear(), lower.allows('help', true)]).toEqual([true, true]);
});
