import { bumpedShare } from '#shared/domain/bumped-share.ts';
import type { Order } from '#shared/domain/order.ts';
import { type Viewpoint, viewpointOf } from '#shared/domain/station-ticket.ts';
import { type BoardState, kitchenOf } from '../../store/board-state.ts';
import { bumpedLines } from '../../store/bumped.ts';
import type { Hint } from '../keys/hands.ts';
import type { Screen } from '../screen-context.ts';

/**
 * The last bump of this screen, else of its station today, comes back with its old clock ([RCL6]): whoever presses
 * that key has bumped by mistake. What to say when nothing does.
 */
export async function recallLast({ client, tickets }: Pick<Screen, 'client' | 'tickets'>): Promise<Hint | null> {
  const state = client.store.getState();
  const viewpoint = viewpointOf(kitchenOf(state).stations, state.station);
  // Asked anew each time: while the kitchen answers, the press before may have brought its ticket back.
  const isGone = ({ id }: Order) => isAway(client.store.getState(), tickets, id);
  const own = state.bumped.findLast(
    ({ after, station, isHold }) => !isHold && station === viewpoint.station && isGone(after),
  );
  if (own) {
    client.recall(own.after, viewpoint.station, true, bumpedLines(own));
    return null;
  }
  const page = await client.bumpedToday({ station: viewpoint.station, search: '', cursor: null });
  if (!page) return 'recallNeedsKitchen';
  const last = page.tickets.find(({ order }) => isGone(order) && canComeBack(order, viewpoint, state.momentMs));
  if (last) client.recall(last.order, viewpoint.station, true);
  return last ? null : 'nothingToRecall';
}

const isAway = (state: BoardState, tickets: Screen['tickets'], id: string) =>
  !isComingBack(state, id) && tickets(state).every((ticket) => ticket.id !== id);

/** Somebody on this screen has asked for it, and it is not there yet. */
export const isComingBack = ({ pending }: Pick<BoardState, 'pending'>, id: string): boolean =>
  pending.some(({ command }) => command.kind === 'order.recall' && command.orderId === id);

function canComeBack(order: Order, viewpoint: Viewpoint, nowMs: number): boolean {
  const share = bumpedShare(order, viewpoint, nowMs);
  return share !== undefined && !share.isCancelled && !share.isCleared;
}
