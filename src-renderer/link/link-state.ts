/** Where the link is. Times are of the steady clock. */
export type LinkState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'connecting'; readonly failures: number }
  | { readonly phase: 'catching-up'; readonly mode: 'replay' | 'snapshot' }
  | { readonly phase: 'live' }
  | { readonly phase: 'waiting'; readonly failures: number; readonly retryAtMs: number }
  | { readonly phase: 'signed-out' }
  /** The server said that coming back is pointless; the code says why. */
  | { readonly phase: 'stopped'; readonly code: number };
