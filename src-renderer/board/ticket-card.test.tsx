import { expect, test } from 'vitest';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { draw, wordsOf } from '../../test/harness/ticket-drawing.tsx';

const minute = 60_000;

test('a ticket says who, how long, and what', () => {
  const order = buildOrder('42', {
    type: 'dine_in',
    tableNumber: '5',
    covers: 3,
    serverName: 'Ada',
    notes: 'birthday',
    priority: 'high',
    lines: [
      buildLine('1', {
        name: 'Burger',
        quantity: 2,
        modifiers: [{ name: 'no onion', price: 0 }],
        notes: 'well done',
        seat: 3,
        course: 2,
        allergens: ['nuts', 'milk'],
      }),
    ],
  });
  expect(wordsOf(draw(order, { ageMs: 61_000 }))).toEqual([
    'T 5',
    '1:01',
    '/ 5',
    'Priority',
    'Dine in',
    'A42',
    'by',
    'Ada',
    '3 guests',
    'birthday',
    'Course 2',
    '2',
    'Burger',
    'no onion',
    'well done',
    'Allergy:',
    'nuts, milk',
    'Seat 3',
    'Bump',
    'More',
  ]);
});

test.each([
  [4 * minute, 'new', undefined],
  [5 * minute, 'warn', 'Slow'],
  [8 * minute, 'late', 'Late'],
])('[AGE1] after %i ms the band is %s, in a word too', (ageMs, band, word) => {
  const html = draw(buildOrder('1'), { ageMs });
  expect(html).toContain(`data-band="${band}"`);
  expect(wordsOf(html).find((each) => each === 'Slow' || each === 'Late')).toBe(word);
});

test('a voided line stays, struck through and named', () => {
  const html = draw(buildOrder('1', { lines: [buildLine('1', { name: 'Soup', voidedAtMs: 1 }), buildLine('2')] }));
  expect(html).toMatch(/line-through[^>]*>Soup</);
  expect(wordsOf(html)).toContain('Cancelled - do not cook');
});

test('a ready line is ticked; a ticket with only ready lines is done', () => {
  const part = buildLine('1').progress[0];
  const ready = buildLine('1', { progress: part ? [{ ...part, status: 'ready' }] : [] });
  const html = draw(buildOrder('1', { lines: [ready] }));
  expect(html).toContain('aria-label="Ready"');
  expect(wordsOf(html)).toContain('Done');
});

test('what guests and waiters write is text, not markup', () => {
  const html = draw(buildOrder('1', { notes: '<img src=x onerror=alert(1)>' }));
  expect(html).not.toContain('<img');
  expect(wordsOf(html)).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

test.each([
  ['sending', 'Sending'],
  ['kept', 'Kept on this tablet'],
] as const)('[DLV1] a ready line that the kitchen has not got is marked as %s, in a word too', (delivery, word) => {
  const line = { ...buildLine('1.1'), progress: [{ ...buildLine('1.1').progress[0]!, status: 'ready' as const }] };
  const html = draw(buildOrder('1', { lines: [line] }), { change: { underWay: new Map([[line.id, delivery]]) } });
  expect(html).toContain(`aria-label="${word}"`);
  expect(html).not.toContain('aria-label="Ready"');
});
