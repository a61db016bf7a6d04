import type { Path, Transport } from './transport.ts';

/**
 * Why there is no live link, as far as the screen can know it. `offline`: this device says that it has no network;
 * `unreachable`: no answer from the kitchen's computer; `mismatch`: what came did not fit together.
 */
export type Trouble = 'offline' | 'unreachable' | 'restarting' | 'too-slow' | 'too-many' | 'mismatch';

type Trying = { readonly transport: Transport; readonly failures: number; readonly trouble: Trouble | null };

/** Where the link is. Times are of the steady clock. */
export type LinkState =
  | { readonly phase: 'idle' }
  | ({ readonly phase: 'connecting' } & Trying)
  | ({ readonly phase: 'catching-up'; readonly mode: 'replay' | 'snapshot' } & Trying)
  /** `trouble` is `offline` from the moment the device says so until the next frame proves it wrong, else null. */
  | { readonly phase: 'live'; readonly path: Path; readonly trouble: 'offline' | null }
  | ({ readonly phase: 'waiting'; readonly retryAtMs: number } & Trying)
  /** Closed because nobody looks; comes back when the page is seen again ([LNK13]). */
  | { readonly phase: 'paused' }
  | { readonly phase: 'signed-out' }
  /** The server said that coming back is pointless; the code says why. */
  | { readonly phase: 'stopped'; readonly code: number };

/** Whether the link is live or on its way there by itself. */
export const isUnderWay = (state: LinkState): state is Extract<LinkState, { trouble: Trouble | null }> =>
  'trouble' in state;
