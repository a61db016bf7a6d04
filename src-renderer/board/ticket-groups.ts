import type { TicketLine } from '#shared/domain/station-ticket.ts';
import { courseOf } from '#shared/domain/timing.ts';

/** Lines that stand under one heading. */
export type TicketGroup = {
  readonly key: string;
  /** Since when, where the group begins an addition ([CRD3]); null where it does not. */
  readonly addedAtMs: number | null;
  /** Null where no heading is needed. */
  readonly course: number | null;
  /** All of them wait until somebody fires them. */
  readonly isHeld: boolean;
  readonly lines: readonly TicketLine[];
};

/**
 * The lines as they came, each addition for itself, in it by course. What is done stays where it was while there is
 * work beside it, so that nothing slides under a finger; of earlier work only the number is told ([CRD1]).
 */
export function groupLines(all: readonly TicketLine[]): { groups: readonly TicketGroup[]; doneCount: number } {
  const groups = additionsOf(all).flatMap(([addition, added]) => coursesIn(addition, added));
  const [open, over] = [groups.filter(isOpen), groups.filter((group) => !isOpen(group))];
  return { groups: open, doneCount: over.reduce((sum, { lines }) => sum + lines.length, 0) };
}

const isOpen = ({ lines }: Pick<TicketGroup, 'lines'>) => lines.some(({ state }) => state !== 'done');

function coursesIn(addition: number, added: readonly TicketLine[]): TicketGroup[] {
  const courses = coursesOf(added).map(([course, lines]) => ({ course, lines }));
  const first = courses.find(isOpen);
  return courses.map((one) => ({
    key: `${addition}/${one.course}`,
    addedAtMs: addition > 0 && one === first ? (added[0]?.line.addedAtMs ?? null) : null,
    course: one.course > 0 ? one.course : null,
    isHeld: one.lines.every(({ state }) => state === 'held'),
    lines: one.lines,
  }));
}

type Groups = readonly (readonly [number, readonly TicketLine[]])[];

const additionsOf = (lines: readonly TicketLine[]) => grouped(lines, ({ line }) => line.addition);
const coursesOf = (lines: readonly TicketLine[]) => grouped(lines, ({ line }) => courseOf(line));

function grouped(lines: readonly TicketLine[], keyOf: (line: TicketLine) => number): Groups {
  const groups = new Map<number, TicketLine[]>();
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
  return [...groups].sort(([a], [b]) => a - b);
}
