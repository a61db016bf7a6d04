import { expect, test } from 'vitest';
import { contentOf, type Line } from '#shared/domain/line.ts';
import { ticketAt } from '#shared/domain/station-ticket.ts';
import { buildLine, buildOrder } from '../../../test/harness/screen-kit.ts';
import { grill, share } from '../../../test/harness/ticket-drawing.tsx';
import type { SlotBoard } from '../../store/slot-board.ts';
import { hasAllergy, isToBeSeen, unseenElsewhere } from './to-be-seen.ts';

const dish = (change: Partial<Line> = {}) => buildLine('1', { progress: [share(grill)], ...change });
const ticketOf = (...lines: readonly Line[]) => {
  const seen = ticketAt(buildOrder('1', { lines }), { station: grill.id, goal: 'ready' }, 2_000_000);
  if (!seen) throw new Error('there is no ticket');
  return seen;
};
const noted = { progress: [{ ...share(grill), acknowledgedAtMs: 1_900_000 }] };
const changed = { changedFrom: { ...contentOf(dish()), quantity: 5 }, changedAtMs: 1_500_000 };

test.each<[string, boolean, Partial<Line>]>([
  ['a change', true, changed],
  ['a change that was seen here', false, { ...changed, ...noted }],
  ['a void', true, { voidedAtMs: 1_500_000 }],
  ['an addition', true, { addition: 1 }],
  ['an addition that was seen', false, { addition: 1, ...noted }],
  ['an addition that was begun', false, { addition: 1, progress: [share(grill, 'preparing')] }],
  ['a new dish', false, {}],
  ['allergens', false, { allergens: ['nuts'] }],
])('[OVW4] %s is to be seen: %s; at the pass its stations see it', (_what, isUnseen, change) => {
  const ticket = ticketOf(buildLine('2', { progress: [share(grill)] }), dish(change));
  expect(isToBeSeen(ticket, false)).toBe(isUnseen);
  expect(isToBeSeen(ticket, true)).toBe(false);
});

test('[OVW4] an allergy is marked until its dish is done or called off', () => {
  const nuts = { allergens: ['nuts'] };
  const other = buildLine('2', { progress: [share(grill)] });
  expect(hasAllergy(ticketOf(dish(nuts)))).toBe(true);
  expect(hasAllergy(ticketOf(other, dish({ ...nuts, progress: [share(grill, 'ready')] })))).toBe(false);
  expect(hasAllergy(ticketOf(other, dish({ ...nuts, voidedAtMs: 1_500_000 })))).toBe(false);
});

test('[OVW4] the next of other pages is behind this one, and after the last the first; gaps and this page are none', () => {
  const [news, old] = [ticketOf(dish(changed)), ticketOf(dish())];
  const slots = [news, news, news, old, news, news].map((ticket, index) => ({
    id: String(index),
    ticket,
    goneAtMs: index === 5 ? 1 : null,
  }));
  const board = { slots, pages: { starts: [0, 2], count: 2 } } as unknown as Pick<SlotBoard, 'slots' | 'pages'>;
  expect(unseenElsewhere(board, false)).toEqual([4, 0, 1]);
  expect(unseenElsewhere(board, true)).toEqual([]);
  expect(unseenElsewhere({ ...board, pages: { starts: [0], count: 6 } }, false)).toEqual([]);
});
