import type { StoreApi } from 'zustand/vanilla';
import { hasExpo } from '#shared/domain/station.ts';
import { ticketAt, viewpointOf } from '#shared/domain/station-ticket.ts';
import type { ScreenCommand } from '../outbox/screen-command.ts';
import type { SentCommand } from '../store/delivery.ts';
import { freshness } from '../store/freshness.ts';
import { kitchenOf, type ScreenState } from '../store/screen-state.ts';
import type { Ticker } from '../store/ticker.ts';
import type { Ticket, TicketSelector } from '../store/ticket.ts';
import { createAlarm } from './alarm.ts';
import type { Bell } from './bell.ts';
import type { ChimeMemory } from './chime-memory.ts';
import { createChimer } from './chimer.ts';
import type { HeardTicket } from './marks.ts';

export type EarsDeps = {
  readonly store: StoreApi<ScreenState>;
  readonly tickets: TicketSelector;
  readonly ticker: Ticker;
  readonly memory: ChimeMemory;
  readonly bell: Bell;
};

/** Listens to one board: at every change of what it shows, and once a second for what time alone brings. */
export function listenTo({ store, tickets, ticker, memory, bell }: EarsDeps): void {
  const chimer = createChimer(memory);
  const alarm = createAlarm();
  let last: ScreenState | undefined;

  function look(): void {
    const state = store.getState();
    const before = last ?? state;
    last = state;
    if (state.kitchen === undefined || state.session.phase !== 'signed-in') return;
    const shown = tickets(state);
    const { settings } = state.kitchen;
    const nowMs = ticker.now().serverMs;
    const about = state.station ?? '';
    const confirmed = (ticket: Ticket) =>
      isBroughtBack(ticket, state, before) ? undefined : withoutOwn(ticket, state);
    const rings = chimer.look({ about, tickets: shown, confirmed, settings, nowMs });
    bell.ring(rings.map(({ kind }) => kind));
    const loudness = mayNag(state) ? alarm.look(shown, settings, nowMs) : undefined;
    if (loudness !== undefined) bell.ring(['new'], loudness);
  }

  /** Old news must not nag, and who only hands over has nothing to begin ([CHM7]). */
  function mayNag(state: ScreenState): boolean {
    const { station, provenAtMs } = state;
    const { stations } = kitchenOf(state);
    const isPass = hasExpo(stations) && viewpointOf(stations, station).station === null;
    const isFresh = provenAtMs !== null && freshness(ticker.now().steadyMs - provenAtMs) !== 'lost';
    return isFresh && !isPass;
  }

  store.subscribe((state) => {
    if (last === undefined || changesTickets(state, last)) look();
  });
  ticker.subscribe(look);
}

const changesTickets = (state: ScreenState, last: ScreenState) =>
  state.kitchen !== last.kitchen ||
  state.pending !== last.pending ||
  state.station !== last.station ||
  state.momentMs !== last.momentMs ||
  state.session !== last.session;

/** The ticket as it would be without what was tapped here and is under way ([CHM5]). */
function withoutOwn(ticket: Ticket, state: ScreenState): HeardTicket | undefined {
  const isUnderWay = state.pending.some(({ command }) => 'orderId' in command && command.orderId === ticket.id);
  if (!isUnderWay) return ticket;
  const order = kitchenOf(state).orders.get(ticket.id);
  const seen = order && ticketAt(order, ticket.viewpoint, state.momentMs);
  return seen && { ...seen, viewpoint: ticket.viewpoint };
}

/**
 * A closed order is not among those that a tap can be hoped for, and an undo may wait for the kitchen: what they bring
 * back comes as news, and is this screen's own all the same.
 */
function isBroughtBack({ id, order }: Ticket, state: ScreenState, before: ScreenState): boolean {
  const isMeant = ({ command }: { readonly command: ScreenCommand }) =>
    (command.kind === 'order.recall' || command.kind === 'order.undo') && command.orderId === id;
  const isDone = (one: SentCommand) => isMeant(one) && one.answer.version === order.version;
  return state.sent.some(isDone) || state.pending.some(isMeant) || before.pending.some(isMeant);
}
