import type { LinkState, Trouble } from '../link/link-state.ts';
import type { Transport } from '../link/transport.ts';

/** What the link is in trouble with, as far as it is known ([FRS3]). */
export const troubleIn = (link: LinkState): Trouble | null => ('trouble' in link ? link.trouble : null);

/** How the screen is connected; null when it is not. */
export function transportOf(link: LinkState): Transport | null {
  if (link.phase !== 'live') return null;
  return link.path === 'websocket' || link.path === 'sse' ? link.path : 'polling';
}
