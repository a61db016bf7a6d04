import { orderStatus } from '#shared/domain/order.ts';
import { hasExpo, type Stations } from '#shared/domain/station.ts';
import { lastUndoable } from '../../store/bumped.ts';
import { heldHere } from '../../store/held.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import type { Ticket } from '../../store/ticket.ts';
import type { Board } from '../board-context.ts';
import { isHeldSaid } from '../held/held-toast.tsx';
import { hasBarred, nextStep } from '../next-step.ts';
import { prioritise, takeBackPriority } from '../prioritise.ts';
import { holdableCourses, startable } from '../sheet/possible.ts';
import { soldOutLast, soldOutNow, takeBackSoldOut } from '../sold-out.ts';
import { stayedNow } from '../stayed.ts';
import { ticketActions } from '../ticket-actions.ts';
import type { NamedAction } from './board-action.ts';
import type { Hands } from './hands.ts';
import { pressLine, pressSelected, pressWay, selectedTicket, selectInside, selectNext } from './selection.ts';
import { targetsOf } from './transfer-targets.ts';

/** Other pages of tickets; each tells the guard itself that everything has moved. */
export type PageTurns = Readonly<Record<'next' | 'previous' | 'first' | 'last' | 'round', () => void>>;

/** What each action does; one that does not apply does nothing ([KEY2]). */
export type Deeds = Readonly<Record<Exclude<NamedAction, 'ten-more' | 'zero'>, () => void>>;

export type DeedParts = {
  readonly screen: Board;
  readonly hands: Hands;
  readonly turns: PageTurns;
  readonly recallLast: () => void;
};

export function boardDeeds(parts: DeedParts): Deeds {
  const { screen, hands, turns } = parts;
  const turn = (to: keyof PageTurns) => once(screen, `page ${to}`, turns[to]);
  return {
    ...ticketDeeds(parts),
    bump: () => void pressSelected(),
    next: () => selectNext(1),
    previous: () => selectNext(-1),
    'line-down': () => selectInside(1),
    'line-up': () => selectInside(-1),
    'recall-list': () => hands.toggle('recall'),
    'held-list': () => hands.toggle('held'),
    'to-be-seen': () => pressWay('[data-to-be-seen]') || hands.say('nothingToSee'),
    counts: hands.toggleCounts,
    'page-next': turn('next'),
    'page-previous': turn('previous'),
    'page-first': turn('first'),
    'page-last': turn('last'),
    'page-round': turn('round'),
    'wipe-lock': hands.lock,
    help: () => hands.toggle('help'),
    learn: () => hands.toggle('learn'),
    back: () => dismissNewest(screen) || (hands.isCounting && hands.toggleCounts()),
  };
}

/** The notice that is seen, if there is one: none while something else is said in its place ([WRD1]). */
function dismissNewest(screen: Board): boolean {
  const { client, work, guard } = screen;
  const newest = client.store.getState().notices.at(-1);
  const isElse = work.getState().prioritised || stayedNow(screen) || soldOutNow(screen) || isHeldSaid(screen);
  if (!newest || isElse) return false;
  if (guard.allows(newest.id, true)) client.dismissNotice(newest.id);
  return true;
}

/** A second press within the guard's time is a bounce of the first ([TAP1]). */
const once =
  ({ guard }: Pick<Board, 'guard'>, name: string, act: () => void) =>
  () => {
    if (guard.isFirst(name)) act();
  };

type TicketDeed = 'undo' | 'recall-last' | 'start' | 'hold' | 'fire' | 'prioritise' | 'transfer' | 'line-done';

function ticketDeeds({ screen, hands, recallLast }: DeedParts): Pick<Deeds, TicketDeed> {
  const { client, ticker, guard } = screen;
  const actions = ticketActions(client);
  const settings = () => kitchenOf(client.store.getState()).settings;
  const on = (name: string, act: (ticket: Ticket) => void) => () => {
    const ticket = ticketBy(screen, selectedTicket());
    if (!ticket || !guard.allows(`${name}:${ticket.id}`, false)) return;
    if (orderStatus(ticket.order) === 'cancelled') hands.say('isCancelled');
    else act(ticket);
  };
  const fire = on('fire', (ticket) => {
    const { settings, stations } = kitchenOf(client.store.getState());
    const step = nextStep(ticket, settings, isPass(ticket, stations));
    if (step.kind === 'fire') actions.fire(ticket, step.course);
    else if (!actions.fireNext(ticket, ticker.now().serverMs)) showHeld(screen, hands, ticket);
  });
  return {
    undo: once(screen, 'undo', () => takeBackPriority(screen) || undoLast(screen, hands)),
    'recall-last': recallLast,
    start: on('start', (ticket) => {
      if (startable(ticket, settings())) actions.start(ticket, settings());
      else hands.say(hasBarred(ticket, settings()) ? 'allergensFirst' : 'nothingToStart');
    }),
    hold: on('hold', (ticket) => {
      if (holdableCourses(ticket).length > 0) actions.hold(ticket);
      else hands.say(hasHeld(ticket) ? 'allHeld' : 'nothingToHold');
    }),
    fire: () => (selectedTicket() === undefined ? showHeld(screen, hands, null) : fire()),
    prioritise: on('prioritise', (ticket) => prioritise(screen, ticket)),
    transfer: on('transfer', (ticket) => {
      const { stations } = kitchenOf(client.store.getState());
      if (targetsOf(ticket, stations.list).length > 0) hands.transfer(ticket.id);
      else hands.say('noOtherStation');
    }),
    'line-done': () => {
      const ticket = ticketBy(screen, selectedTicket());
      const lineIds = ticket ? toFinish(ticket, kitchenOf(client.store.getState()).stations) : [];
      if (lineIds.length > 0) pressLine(lineIds);
      else if (ticket) hands.say('nothingToFinish');
    },
  };
}

/** What *Item done* is for: never a line that a tap would take back. At the pass what is ready is handed over first. */
function toFinish(ticket: Ticket, stations: Stations): readonly string[] {
  const states = isPass(ticket, stations) ? ['ready', 'todo'] : ['todo'];
  return states.flatMap((wanted) => ticket.lines.filter(({ state }) => state === wanted).map(({ line }) => line.id));
}

const isPass = ({ viewpoint }: Ticket, stations: Stations) => viewpoint.station === null && hasExpo(stations);

const hasHeld = ({ lines }: Ticket) => lines.some(({ state }) => state === 'held');

function ticketBy({ client, tickets }: Board, id: string | undefined): Ticket | undefined {
  return tickets(client.store.getState()).find((ticket) => ticket.id === id);
}

/** What this key cannot fire by itself, or stands on no ticket, is fired in the list of all that is on hold ([FIR2]). */
function showHeld({ client }: Board, hands: Hands, ticket: Ticket | null): void {
  const held = heldHere(client.store.getState());
  if (held.length === 0) hands.say('nothingToFire');
  else hands.showHeld(held.find(({ order }) => order.id === ticket?.id)?.order.id ?? null);
}

function undoLast(screen: Board, hands: Hands): void {
  const { client, ticker } = screen;
  const soldOut = soldOutLast(screen);
  const last = lastUndoable(client.store.getState().bumped, ticker.now().steadyMs);
  if (soldOut) takeBackSoldOut(screen, soldOut);
  else if (last) client.undo(last);
  else hands.say('nothingToUndo');
}
