import type { EphemeralFrame, WireEvent } from '#shared/protocol/frames.ts';
import type { Snapshot } from './frame-reader.ts';
import type { LinkState } from './link-state.ts';

/** Who hears what the link brings. An exception means that the news could not be taken: they are then fetched anew. */
export type LiveLinkHandlers = {
  stateChanged(state: LinkState): void;
  /** Replaces everything. */
  snapshot(snapshot: Snapshot): void;
  /** In order, without a hole and without a repeat within an epoch ([LNK3]). */
  events(events: readonly WireEvent[]): void;
  /** What is shown was proven to be all there is, at this moment of the steady clock. */
  proof(atMs: number): void;
  serverTime(serverMs: number, receivedAtMs: number, fresh: boolean): void;
  /** A board in the kitchen shows everything up to event `seq`; 0 for nothing since the server's start ([SEE1]). */
  seen(seq: number): void;
  /** Never stored: comes once or not at all ([EPH1]). */
  ephemeral(frame: EphemeralFrame): void;
};
