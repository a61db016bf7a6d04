import { isBarred } from './allergen-bar.ts';
import type { LineId } from './id.ts';
import type { Order } from './order.ts';
import type { Settings } from './settings.ts';
import { type Sight, sightOf } from './sight.ts';
import { lineSinceMs, type TicketLine, ticketAt, type Viewpoint } from './station-ticket.ts';

/** `seen`: news that comes before the bump does is left by it ([BMP2]). */
export type Aged = { readonly lineIds: readonly LineId[]; readonly seen: Sight };

/**
 * What leaves a station by itself because it is older than `oldMs` ([AUB1]); `undefined` for nothing. A bump takes note
 * of all that it meets, and age has read nothing: what somebody has to look at first stays.
 */
export function agedAt(
  order: Order,
  viewpoint: Viewpoint,
  settings: Settings,
  at: { readonly nowMs: number; readonly oldMs: number },
): Aged | undefined {
  const lines = (ticketAt(order, viewpoint, at.nowMs)?.lines ?? []).filter(
    (one) => isAtHand(one) && lineSinceMs(one) <= at.oldMs && !isNews(one) && !isBarred(one, settings),
  );
  const lineIds = lines.map(({ line }) => line.id);
  return lineIds.length > 0 ? { lineIds, seen: sightOf(lines, viewpoint, order.updatedAtMs, lineIds) } : undefined;
}

/** What was called off is not among it: whoever may be cooking it has to see that ([VOI1]). */
const isAtHand = ({ state }: TicketLine) => state === 'todo' || state === 'ready';

/** A change that nobody has seen ([CHG1]), or a dish that was added and that nobody has touched or taken note of ([ADD1]). */
const isNews = ({ line, isUnseen, parts }: TicketLine) =>
  (line.changedFrom !== null && isUnseen) ||
  (line.addition > 0 &&
    parts.every(({ status, acknowledgedAtMs }) => status === 'pending' && acknowledgedAtMs === null));
