import { createContext, use, useEffect } from 'react';

/** Told that something is typed and not saved; gives what to call when that is over. */
export type HoldTyped = () => () => void;

/** Where nobody asks before one leaves, nothing is held. */
export const TypedContext = createContext<HoldTyped>(() => () => undefined);

/** As long as `isTyped`, nobody is taken elsewhere without being asked ([STE6]). */
export function useTyped(isTyped: boolean): void {
  const hold = use(TypedContext);
  useEffect(() => (isTyped ? hold() : undefined), [isTyped, hold]);
}
