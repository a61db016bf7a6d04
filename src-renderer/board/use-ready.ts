import { useMoment } from '../screen/screen-context.ts';
import { useIsPass } from '../screen/use-site.ts';
import type { Ticket } from '../store/ticket.ts';
import { formatDuration } from '../ui/duration.ts';

/** From then on what stands ready at the pass has waited too long to be carried out ([PAS4]). */
const coolsAfterMs = 120_000;

/** `going` at the pass: nothing of it has to be waited for; `cooling` when it has stood so for too long. */
export type Readiness = 'going' | 'cooling';

export function useReadiness(ticket: Pick<Ticket, 'viewpoint' | 'allReady' | 'lines'>): Readiness | null {
  const isReady = useIsPass(ticket.viewpoint) && ticket.allReady;
  const sinceMs = readySinceMs(ticket);
  const isCooling = useMoment(({ serverMs }) => serverMs - sinceMs >= coolsAfterMs);
  return isReady ? (isCooling ? 'cooling' : 'going') : null;
}

/** For how long all of it has been ready: `2:14`. */
export function useReadyFor(ticket: Pick<Ticket, 'lines'>): string {
  const sinceMs = readySinceMs(ticket);
  return useMoment(({ serverMs }) => formatDuration(serverMs - sinceMs));
}

/** When the last of it became so. */
function readySinceMs({ lines }: Pick<Ticket, 'lines'>): number {
  const parts = lines.flatMap((one) => (one.state === 'ready' ? one.parts : []));
  return Math.max(0, ...parts.map(({ readyAtMs }) => readyAtMs ?? 0));
}
