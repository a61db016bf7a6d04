import { useMoment, useScreenState } from '../screen/screen-context.ts';
import type { Bumped } from '../store/bumped.ts';
import type { ScreenState } from '../store/screen-state.ts';
import { gapMs } from '../store/slots.ts';
import { type Board, useBoard } from './board-context.ts';

/**
 * What was bumped, handed over, put on hold, fired or given away a moment ago of a ticket that still stands here;
 * one that has left says so in its gap ([UND1]).
 */
export function useStayed(): Bumped | null {
  const { tickets } = useBoard();
  const last = useScreenState((state) => lastStayed(state, tickets));
  const isNow = useMoment(({ steadyMs }) => isFresh(last, steadyMs));
  return isNow ? (last ?? null) : null;
}

/** The same, at this moment. */
export function stayedNow({ client, tickets, ticker }: Pick<Board, 'client' | 'tickets' | 'ticker'>): Bumped | null {
  const last = lastStayed(client.store.getState(), tickets);
  return last && isFresh(last, ticker.now().steadyMs) ? last : null;
}

function lastStayed(state: ScreenState, tickets: Board['tickets']): Bumped | undefined {
  const last = state.bumped.at(-1);
  return last && tickets(state).some(({ id }) => id === last.before.id) ? last : undefined;
}

const isFresh = (last: Bumped | undefined, steadyMs: number): boolean =>
  last !== undefined && steadyMs - last.atMs < gapMs;
