import { type ReactNode, useCallback, useState } from 'react';
import { TypedContext } from '../people/typed-context.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { useLeaveGuard } from './leave-guard.ts';

/** Asks before somebody leaves a section in which a form has something that is not saved ([STE6]). */
export function TypedGuard({ children }: { readonly children: ReactNode }) {
  const [held, setHeld] = useState(0);
  const leaving = useLeaveGuard(held > 0);
  const hold = useCallback(() => {
    setHeld((now) => now + 1);
    return () => setHeld((now) => now - 1);
  }, []);
  return (
    <TypedContext value={hold}>
      <LeaveDialog leaving={leaving} />
      {children}
    </TypedContext>
  );
}
