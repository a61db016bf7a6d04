import { createContext, use, useMemo } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { type Screen, useRead, useScreen } from '../screen/screen-context.ts';
import type { Draft, Drafts } from '../store/drafts.ts';
import type { TicketSelector } from '../store/ticket.ts';
import type { ScreenWork } from './screen-work.ts';
import type { Stillness } from './stillness.ts';

/** What a board has beside what every screen has; built once in `main.tsx`. */
export type BoardParts = {
  readonly tickets: TicketSelector;
  readonly still: Stillness;
  readonly work: StoreApi<ScreenWork>;
  readonly drafts: Drafts['store'];
};

export type Board = Screen & BoardParts;

export const BoardContext = createContext<BoardParts | undefined>(undefined);

/** The guard is that of the sheet it is asked on. */
export function useBoard(): Board {
  const screen = useScreen();
  const parts = useParts();
  return useMemo(() => ({ ...parts, ...screen }), [screen, parts]);
}

function useParts(): BoardParts {
  const parts = use(BoardContext);
  if (!parts) throw new Error('drawn outside of a board');
  return parts;
}

/** Draws anew when what `select` gives of what the person at this board is in the midst of is another value. */
export function useWork<Value>(select: (work: ScreenWork) => Value): Value {
  return useRead(useParts().work, select);
}

export const useDrafts = (): readonly Draft[] => useRead(useParts().drafts, (drafts) => drafts);
