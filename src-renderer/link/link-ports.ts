import type { z } from 'zod';
import type { clientFrame } from '#shared/protocol/client-frames.ts';
import type { LinkCounts } from './link-counts.ts';
import type { ProbeAnswer } from './session-probe.ts';
import type { Timers } from './timers.ts';
import type { OpenConnection } from './transport.ts';

/** What the live link needs from outside. */
export type LiveLinkDeps = Timers & {
  readonly open: OpenConnection;
  /** A cheap request that needs the session, so that a lost one is noticed where a stream cannot tell. */
  readonly probe: () => Promise<ProbeAnswer>;
  /** Whether this device believes to have a network. */
  readonly isOnline: () => boolean;
  /** Whether anybody can see the page now: only then what it shows is *seen* ([SEE1]). */
  readonly isVisible: () => boolean;
  /** Whose work alone the page shows now; a printer stands in where no page does ([PRT6]). */
  readonly station?: (() => string | undefined) | undefined;
  /** Fetches the page anew, which is of an older version than the server; false when that was done already. */
  readonly reloadOnce: () => boolean;
  readonly counts: LinkCounts;
};

type ClientInput = z.input<typeof clientFrame>;

/** What one screen tells the others, and nobody keeps. */
export type EphemeralOut = Extract<ClientInput, { readonly type: 'order_draft' | 'attention' }>;

/** The live stream of a restaurant, kept up for as long as the page wants it ([LNK1]). */
export interface LiveLink {
  start(): void;
  /** Forgets the place in the log too: the next start brings everything anew. */
  stop(): void;
  /** The device woke up or was looked at: do not trust a link that has been quiet ([LNK6]). */
  wake(): void;
  /** The device says that its network has come or gone; it may be another network. */
  online(isOnline: boolean): void;
  /** Whether anybody can see the page ([LNK13]). */
  visible(isVisible: boolean): void;
  /** Tells the others what is never stored ([EPH1]); who is not linked by a WebSocket tells nobody. */
  tell(frame: EphemeralOut): void;
  /** Whether the kitchen has said anything of late. */
  isHeard(): boolean;
}
