import { useMemo } from 'react';
import { useScreen } from '../screen/screen-context.ts';
import { type TicketActions, ticketActions } from './ticket-actions.ts';

export function useTicketActions(): TicketActions {
  const { client } = useScreen();
  return useMemo(() => ticketActions(client), [client]);
}
