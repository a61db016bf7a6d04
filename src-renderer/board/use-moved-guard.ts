import { useLayoutEffect, useRef } from 'react';
import { useScreen } from './screen-context.ts';

/** A ticket and where it stands; empty while it is out of sight. */
export type Standing = readonly [id: string, where: string];

/**
 * Tells the tap guard when a ticket that was in sight has moved, whoever made it move ([TAP1]). One that is out of sight
 * until its neighbours are measured, and then stands where it stood, has not.
 */
export function useMovedGuard(all: readonly Standing[]): void {
  const { guard } = useScreen();
  const last = useRef<ReadonlyMap<string, string>>(new Map());
  useLayoutEffect(() => {
    const before = last.current;
    last.current = new Map(all.map(([id, where]) => [id, where || (before.get(id) ?? '')]));
    const hasMoved = ([id, where]: Standing) => Boolean(where && before.get(id)) && before.get(id) !== where;
    if (all.some(hasMoved)) guard.moved();
  });
}
