import { expect, test } from 'vitest';
import { restaurantId, stationId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import { contentOf } from '#shared/domain/line.ts';
import { untouched } from '#shared/domain/progress.ts';
import { firstSettings } from '#shared/domain/settings.ts';
import type { StationTicket, Viewpoint } from '#shared/domain/station-ticket.ts';
import { ticketAt } from '#shared/domain/station-ticket.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import type { Ticket } from '../store/ticket.ts';
import { lineTap, nextStep } from './next-step.ts';

const settings = firstSettings(restaurantId('main'));
const strict = { ...settings, acknowledgeAllergens: true };
const kitchen = stationId('kitchen');
const whole: Viewpoint = { station: null, goal: 'completed' };
const atStation: Viewpoint = { station: kitchen, goal: 'ready' };

function ticketOf(lines: readonly Line[], viewpoint: Viewpoint, allReady = false): Ticket {
  const seen = ticketAt(buildOrder('1', { lines }), viewpoint, 2_000_000) as StationTicket;
  return { ...seen, id: seen.order.id, viewpoint, asOfMs: seen.order.updatedAtMs, underWay: new Map(), allReady };
}

const todo = buildLine('1');
const changed = { ...todo, changedFrom: { ...contentOf(todo), quantity: 2 } };
const begun = [{ ...untouched(kitchen, 'fallback'), status: 'preparing' as const }];
const voided = buildLine('2', { voidedAtMs: 1_500_000, progress: begun });
const allergic = buildLine('3', { allergens: ['nuts'] });
const ready = buildLine('4', { progress: [{ ...untouched(kitchen, 'fallback'), status: 'ready' as const }] });

test('[CRD4] of several things to be seen, allergens come first, then changes with voids', () => {
  const lines = [changed, voided, allergic];
  expect(nextStep(ticketOf(lines, atStation), strict, false)).toMatchObject({ what: 'allergens', lineIds: ['3'] });
  expect(nextStep(ticketOf(lines, atStation), settings, false)).toMatchObject({ what: 'changes', lineIds: ['1', '2'] });
  expect(nextStep(ticketOf([todo, voided], atStation), settings, false)).toMatchObject({ what: 'voids' });
});

test('[CRD4] the pass takes no note in the place of a station, but for allergens', () => {
  expect(nextStep(ticketOf([changed], whole), settings, true)).toEqual({ kind: 'ask', about: 'not-ready' });
  expect(nextStep(ticketOf([changed, allergic], whole), strict, true)).toMatchObject({ what: 'allergens' });
  expect(nextStep(ticketOf([changed], whole), settings, false)).toMatchObject({ what: 'changes' });
});

test('[PAS3] the pass asks unless all is ready; a station never does', () => {
  expect(nextStep(ticketOf([todo, ready], whole), settings, true)).toEqual({ kind: 'ask', about: 'not-ready' });
  expect(nextStep(ticketOf([ready], whole, true), settings, true)).toEqual({ kind: 'bump' });
  expect(nextStep(ticketOf([todo, ready], atStation), settings, false)).toEqual({ kind: 'bump' });
});

test('[PAS3] a cancelled order that a station has yet to see is put away at the pass after a question only', () => {
  const cancelled = (line: Line, isPass: boolean) => {
    const order = buildOrder('1', { lines: [line], cancelledAtMs: 1_500_000 });
    const seen = ticketAt(order, whole, 2_000_000) as StationTicket;
    const ticket = { ...ticketOf([todo], whole), ...seen };
    return nextStep(ticket, settings, isPass);
  };
  const cooking = { ...voided, voidedAtMs: null };
  expect(cancelled(cooking, true)).toEqual({ kind: 'ask', about: 'not-seen' });
  expect(cancelled(cooking, false)).toEqual({ kind: 'bump' });
  expect(cancelled(ready, true)).toEqual({ kind: 'bump' });
});

test('[PAS3] a screen of the whole kitchen asks before it finishes what several stations have not begun', () => {
  const atBar = buildLine('5', { progress: [untouched(stationId('bar'), 'fallback')] });
  expect(nextStep(ticketOf([todo, atBar], whole), settings, false)).toEqual({ kind: 'ask', about: 'not-begun' });
  expect(nextStep(ticketOf([todo, allergic], whole), settings, false)).toEqual({ kind: 'bump' });
  expect(nextStep(ticketOf([ready, atBar], whole), settings, false)).toEqual({ kind: 'bump' });
  expect(nextStep(ticketOf([todo, atBar], atStation), settings, false)).toEqual({ kind: 'bump' });
});

test.each([
  ['a dish to be cooked', todo, 'ready', 'open'],
  ['one with a change', changed, 'see', 'open'],
  ['one that is called off', voided, 'ask-cooked', 'ask-cooked'],
] as const)('[LIN3] a tap on %s', (_what, line, here, atPass) => {
  const tapOn = (viewpoint: Viewpoint, isPass: boolean) => {
    const [one] = ticketOf([line], viewpoint).lines;
    return one && lineTap(one, viewpoint.goal, settings, isPass);
  };
  expect(tapOn(atStation, false)).toBe(here);
  expect(tapOn(whole, true)).toBe(atPass);
});

test('[LIN3] a tap on what is on hold says so, and begins nothing', () => {
  const held = buildLine('5', { heldAtMs: 1 });
  for (const [viewpoint, isPass] of [
    [atStation, false],
    [whole, true],
  ] as const) {
    const one = ticketOf([todo, held], viewpoint).lines[1]!;
    expect(lineTap(one, viewpoint.goal, settings, isPass)).toBe('say-held');
  }
});

test('[LIN3] what is ready is taken back, at the pass handed over', () => {
  const [one] = ticketOf([ready, todo], whole).lines;
  if (!one) throw new Error('there is no line');
  const tap = (state: 'ready' | 'done', isPass: boolean) => lineTap({ ...one, state }, 'completed', settings, isPass);
  expect([tap('ready', false), tap('ready', true)]).toEqual(['back', 'hand-over']);
  expect([tap('done', false), tap('done', true)]).toEqual(['back', 'none']);
});

test('[LIN3] what the pass has handed over is with the guest, and no tap at its station has it cooked again', () => {
  const share = (status: 'ready' | 'completed') => [{ ...untouched(kitchen, 'fallback'), status }];
  const [cooked, eaten] = [
    buildLine('7', { progress: share('ready') }),
    buildLine('8', { progress: share('completed') }),
  ];
  const taps = (viewpoint: Viewpoint) =>
    ticketOf([todo, cooked, eaten], viewpoint).lines.map((one) => lineTap(one, viewpoint.goal, settings, false));
  expect(taps(atStation)).toEqual(['ready', 'back', 'none']);
  expect(taps({ station: kitchen, goal: 'completed' })).toEqual(['ready', 'back', 'back']);
});

test('[PAS3] what was called off dish by dish is put away at the pass like a cancelled order', () => {
  const seen = { ...voided, progress: begun.map((part) => ({ ...part, acknowledgedAtMs: 1_600_000 })) };
  const eaten = buildLine('8', { progress: [{ ...untouched(kitchen, 'fallback'), status: 'completed' }] });
  expect(nextStep(ticketOf([voided], whole), settings, true)).toEqual({ kind: 'ask', about: 'not-seen' });
  expect(nextStep(ticketOf([eaten, voided], whole), settings, true)).toEqual({ kind: 'ask', about: 'not-seen' });
  expect(
    nextStep(ticketOf([{ ...voided, progress: [untouched(kitchen, 'fallback')] }, todo], whole), settings, true),
  ).toEqual({
    kind: 'ask',
    about: 'not-ready',
  });
  const ahead = buildLine('9', { heldAtMs: 1, course: 2 });
  expect(nextStep(ticketOf([voided, ahead], whole), settings, true)).toEqual({ kind: 'ask', about: 'not-seen' });
  expect(ticketAt(buildOrder('1', { lines: [seen] }), whole, 2_000_000)).toBeUndefined();
});

test('[CRD5] where there is no expo, a station’s large button fires what is on hold there, the first course first', () => {
  const alone: Viewpoint = { station: kitchen, goal: 'completed' };
  const held = [buildLine('5', { course: 3, heldAtMs: 1 }), buildLine('6', { course: 2, heldAtMs: 1 })];
  expect(nextStep(ticketOf(held, alone), settings, false)).toEqual({ kind: 'fire', course: 2 });
  expect(nextStep(ticketOf([...held, todo], alone), settings, false)).toEqual({ kind: 'bump' });
});

test('[CRD5] a dish of the course before that comes by itself is begun first', () => {
  const done = buildLine('7', { course: 1, progress: [{ ...untouched(kitchen, 'fallback'), status: 'completed' }] });
  const later = buildLine('8', { course: 1, startsAtMs: 3_000_000 });
  const held = buildLine('9', { course: 2, heldAtMs: 1 });
  expect(nextStep(ticketOf([done, later, held], whole), settings, true)).toEqual({ kind: 'fire', course: 1 });
});
