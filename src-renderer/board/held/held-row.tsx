import { CircleCheckBig, CircleHelp, type LucideIcon, Play } from 'lucide-react';
import type { Viewpoint } from '#shared/domain/station-ticket.ts';
import type { Text } from '../../messages/text.ts';
import { useText } from '../../messages/text-context.tsx';
import { Allergens } from '../../screen/line-boxes.tsx';
import { useMoment, useScreen } from '../../screen/screen-context.ts';
import { useTimeOfDay } from '../../screen/use-site.ts';
import { useTwice } from '../../screen/use-twice.ts';
import type { HeldCourse } from '../../store/held.ts';
import { ticketName } from '../../store/ticket-label.ts';
import { formatDuration } from '../../ui/duration.ts';
import { namesOf } from '../recall/dishes.ts';
import { doesPassDecide } from '../sheet/possible.ts';
import { useTicketActions } from '../use-ticket-actions.ts';

type HeldRowProps = { readonly held: HeldCourse; readonly isFired: boolean; readonly viewpoint: Viewpoint };

/** One course of a ticket that waits: whose, what, since when, and the button that fires it. */
export function HeldRow({ held, isFired, viewpoint }: HeldRowProps) {
  const t = useText();
  const { order, course, lines, sinceMs } = held;
  const allergens = [...new Set(lines.flatMap((line) => line.allergens))];
  return (
    <li data-held-of={order.id} className="overflow-hidden rounded-xl border border-edge bg-surface">
      <div className="grid gap-1 px-4 pt-3 pb-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 className="words text-[2rem] leading-tight font-bold">{ticketName(order)}</h3>
          <Since atMs={sinceMs} />
        </div>
        {course > 0 && <p className="text-meta font-semibold text-muted">{t('line.course', { course })}</p>}
        <p className="words text-[1.375rem] leading-snug font-medium">{namesOf(lines)}</p>
        {allergens.length > 0 && <Allergens names={allergens} />}
      </div>
      <Fire held={held} isFired={isFired} viewpoint={viewpoint} />
    </li>
  );
}

function Since({ atMs }: { readonly atMs: number }) {
  const t = useText();
  const timeOfDay = useTimeOfDay();
  const age = useMoment(({ serverMs }) => formatDuration(serverMs - atMs));
  return (
    <p className="tabular flex gap-3 text-meta font-semibold">
      {t('held.since', { time: timeOfDay(atMs) })}
      <span dir="ltr">{age}</span>
    </p>
  );
}

type Face = 'fire' | 'sure' | 'fired';

/** It stays where it was once it is fired: a bump bar that stands on it is not lost. */
function Fire({ held, isFired, viewpoint }: HeldRowProps) {
  const t = useText();
  const { guard } = useScreen();
  const actions = useTicketActions();
  const { isAsking, tap } = useTwice(doesPassDecide(viewpoint), () => actions.fireHeld(held, viewpoint.station));
  const face: Face = isFired ? 'fired' : isAsking ? 'sure' : 'fire';
  const Icon = icons[face];
  return (
    <button
      type="button"
      data-fire={face}
      aria-disabled={isFired}
      onClick={() => !isFired && guard.allows(`fire/${held.order.id}/${held.course}`, false) && tap()}
      className={`flex min-h-hit w-full items-center justify-center gap-3 px-4 py-2 leading-tight font-bold ${face === 'sure' ? 'text-[1.25rem]' : 'text-[1.5rem]'} ${looks[face]}`}
    >
      <Icon
        aria-hidden
        className={`size-[1.2em] shrink-0 ${face === 'fire' ? 'rtl:rotate-180' : ''}`}
        strokeWidth={3}
      />
      {wordsFor(face, held.course, t)}
      <span className="sr-only"> {t('ticket.name', { ticket: ticketName(held.order) })}</span>
    </button>
  );
}

const icons: Readonly<Record<Face, LucideIcon>> = { fire: Play, sure: CircleHelp, fired: CircleCheckBig };

const looks: Readonly<Record<Face, string>> = {
  fire: 'bg-accent text-on-accent active:brightness-90',
  sure: 'bg-band-warn text-on-band-warn active:brightness-90',
  fired: 'border-t border-edge text-done',
};

function wordsFor(face: Face, course: number, t: Text): string {
  if (face === 'fired') return t('held.fired');
  if (face === 'sure') return t('held.fireAnyway');
  return course > 0 ? t('ticket.fireCourse', { course }) : t('ticket.fire');
}
