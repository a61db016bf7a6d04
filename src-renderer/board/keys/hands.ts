import { createContext, use } from 'react';
import type { KeyMap } from './key-map.ts';
import type { SlotPrefix } from './slot-prefix.ts';

/** What lies over the board for a moment. */
export type SheetName = 'recall' | 'held' | 'help' | 'learn' | 'transfer';

/** A word about a key that did nothing. */
export type Hint =
  | 'nothingToRecall'
  | 'nothingToUndo'
  | 'nothingToHold'
  | 'allHeld'
  | 'nothingToFire'
  | 'nothingToSee'
  | 'nothingToStart'
  | 'nothingToFinish'
  | 'isCancelled'
  | 'allergensFirst'
  | 'noOtherStation'
  | 'recallNeedsKitchen';

/** What a person's hands have opened on this screen, by finger and by key alike. */
export type Hands = {
  readonly keyMap: KeyMap;
  readonly changeKeys: (map: KeyMap) => void;
  readonly sheet: SheetName | null;
  /** The same again closes it. */
  readonly toggle: (sheet: SheetName) => void;
  readonly closeSheet: () => void;
  /** The ticket whose work is to go to another station. */
  readonly transferOf: string | null;
  readonly transfer: (ticketId: string) => void;
  /** What is on hold here; `ticketId`: the ticket that somebody asks for. */
  readonly showHeld: (ticketId: string | null) => void;
  readonly heldOf: string | null;
  /** The all-day panel beside the board. */
  readonly isCounting: boolean;
  readonly toggleCounts: () => void;
  readonly closeCounts: () => void;
  /** While it is wiped, the screen hears no finger ([WIP1]). */
  readonly isLocked: boolean;
  readonly lock: () => void;
  readonly unlock: () => void;
  /** When it was said, on the steady clock. */
  readonly hint: { readonly hint: Hint; readonly atMs: number } | null;
  readonly say: (hint: Hint) => void;
  readonly prefix: SlotPrefix;
};

export const HandsContext = createContext<Hands | undefined>(undefined);

export function useHands(): Hands {
  const hands = use(HandsContext);
  if (!hands) throw new Error('drawn outside of a board');
  return hands;
}
