import { emptyKitchen, type Kitchen } from '#shared/domain/apply.ts';
import type { OrderId, StationId } from '#shared/domain/id.ts';
import { stationOf } from '#shared/domain/station.ts';
import type { Objection } from '../link/answer.ts';
import type { LinkState } from '../link/link-state.ts';
import type { Person } from '../link/session.ts';
import type { ScreenCommand } from '../outbox/screen-command.ts';
import type { Bumped } from './bumped.ts';
import type { SentCommand } from './delivery.ts';
import { type KeptState, nothingKept } from './kept-commands.ts';
import { noSeqs, type OrderSeqs } from './order-seqs.ts';
import type { PendingCommand } from './pending-command.ts';
import type { WantedStation } from './screen-station.ts';

/** Who is at this screen, as far as it is known. */
export type SessionState =
  | { readonly phase: 'asking'; readonly unreachable: boolean }
  | { readonly phase: 'signed-out'; readonly problem: SignInProblem | null; readonly busy: boolean }
  /** Signed in with a printed first password: an own one may be chosen now. */
  | {
      readonly phase: 'choosing-password';
      readonly person: Person;
      readonly problem: SignInProblem | null;
      readonly busy: boolean;
    }
  | { readonly phase: 'signed-in'; readonly person: Person };

export type SignInProblem =
  | { readonly kind: 'refused'; readonly objection: Objection }
  | { readonly kind: 'unreachable' };

/** A command that was taken back in front of the person's eyes, and why. */
export type Notice = {
  /** The command's key. */
  readonly id: string;
  /** Null for an order that was never taken. */
  readonly orderId: OrderId | null;
  readonly command: ScreenCommand;
  readonly madeAtMs: number;
  /** What the ticket is called: `T 5 · A42`. */
  readonly ticket: string;
  /** The dish, when it was one line only. */
  readonly line: string | null;
  /** The ticket had left the screen and stands there again. */
  readonly isBack: boolean;
  readonly objection: Objection;
};

/** Everything a screen knows. Replaced, never changed in place. */
export type ScreenState = {
  readonly session: SessionState;
  readonly link: LinkState;
  /** What the server has confirmed; undefined until the first snapshot is whole. */
  readonly kitchen: Kitchen | undefined;
  /** The kitchen's time, as far as it decides what is to be begun; see `due-watch.ts`. */
  readonly momentMs: number;
  /** Whose work this screen shows; null for the whole kitchen. Each screen's own choice. */
  readonly station: StationId | null;
  /** What `station` was found by; looked up anew with whatever changes the kitchen ([SCR2]). */
  readonly wanted: WantedStation;
  /** When what is shown was last proven complete, on the steady clock ([FRS1]). */
  readonly provenAtMs: number | null;
  /** A board in the kitchen shows everything up to this event ([SEE1]). */
  readonly seenSeq: number;
  /** Which event brought the newest version of an order; see `order-seqs.ts`. */
  readonly orderSeqs: OrderSeqs;
  /** What this screen wants and the kitchen has not shown yet, oldest first. */
  readonly pending: readonly PendingCommand[];
  readonly notices: readonly Notice[];
  /** What the kitchen has on its disk from this page, oldest first; the last minutes only. */
  readonly sent: readonly SentCommand[];
  readonly kept: KeptState;
  /** What was bumped on this screen, oldest first; the last ones only. */
  readonly bumped: readonly Bumped[];
};

/** What a person who signs out leaves behind: nothing of the restaurant. Their commands wait in the outbox ([OBX5]). */
export const leftBehind = {
  kitchen: undefined,
  provenAtMs: null,
  seenSeq: 0,
  orderSeqs: noSeqs,
  pending: [],
  notices: [],
  sent: [],
  bumped: [],
} satisfies Partial<ScreenState>;

export const firstState: ScreenState = {
  ...leftBehind,
  momentMs: 0,
  station: null,
  wanted: null,
  session: { phase: 'asking', unreachable: false },
  link: { phase: 'idle' },
  kept: nothingKept,
};

export const kitchenOf = ({ kitchen }: Pick<ScreenState, 'kitchen'>): Kitchen => kitchen ?? emptyKitchen;

/** The station whose work alone is shown; none while a screen shows everything, also for want of its station ([SCR3]). */
export function stationShown({ kitchen, station }: Pick<ScreenState, 'kitchen' | 'station'>): string | undefined {
  return station !== null && kitchen && stationOf(kitchen.stations, station) ? station : undefined;
}
