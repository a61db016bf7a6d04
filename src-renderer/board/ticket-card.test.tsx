import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Order } from '#shared/domain/order.ts';
import { ticketAt } from '#shared/domain/station-ticket.ts';
import {
  buildLine,
  buildOrder,
  createHeldHttp,
  createManualTimers,
  createSocketPairs,
  quietDevice,
} from '../../test/harness/screen-kit.ts';
import { createServerClock } from '../link/server-clock.ts';
import { TextProvider } from '../messages/text-context.tsx';
import { createTranslator } from '../messages/translator.ts';
import { createBoardClient } from '../store/board-client.ts';
import { createTicker } from '../store/ticker.ts';
import { createTicketSelector, type Ticket } from '../store/ticket.ts';
import { ScreenContext } from './screen-context.ts';
import { createTapGuard } from './tap-guard.ts';
import { TicketCard } from './ticket-card.tsx';

const minute = 60_000;

/** The ticket's words as drawn `ageMs` after the order, marks in brackets. */
function draw(order: Order, ageMs = 0, change: Partial<Ticket> = {}): string {
  const timers = createManualTimers();
  const serverClock = createServerClock(order.createdAtMs + ageMs);
  const client = createBoardClient({
    ...timers,
    open: createSocketPairs().open,
    ...quietDevice,
    http: createHeldHttp().send,
    serverClock,
    outboxStore: undefined,
    newKey: () => 'key',
  });
  const screen = {
    client,
    ticker: createTicker(timers, serverClock),
    tickets: createTicketSelector(),
    guard: createTapGuard(timers.nowMs),
  };
  const whole = { station: null, goal: 'completed' } as const;
  const nothing = { order, lines: [], placeMs: order.createdAtMs, sinceMs: order.createdAtMs };
  const seen = ticketAt(order, whole, order.createdAtMs + ageMs) ?? nothing;
  const ticket = { ...seen, id: order.id, viewpoint: whole, underWay: new Map(), allReady: false, ...change };
  return renderToStaticMarkup(
    <TextProvider translator={createTranslator('en')}>
      <ScreenContext value={screen}>
        <TicketCard ticket={ticket} place={undefined} box={undefined} slot={1} showSlot={false} />
      </ScreenContext>
    </TextProvider>,
  );
}

const wordsOf = (html: string) =>
  html
    .replaceAll(/<svg.*?<\/svg>/g, '')
    .replaceAll(/<[^>]+>/g, '|')
    .split('|')
    .map((word) => word.trim())
    .filter(Boolean);

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
  expect(wordsOf(draw(order, 61_000))).toEqual([
    'T 5',
    '1:01',
    'Priority',
    'Dine in',
    'A42',
    'by',
    'Ada',
    '3 guests',
    'birthday',
    '2',
    'Burger',
    'no onion',
    'well done',
    'Allergy:',
    'nuts, milk',
    'Seat 3 · Course 2',
    'Bump',
  ]);
});

test.each([
  [4 * minute, 'new', undefined],
  [5 * minute, 'warn', 'Slow'],
  [8 * minute, 'late', 'Late'],
])('[AGE1] after %i ms the band is %s, in a word too', (ageMs, band, word) => {
  const html = draw(buildOrder('1'), ageMs);
  expect(html).toContain(`data-band="${band}"`);
  expect(wordsOf(html).find((each) => each === 'Slow' || each === 'Late')).toBe(word);
});

test('a voided line stays, struck through and named', () => {
  const html = draw(buildOrder('1', { lines: [buildLine('1', { name: 'Soup', voidedAtMs: 1 }), buildLine('2')] }));
  expect(html).toMatch(/line-through[^>]*>Soup</);
  expect(wordsOf(html)).toContain('Void');
});

test('a ready line is ticked; a ticket with only ready lines is done', () => {
  const part = buildLine('1').progress[0];
  const ready = buildLine('1', { progress: part ? [{ ...part, status: 'ready' }] : [] });
  const html = draw(buildOrder('1', { lines: [ready] }), 0, { allReady: true });
  expect(html).toContain('aria-label="Ready"');
  expect(wordsOf(html).at(-1)).toBe('Done');
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
  const html = draw(buildOrder('1', { lines: [line] }), 0, { underWay: new Map([[line.id, delivery]]) });
  expect(html).toContain(`aria-label="${word}"`);
  expect(html).not.toContain('aria-label="Ready"');
});
