import type { Product } from '#shared/domain/product.ts';
import { useMoment, useScreenState } from '../screen/screen-context.ts';
import { isAvailable } from '../store/availability.ts';
import { lastUndoable } from '../store/bumped.ts';
import type { ScreenState } from '../store/screen-state.ts';
import { gapMs } from '../store/slots.ts';
import { type Board, useWork } from './board-context.ts';
import type { ScreenWork } from './screen-work.ts';
import { ticketActions } from './ticket-actions.ts';

type SoldOut = NonNullable<ScreenWork['soldOut']>;

/**
 * 86: nobody can order it from now on, and the board says so, with the way back ([MEN4]).
 *
 * @param dish as it is called where it was taken off
 */
export function sellOut({ client, work, ticker }: Board, { id, restaurantId }: Product, dish: string): void {
  ticketActions(client).setAvailable({ id, restaurantId }, false);
  work.setState({ soldOut: { product: { id, restaurantId }, dish, atMs: ticker.now().steadyMs } });
}

export function takeBackSoldOut({ client, work }: Pick<Board, 'client' | 'work'>, { product }: SoldOut): void {
  ticketActions(client).setAvailable(product, true);
  work.setState({ soldOut: null });
}

/** What was taken off here a moment ago, and is off still. */
export function useSoldOut(): SoldOut | null {
  const soldOut = useWork((work) => work.soldOut);
  const isOut = useScreenState((state) => isOff(soldOut, state));
  const isFresh = useMoment(({ steadyMs }) => isNew(soldOut, steadyMs));
  return isOut && isFresh ? soldOut : null;
}

/** The same, at this moment. */
export function soldOutNow({ client, work, ticker }: Pick<Board, 'client' | 'work' | 'ticker'>): SoldOut | null {
  const { soldOut } = work.getState();
  return isOff(soldOut, client.store.getState()) && isNew(soldOut, ticker.now().steadyMs) ? soldOut : null;
}

/** The same, unless something was bumped since: an undo means what was done last. */
export function soldOutLast(screen: Pick<Board, 'client' | 'work' | 'ticker'>): SoldOut | null {
  const soldOut = soldOutNow(screen);
  const last = lastUndoable(screen.client.store.getState().bumped, screen.ticker.now().steadyMs);
  return soldOut && (!last || last.atMs <= soldOut.atMs) ? soldOut : null;
}

const isOff = (soldOut: SoldOut | null, state: ScreenState): boolean =>
  soldOut !== null && !isAvailable(state, soldOut.product.id);

const isNew = (soldOut: SoldOut | null, steadyMs: number): boolean =>
  soldOut !== null && steadyMs - soldOut.atMs < gapMs;
