import { useLayoutEffect, useRef } from 'react';
import { useScreen } from '../screen/screen-context.ts';
import { takesAway } from '../store/bumped.ts';
import { isByFinger } from './keys/finger-focus.ts';
import { focusedTicket, isFocusLost, select, selectedIndex, selectTicket } from './keys/selection.ts';

/**
 * When the selected ticket goes, the one that comes next is selected; a cook with a bump bar never loses the row. Whoever
 * presses just when somebody else has taken it aimed at what is gone ([TAP1]). Nothing is selected for a finger: it would
 * have no frame, and the bump key would take what nobody has chosen ([KEY8]).
 *
 * @param isSettled every ticket of the page has its place; until then nobody knows which one is next
 */
export function useKeptFocus(isKeyboard: boolean, tickets: unknown, isSettled: boolean) {
  const { client, guard } = useScreen();
  const slot = useRef(-1);
  const ticket = useRef<string | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the tickets change
  useLayoutEffect(() => {
    if (!isKeyboard || isByFinger() || !isSettled || slot.current < 0 || !isFocusLost()) return;
    if (selectTicket(ticket.current)) return;
    const isOwn = client.store.getState().bumped.some((one) => one.before.id === ticket.current && takesAway(one));
    if (!isOwn) guard.slid();
    select(slot.current);
  }, [isKeyboard, tickets, isSettled]);
  return {
    onFocus: () => {
      slot.current = selectedIndex();
      ticket.current = focusedTicket();
    },
  };
}
