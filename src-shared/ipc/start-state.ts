import type { StartFailureCode } from '../errors/start-failure.ts';

/** How far the order server of this machine has come, as the window tells it. */
export type StartState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'failed'; readonly failure: StartTrouble }
  /** The window is on its way to the board. */
  | { readonly phase: 'running' };

/** Why it did not start, with what a person needs to decide what to do. */
export type StartTrouble = {
  readonly code: StartFailureCode;
  /** One or two sentences with the particulars: which folder, who holds it. */
  readonly detail: string;
  readonly port: number;
  readonly dataDir: string;
  /** A port that was free a moment ago; `null` when none was found or it would not help. */
  readonly freePort: number | null;
  /** The flag or variable (`KDS_PORT`) that will say the same at the next start, whatever is chosen now. */
  readonly portFixedBy: string | null;
  readonly dataDirFixedBy: string | null;
};
