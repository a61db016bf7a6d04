import { createContext, use } from 'react';
import { isCounted } from '#shared/domain/all-day.ts';
import type { StationTicket } from '#shared/domain/station-ticket.ts';

/** The dish whose tickets are marked on the board, so that nobody has to look for them ([ALL2]). */
export type MarkedDish = {
  readonly name: string | null;
  /** The same again takes the mark away. */
  readonly mark: (name: string) => void;
};

export const MarkedDishContext = createContext<MarkedDish>({ name: null, mark: () => undefined });

/** Whether the ticket still has that dish to cook, as the counts count. */
export const useIsMarked = (ticket: Pick<StationTicket, 'lines'>): boolean => useHasMarkedDish()(ticket);

/** The same for several. */
export function useHasMarkedDish(): (ticket: Pick<StationTicket, 'lines'>) => boolean {
  const { name } = use(MarkedDishContext);
  return ({ lines }) => name !== null && lines.some((one) => one.line.name === name && isCounted(one));
}
