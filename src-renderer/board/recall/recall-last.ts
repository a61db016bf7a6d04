import { bumpedShare } from '#shared/domain/bumped-share.ts';
import { type Order, orderStatus } from '#shared/domain/order.ts';
import { type Viewpoint, viewpointOf } from '#shared/domain/station-ticket.ts';
import { type Bumped, bumpedLines, lastUndoable } from '../../store/bumped.ts';
import { kitchenOf, type ScreenState } from '../../store/screen-state.ts';
import type { Board } from '../board-context.ts';
import type { Hint } from '../keys/hands.ts';
import { returningLines } from './dishes.ts';

/**
 * The last bump of this screen, else of its station today, comes back with its old clock ([RCL6]): whoever presses
 * that key has bumped by mistake. What was put on hold, fired or given away a moment ago is undone: no recall brings it back.
 * What to say when nothing comes.
 */
export async function recallLast({ client, ticker, tickets }: Recaller): Promise<Hint | null> {
  const state = client.store.getState();
  const fresh = lastUndoable(state.bumped, ticker.now().steadyMs);
  if (fresh && fresh.deed.kind !== 'bump') return said(client.undo(fresh));
  const viewpoint = viewpointOf(kitchenOf(state).stations, state.station);
  // Asked anew each time: while the kitchen answers, the press before may have brought its ticket back.
  const isGone = ({ id }: Order) => isAway(client.store.getState(), tickets, id);
  const own = state.bumped
    .filter(({ after, station, deed }) => deed.kind === 'bump' && station === viewpoint.station && isGone(after))
    .filter(({ after }) => !isCalledOff(state, after))
    .toReversed();
  const recallOwn = (one: Bumped) => client.recall(one.after, viewpoint.station, true, bumpedLines(one));
  const [next] = own;
  if (next && !isElsewhere(state, next.after)) return said(recallOwn(next));
  const page = await client.bumpedToday({ station: viewpoint.station, search: '', cursor: null });
  if (!page) return next ? said(recallOwn(next)) : 'recallNeedsKitchen';
  const there = page.tickets.filter(({ order }) => isGone(order) && canComeBack(order, viewpoint, state.momentMs));
  const isThere = ({ after: { id } }: Bumped) => there.some(({ order }) => order.id === id);
  const mine = own.find((one) => isGone(one.after) && (!isElsewhere(state, one.after) || isThere(one)));
  if (mine) return said(recallOwn(mine));
  const [last] = there;
  if (!last) return 'nothingToRecall';
  return said(client.recall(last.order, viewpoint.station, true, returningLines(last.order, viewpoint)));
}

type Recaller = Pick<Board, 'client' | 'ticker' | 'tickets'>;

/** Done: there is nothing to say. */
const said = (_: unknown): null => null;

function isCalledOff(state: ScreenState, { id }: Order): boolean {
  const order = kitchenOf(state).orders.get(id);
  return order !== undefined && orderStatus(order) === 'cancelled';
}

/** Something that was done since has taken it off every board: handed over, called off, merged away. The kitchen knows. */
const isElsewhere = (state: ScreenState, { id, version }: Order): boolean =>
  (state.kitchen?.closed.get(id) ?? 0) > version;

const isAway = (state: ScreenState, tickets: Board['tickets'], id: string) =>
  !isComingBack(state, id) && tickets(state).every((ticket) => ticket.id !== id);

/** Somebody on this screen has asked for it, and it is not there yet. */
export const isComingBack = ({ pending }: Pick<ScreenState, 'pending'>, id: string): boolean =>
  pending.some(({ command }) => command.kind === 'order.recall' && command.orderId === id);

function canComeBack(order: Order, viewpoint: Viewpoint, nowMs: number): boolean {
  const share = bumpedShare(order, viewpoint, nowMs);
  return share !== undefined && !share.isCancelled && !share.isCleared;
}
