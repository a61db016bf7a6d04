import { useEffect, useState } from 'react';
import type { SlotBoard } from '../../store/slot-board.ts';
import { isByFinger } from '../keys/finger-focus.ts';
import { selectTicket } from '../keys/selection.ts';
import type { PageTurns } from '../use-slot-board.ts';
import { pointAt } from './point-at.ts';

/** To the page with a slot, and there its ticket is pointed at, and selected where a key has asked for it ([KEY1]). */
export function usePageOf({ slots }: Pick<SlotBoard, 'slots'>, turns: Pick<PageTurns, 'to'>): (index: number) => void {
  const [asked, setAsked] = useState<{ readonly id: string }>();
  // When it has been drawn.
  useEffect(() => {
    if (!asked) return;
    pointAt(asked.id);
    if (!isByFinger()) selectTicket(asked.id);
  }, [asked]);
  return (index) => {
    turns.to(index);
    const id = slots[index]?.id;
    if (id) setAsked({ id });
  };
}
