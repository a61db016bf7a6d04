import { useEffect } from 'react';
import { useScreen } from './screen-context.ts';

/** What draws this says to a person that something failed; counted once for each time it is drawn ([CNT1]). */
export function useShownError(): void {
  const { client } = useScreen();
  useEffect(() => client.errorShown(), [client]);
}
