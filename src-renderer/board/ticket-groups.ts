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

/** The lines as they came, each addition for itself, in it by course; those that are done are only counted ([CRD1]). */
export function groupLines(all: readonly TicketLine[]): { groups: readonly TicketGroup[]; doneCount: number } {
  const lines = all.filter(({ state }) => state !== 'done');
  const groups = additionsOf(lines).flatMap(([addition, added]) =>
    coursesOf(added).map(([course, members], index) => ({
      key: `${addition}/${course}`,
      addedAtMs: addition > 0 && index === 0 ? (added[0]?.line.addedAtMs ?? null) : null,
      course: course > 0 ? course : null,
      isHeld: members.every(({ state }) => state === 'held'),
      lines: members,
    })),
  );
  return { groups, doneCount: all.length - lines.length };
}

type Groups = readonly (readonly [number, readonly TicketLine[]])[];

const additionsOf = (lines: readonly TicketLine[]) => grouped(lines, ({ line }) => line.addition);
const coursesOf = (lines: readonly TicketLine[]) => grouped(lines, ({ line }) => courseOf(line));

function grouped(lines: readonly TicketLine[], keyOf: (line: TicketLine) => number): Groups {
  const groups = new Map<number, TicketLine[]>();
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
  return [...groups].sort(([a], [b]) => a - b);
}
