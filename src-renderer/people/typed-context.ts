import { createContext, use, useEffect } from 'react';

/** Told that something is typed and not saved, and how to throw it away; gives what to call when that is over. */
export type HoldTyped = (drop: () => void) => () => void;

/** Where nobody asks before one leaves, nothing is held. */
export const TypedContext = createContext<HoldTyped>(() => () => undefined);

/** As long as `isTyped`, nobody is taken elsewhere without being asked ([STE6]). `drop`, where it is kept, stays the same. */
export function useTyped(isTyped: boolean, drop: () => void = nothingKept): void {
  const hold = use(TypedContext);
  useEffect(() => (isTyped ? hold(drop) : undefined), [isTyped, hold, drop]);
}

const nothingKept = () => undefined;
