import { useEffect, useState } from 'react';
import { guardPlace } from './place.ts';

export type Leaving = {
  /** Where somebody wants to go; null while nobody wants to. */
  readonly to: string | null;
  readonly stay: () => void;
  readonly go: () => void;
};

/** Asks before what is not saved is left, by a link, the device's own way back, or with the whole page ([STE2]). */
export function useLeaveGuard(isUnsaved: boolean): Leaving {
  const [to, setTo] = useState<string | null>(null);
  useEffect(() => {
    if (!isUnsaved) return;
    const stopGuarding = guardPlace(setTo);
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => {
      stopGuarding();
      removeEventListener('beforeunload', hold);
    };
  }, [isUnsaved]);
  const go = () => {
    guardPlace(null);
    setTo(null);
    if (to !== null) location.hash = to;
  };
  return { to: isUnsaved ? to : null, stay: () => setTo(null), go };
}
