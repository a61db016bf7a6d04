import type { Line } from './line.ts';
import type { Progress } from './progress.ts';
import type { Settings } from './settings.ts';
import type { TicketLine } from './station-ticket.ts';

/** Something of these shares may not be begun before somebody says that they have seen its allergens ([ALG2]). */
export const hasUnseenAllergens = ({ allergens, voidedAtMs }: Line, parts: readonly Progress[]): boolean =>
  allergens.length > 0 &&
  voidedAtMs === null &&
  parts.some(({ acknowledgedAtMs, status }) => acknowledgedAtMs === null && status !== 'completed');

/** [ALG2] Whoever looks from here is to say first that they have seen them: a bump would be refused. */
export const isBarred = ({ line, state, parts }: TicketLine, { acknowledgeAllergens }: Barring): boolean =>
  acknowledgeAllergens && isAtHand.has(state) && hasUnseenAllergens(line, parts);

/**
 * [ALG2] [EXP2] One of its stations is to say so, though the expo has for itself: to begin the dish in their name would be
 * refused.
 */
export function isBarredAtStation(one: TicketLine, { acknowledgeAllergens }: Barring): boolean {
  const isHere = ({ station }: Progress) => one.parts.some((part) => part.station === station);
  return acknowledgeAllergens && hasUnseenAllergens(one.line, one.line.progress.filter(isHere));
}

type Barring = Pick<Settings, 'acknowledgeAllergens'>;

const isAtHand: ReadonlySet<TicketLine['state']> = new Set(['todo', 'ready']);
