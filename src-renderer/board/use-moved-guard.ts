import { useLayoutEffect, useRef } from 'react';
import { useScreen } from '../screen/screen-context.ts';

/** A ticket and where it stands; empty while it is out of sight. */
export type Standing = readonly [id: string, where: string];

/**
 * Tells the tap guard when a ticket that was in sight has moved, whoever made it move ([TAP1]). One that is out of sight
 * until its neighbours are measured, and then stands where it stood, has not. Nor has one that is on another page too,
 * when that is turned: whoever turns pages tells it.
 *
 * @param start where the page begins
 */
export function useMovedGuard(all: readonly Standing[], start: number): void {
  const { guard } = useScreen();
  const last = useRef<Seen>({ start, where: new Map() });
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { start, where: new Map(all.map(([id, where]) => [id, where || (before.where.get(id) ?? '')])) };
    const hasMoved = ([id, where]: Standing) =>
      Boolean(where && before.where.get(id)) && before.where.get(id) !== where;
    // What has come into sight meanwhile may stand where another one stood.
    const isElsewhere = ([id, where]: Standing) => where !== '' && before.where.get(id) !== where;
    if (before.start === start && all.some(hasMoved)) guard.slid(all.filter(isElsewhere).map(([id]) => id));
  });
}

type Seen = { readonly start: number; readonly where: ReadonlyMap<string, string> };
