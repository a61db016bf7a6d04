import { renderToStaticMarkup } from 'react-dom/server';
import { emptyKitchen } from '#shared/domain/apply.ts';
import { type StationId, stationId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { type Progress, untouched, type WorkStatus } from '#shared/domain/progress.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Station } from '#shared/domain/station.ts';
import { type Board, BoardContext } from '../../src-renderer/board/board-context.ts';
import { createScreenWork } from '../../src-renderer/board/screen-work.ts';
import { createStillness } from '../../src-renderer/board/stillness.ts';
import { TicketCard } from '../../src-renderer/board/ticket-card.tsx';
import { createServerClock } from '../../src-renderer/link/server-clock.ts';
import { TextProvider } from '../../src-renderer/messages/text-context.tsx';
import { createTranslator } from '../../src-renderer/messages/translator.ts';
import { ScreenContext } from '../../src-renderer/screen/screen-context.ts';
import { createTapGuard } from '../../src-renderer/screen/tap-guard.ts';
import { createDrafts } from '../../src-renderer/store/drafts.ts';
import { createScreenClient } from '../../src-renderer/store/screen-client.ts';
import { createTicker } from '../../src-renderer/store/ticker.ts';
import { createTicketSelector, type Ticket } from '../../src-renderer/store/ticket.ts';
import { createHeldHttp, createManualTimers, createSocketPairs, quietDevice } from './screen-kit.ts';

const station = (id: string, change: Partial<Station> = {}): Station => ({
  id: stationId(id),
  name: id.charAt(0).toUpperCase() + id.slice(1),
  kind: 'prep',
  categories: [],
  items: [],
  next: null,
  ...change,
});
export const [grill, fryer, expo] = [station('grill'), station('fryer'), station('expo', { kind: 'expo' })];
export const stations = [grill, fryer, expo];

/** A share of a line at one of them. */
export const share = (at: Station, status: WorkStatus = 'pending', after: Station | null = null): Progress => ({
  ...untouched(at.id, 'category', after ? [after.id] : []),
  status,
  readyAtMs: status === 'ready' ? 1_000_000 : null,
});

export type Look = {
  /** Since the order came. */
  readonly ageMs?: number;
  /** Whose screen it is. */
  readonly at?: StationId | null;
  readonly stations?: readonly Station[];
  readonly settings?: Partial<Settings>;
  readonly change?: Partial<Ticket>;
};

/** What a board is made of, by a server whose clock stands at `nowMs`; linked to nothing. */
export function quietScreen(nowMs: number): Board {
  const timers = createManualTimers();
  const serverClock = createServerClock(nowMs);
  const client = createScreenClient({
    ...timers,
    open: createSocketPairs().open,
    ...quietDevice,
    http: createHeldHttp().send,
    serverClock,
    outboxStore: undefined,
    newKey: () => 'key',
  });
  return {
    client,
    ticker: createTicker(timers, serverClock),
    tickets: createTicketSelector(),
    guard: createTapGuard(timers.nowMs),
    Settings: () => null,
    still: createStillness(timers.nowMs),
    work: createScreenWork(),
    drafts: createDrafts(timers).store,
  };
}

/** The ticket as a screen draws it. */
export function draw(order: Order, { ageMs = 0, at = null, stations, settings, change }: Look = {}): string {
  const screen = quietScreen(order.createdAtMs + ageMs);
  const { client } = screen;
  const site = {
    stations: stations ? { ...emptyKitchen.stations, list: stations } : emptyKitchen.stations,
    settings: { ...emptyKitchen.settings, ...settings },
  };
  const kitchen = { ...emptyKitchen, ...site, orders: new Map([[order.id, order]]) };
  client.store.setState({ kitchen, station: at, momentMs: order.createdAtMs + ageMs });
  const [seen] = screen.tickets(client.store.getState());
  if (!seen) throw new Error('there is no ticket');
  const ticket = { ...seen, ...change };
  return renderToStaticMarkup(
    <TextProvider translator={createTranslator('en')}>
      <ScreenContext value={screen}>
        <BoardContext value={screen}>
          <TicketCard ticket={ticket} place={undefined} box={undefined} slot={1} slotKey={undefined} />
        </BoardContext>
      </ScreenContext>
    </TextProvider>,
  );
}

/** What is to be seen on it, without pictures, in order. */
export const wordsOf = (html: string) =>
  html
    .replaceAll(/<span class="sr-only">.*?<\/span>/g, '')
    .replaceAll(/<svg.*?<\/svg>/g, '')
    .replaceAll(/<[^>]+>/g, '|')
    .split('|')
    .map((word) => word.trim())
    .filter(Boolean);
