import type { GuestOrder } from '../domain/guest-order.ts';
import { toIso } from './wire-time.ts';

/**
 * What the board for guests is told of an order, and nothing else ([RDY1]). `id` is of this stream and epoch alone:
 * nobody can ask for the order by it.
 */
export type WireReady = {
  id: string;
  number: string;
  type: GuestOrder['type'];
  state: GuestOrder['state'];
  since: string;
  /** It became ready without a sound ([CHM10]). */
  silent?: true;
};

/** It has left the board. */
export type WireReadyGone = { id: string; state: 'gone' };

/** Takes the place in the log of whatever happened; `ready` is null when it is nothing for guests. */
export type WireReadyEvent = {
  seq: number;
  epoch: string;
  type: 'ready_changed';
  timestamp: string;
  ready: WireReady | WireReadyGone | null;
};

export const toWireReady = (
  id: string,
  { number, type, state, sinceMs }: GuestOrder,
  isSilent: boolean,
): WireReady => ({
  id,
  number,
  type,
  state,
  since: toIso(sinceMs),
  ...(isSilent ? { silent: true } : {}),
});
