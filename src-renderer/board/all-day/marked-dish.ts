import { createContext, use } from 'react';
import type { StationTicket } from '#shared/domain/station-ticket.ts';

/** The dish whose tickets are marked on the board, so that nobody has to look for them ([ALL2]). */
export type MarkedDish = {
  readonly name: string | null;
  /** The same again takes the mark away. */
  readonly mark: (name: string) => void;
};

export const MarkedDishContext = createContext<MarkedDish>({ name: null, mark: () => undefined });

/** Whether the ticket still has that dish to cook. */
export function useIsMarked({ lines }: Pick<StationTicket, 'lines'>): boolean {
  const { name } = use(MarkedDishContext);
  return name !== null && lines.some(({ line, state }) => line.name === name && counted.has(state));
}

/** As the counts count. */
const counted: ReadonlySet<string> = new Set(['todo', 'held', 'later', 'waiting']);
