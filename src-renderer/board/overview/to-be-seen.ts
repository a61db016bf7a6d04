import type { TicketLine } from '#shared/domain/station-ticket.ts';
import { unnoticed } from '../../sound/alarm.ts';
import { startOf } from '../../store/pages.ts';
import type { SlotBoard } from '../../store/slot-board.ts';
import { isGap } from '../../store/slots.ts';
import type { Ticket } from '../../store/ticket.ts';
import { isNews } from '../next-step.ts';

type Seen = Pick<Ticket, 'lines'>;

/**
 * A change, a void, or an addition that nobody here has taken note of ([OVW4]). Not at the pass: there its stations see
 * them for themselves ([CRD4]).
 */
export const isToBeSeen = (ticket: Seen, isPass: boolean): boolean =>
  !isPass && (ticket.lines.some(isNews) || unnoticed(ticket).some(({ line }) => line.addition > 0));

/** A guest of it must not get something, of what is still to leave here. */
export const hasAllergy = ({ lines }: Seen): boolean =>
  lines.some(({ line, state }) => line.allergens.length > 0 && !isOver.has(state));

const isOver: ReadonlySet<TicketLine['state']> = new Set(['void', 'done', 'gone']);

/** Which slots of other pages have something to be seen, the next ones first: after the last come those before this page. */
export function unseenElsewhere(
  { slots, pages }: Pick<SlotBoard, 'slots' | 'pages'>,
  isPass: boolean,
): readonly number[] {
  const start = startOf(pages);
  const end = pages.count === 0 ? slots.length : start + pages.count;
  const found = slots.flatMap((slot, index) =>
    (index < start || index >= end) && !isGap(slot) && isToBeSeen(slot.ticket, isPass) ? [index] : [],
  );
  return [...found.filter((index) => index >= end), ...found.filter((index) => index < start)];
}
