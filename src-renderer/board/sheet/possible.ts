import { isBarredAtStation } from '#shared/domain/allergen-bar.ts';
import type { LineId } from '#shared/domain/id.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { TicketLine, Viewpoint } from '#shared/domain/station-ticket.ts';
import { courseOf } from '#shared/domain/timing.ts';
import type { Ticket } from '../../store/ticket.ts';

/** What the rules would allow with a ticket now, so that its sheet offers nothing that does nothing ([CRD8]). */

type Lines = Pick<Ticket, 'lines'>;

/** Barred by allergens that nobody has seen, it would be refused: they are to be acknowledged first ([ALG2]). */
export const canReady = (one: TicketLine, settings: Settings): boolean =>
  one.state === 'todo' && !isBarredAtStation(one, settings);

export const canStart = (one: TicketLine, settings: Settings): boolean =>
  canReady(one, settings) && one.parts.some(({ status }) => status === 'pending');

export const startable = ({ lines }: Lines, settings: Settings): boolean =>
  lines.some((one) => canStart(one, settings));

/** Where there is an expo it says when: half a course would not meet the other half, so a station is asked first ([FIR2]). */
export const doesPassDecide = ({ goal }: Pick<Viewpoint, 'goal'>): boolean => goal === 'ready';

/** The courses that somebody holds; 0 for dishes without one. */
export const heldCourses = ({ lines }: Lines): readonly number[] =>
  courses(lines.filter(({ state }) => state === 'held'));

/** The courses of which nobody has begun everything yet ([FIR1]). */
export const holdableCourses = ({ lines }: Lines): readonly number[] =>
  courses(lines.filter(({ line, state }) => isAhead.has(state) && isUntouched(line)));

export const laterLines = ({ lines }: Lines): readonly LineId[] =>
  lines.filter(({ state }) => state === 'later').map(({ line }) => line.id);

const isAhead: ReadonlySet<TicketLine['state']> = new Set(['todo', 'waiting', 'later']);

const isUntouched = ({ progress }: TicketLine['line']) => progress.every(({ status }) => status === 'pending');

const courses = (lines: readonly TicketLine[]): readonly number[] =>
  [...new Set(lines.map(({ line }) => courseOf(line)))].sort((a, b) => a - b);
