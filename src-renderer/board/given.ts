import type { StationId } from '#shared/domain/id.ts';
import type { BoardState } from '../store/board-state.ts';
import type { Bumped, WayBack } from '../store/bumped.ts';
import { gapMs } from '../store/slots.ts';
import { type Screen, useBoard, useMoment, useScreen } from './screen-context.ts';

export type Given = { readonly deed: WayBack; readonly to: StationId };

/**
 * What was given to another station a moment ago from a ticket that still stands here; one that has left says so in its
 * gap ([RTE4]).
 */
export function useGiven(): Given | null {
  const { tickets } = useScreen();
  const last = useBoard((state) => lastGiven(state, tickets));
  const isNow = useMoment(({ steadyMs }) => isFresh(last, steadyMs));
  return isNow ? asGiven(last) : null;
}

/** The same, at this moment. */
export function givenNow({ client, tickets, ticker }: Pick<Screen, 'client' | 'tickets' | 'ticker'>): Given | null {
  const last = lastGiven(client.store.getState(), tickets);
  return isFresh(last, ticker.now().steadyMs) ? asGiven(last) : null;
}

function lastGiven(state: BoardState, tickets: Screen['tickets']): Bumped | undefined {
  const last = state.bumped.at(-1);
  return last?.deed.kind === 'give' && tickets(state).some(({ id }) => id === last.before.id) ? last : undefined;
}

const isFresh = (last: Bumped | undefined, steadyMs: number): boolean =>
  last !== undefined && steadyMs - last.atMs < gapMs;

const asGiven = (last: Bumped | undefined): Given | null =>
  last?.deed.kind === 'give' ? { deed: last, to: last.deed.to } : null;
