import { useLayoutEffect, useRef } from 'react';
import { useScreen } from './screen-context.ts';

/** A ticket and where it stands; empty while it is out of sight. */
export type Standing = readonly [id: string, where: string];

/** Tells the tap guard when a ticket that was in sight has moved, whoever made it move ([TAP1]). */
export function useMovedGuard(all: readonly Standing[]): void {
  const { guard } = useScreen();
  const last = useRef<ReadonlyMap<string, string>>(new Map());
  useLayoutEffect(() => {
    const before = last.current;
    last.current = new Map(all);
    const hasMoved = ([id, where]: Standing) => Boolean(before.get(id)) && before.get(id) !== where;
    if (all.some(hasMoved)) guard.moved();
  });
}
