import { type Answer, nothing } from '../link/ask.ts';
import { useScreen } from '../screen/screen-context.ts';
import { type HouseChange, wireOf } from './rule-wire.ts';

/** Asks the kitchen to let something hold in the whole house. */
export type SendRule = (change: HouseChange) => Promise<Answer<null>>;

export function useSendRule(): SendRule {
  const { client } = useScreen();
  return (change) => client.ask({ method: 'PATCH', path: '/settings', body: wireOf(change) }, nothing);
}
