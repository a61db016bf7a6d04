import { type ReactNode, useCallback, useRef, useState } from 'react';
import { TypedContext } from '../people/typed-context.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { useLeaveGuard } from './leave-guard.ts';

/** Asks before somebody leaves a section in which a form has something that is not saved ([STE6]). */
export function TypedGuard({ children }: { readonly children: ReactNode }) {
  const drops = useRef(new Set<() => void>());
  const [held, setHeld] = useState(0);
  const leaving = useLeaveGuard(held > 0);
  const hold = useCallback((drop: () => void) => {
    drops.current.add(drop);
    setHeld((now) => now + 1);
    return () => {
      drops.current.delete(drop);
      setHeld((now) => now - 1);
    };
  }, []);
  const leave = (hash: string) => {
    for (const drop of drops.current) drop();
    leaving.leave(hash);
  };
  return (
    <TypedContext value={hold}>
      <LeaveDialog leaving={leaving} onLeave={leave} />
      {children}
    </TypedContext>
  );
}
