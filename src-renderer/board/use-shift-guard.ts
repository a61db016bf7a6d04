import { useLayoutEffect, useRef } from 'react';
import { useScreen } from '../screen/screen-context.ts';
import type { Ticket } from '../store/ticket.ts';

/**
 * A line that comes, goes, or gets its old beside its new pushes the lines below it: whoever taps then aimed at what
 * was there before ([TAP1]). Not so on a ticket that nobody sees. In a list it pushes the tickets below it, too.
 */
export function useShiftGuard({ id, lines }: Ticket, isSeen: boolean, isList: boolean): void {
  const { guard } = useScreen();
  const shape = lines.map(({ line, isUnseen }) => `${line.id}${isUnseen && line.changedFrom ? '+' : ''}`).join(' ');
  const last = useRef(shape);
  useLayoutEffect(() => {
    if (isSeen && last.current !== shape) guard.slid(isList ? undefined : [id]);
    last.current = shape;
  }, [shape, isSeen, isList, id, guard]);
}
