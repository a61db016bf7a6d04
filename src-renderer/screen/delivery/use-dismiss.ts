import { useScreen } from '../screen-context.ts';

/**
 * "Got it" makes what lies below or beside it slide under the finger: another refusal that nobody has read yet, or a
 * ticket. So a double tap dismisses one and touches nothing else ([TAP1]).
 */
export function useDismiss(id: string): () => void {
  const { client, guard } = useScreen();
  return () => {
    if (guard.allows(id, true)) client.dismissNotice(id);
  };
}
