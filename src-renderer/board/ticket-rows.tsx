import { CirclePause, ListChecks, Play, SquarePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../messages/text-context.tsx';
import { useMoment, useScreen } from '../screen/screen-context.ts';
import type { Ticket } from '../store/ticket.ts';
import { Button } from '../ui/button.tsx';
import { formatDuration } from '../ui/duration.ts';
import { doesPassDecide } from './sheet/possible.ts';
import { groupLines, type TicketGroup } from './ticket-groups.ts';
import { TicketLine } from './ticket-line.tsx';
import { useTicketActions } from './use-ticket-actions.ts';

type OnTicket = { readonly ticket: Ticket };

export type TicketRow = {
  /** Draws exactly one `data-block`, which is never torn. */
  readonly node: ReactNode;
  /** The group whose heading stands above an earlier row; null where this row has it, or none is needed. */
  readonly under: Pick<TicketGroup, 'course' | 'isHeld'> | null;
};

/** What is on the ticket, under rules and headings. A heading is in the row of its first line ([CRD3]). */
export function ticketRows(ticket: Ticket): readonly TicketRow[] {
  const { groups, doneCount } = groupLines(ticket.lines);
  const rows = groups.flatMap((group) =>
    group.lines.map((one, index) => ({
      node: (
        <div key={one.line.id} data-block className="break-inside-avoid border-b border-edge last:border-b-0">
          {index === 0 && <Heading ticket={ticket} group={group} />}
          <TicketLine ticket={ticket} one={one} saysHeld={!group.isHeld || group.course === null} />
        </div>
      ),
      under: index === 0 ? null : group,
    })),
  );
  return doneCount > 0 ? [...rows, { node: <Done key="done" count={doneCount} />, under: null }] : rows;
}

function Heading({ ticket, group }: OnTicket & { readonly group: TicketGroup }) {
  return (
    <>
      {group.addedAtMs !== null && <AddOnRule addedAtMs={group.addedAtMs} />}
      {group.course !== null && <CourseHeading ticket={ticket} course={group.course} isHeld={group.isHeld} />}
    </>
  );
}

function AddOnRule({ addedAtMs }: { readonly addedAtMs: number }) {
  const t = useText();
  const age = useMoment(({ serverMs }) => formatDuration(serverMs - addedAtMs));
  return (
    <p
      data-add-on
      className="flex items-center gap-2 border-t-4 border-accent px-3 pt-1.5 text-aside leading-tight font-bold text-accent"
    >
      <SquarePlus aria-hidden className="size-[1.2em]" strokeWidth={2.5} />
      {t('ticket.addOn')}
      <span className="tabular ms-auto font-semibold">{t('delivery.ago', { age })}</span>
    </p>
  );
}

type CourseProps = OnTicket & { readonly course: number; readonly isHeld: boolean };

/** Whoever fires courses does it here; where an expo does, a station only sees that there is more to come. */
function CourseHeading({ ticket, course, isHeld }: CourseProps) {
  const t = useText();
  return (
    <h3 data-course={course} className="flex items-center gap-2 bg-raised px-3 py-0.5 text-aside font-bold">
      {isHeld && <CirclePause aria-hidden className="size-[1.2em]" strokeWidth={2.5} />}
      <span className="flex-1">{t(isHeld ? 'ticket.courseHeld' : 'line.course', { course })}</span>
      {isHeld && !doesPassDecide(ticket.viewpoint) && <FireButton ticket={ticket} course={course} />}
    </h3>
  );
}

function FireButton({ ticket, course }: OnTicket & { readonly course: number }) {
  const t = useText();
  const { guard } = useScreen();
  const actions = useTicketActions();
  return (
    <Button
      look="primary"
      aria-label={t('ticket.fireCourse', { course })}
      onClick={() => guard.allows(`${ticket.id}/fire/${course}`, false, ticket.id) && actions.fire(ticket, course)}
    >
      <Play aria-hidden className="size-[1.2em] fill-current rtl:rotate-180" />
      {t('ticket.fire')}
    </Button>
  );
}

function Done({ count }: { readonly count: number }) {
  const t = useText();
  return (
    <p data-block data-done={count} className="flex items-center gap-2 px-3 py-2 text-aside text-muted">
      <ListChecks aria-hidden className="size-[1.2em] text-done" strokeWidth={2.5} />
      {t('ticket.doneCount', { count })}
    </p>
  );
}
