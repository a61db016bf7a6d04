import { ChevronsDown, ChevronsUp, CirclePause, CookingPot, Eye, Play } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { useIsPass, useSettings } from '../../screen/use-site.ts';
import type { Ticket } from '../../store/ticket.ts';
import { useBoard } from '../board-context.ts';
import { nextStep } from '../next-step.ts';
import { prioritise } from '../prioritise.ts';
import { useTicketActions } from '../use-ticket-actions.ts';
import { Act } from './act.tsx';
import { FireAct } from './fire-act.tsx';
import { heldCourses, holdableCourses, laterLines, startable } from './possible.ts';

type OrderActionsProps = { readonly ticket: Ticket; readonly onDone: () => void };

/** What can be done with the whole ticket at this moment; nothing is offered that would do nothing. */
export function OrderActions({ ticket, onDone }: OrderActionsProps) {
  const t = useText();
  const screen = useBoard();
  const actions = useTicketActions();
  const settings = useSettings();
  const step = nextStep(ticket, settings, useIsPass(ticket.viewpoint));
  const isHigh = ticket.order.priority === 'high';
  const later = laterLines(ticket);
  const held = heldCourses(ticket);
  const holdable = holdableCourses(ticket);
  // What is on hold is fired where it was held.
  const oneByOne = [...new Set([...holdable.slice(1), ...held])].sort((a, b) => a - b);
  const done = (act: () => void) => () => {
    act();
    onDone();
  };
  return (
    <div className="grid grid-cols-2 gap-3 rounded-xl border border-edge bg-surface p-4 max-sm:grid-cols-1">
      {step.kind === 'see' && (
        <Act
          icon={Eye}
          text={t(`ticket.see.${step.what}`)}
          onTap={done(() => actions.acknowledge(ticket, step.lineIds))}
        />
      )}
      {startable(ticket, settings) && (
        <Act icon={CookingPot} text={t('sheet.start')} onTap={done(() => actions.start(ticket, settings))} />
      )}
      {later.length > 0 && (
        <Act icon={Play} text={t('sheet.startNow')} onTap={done(() => actions.fire(ticket, null, later))} />
      )}
      {holdable.length > 0 && (
        <Act icon={CirclePause} text={t('sheet.hold')} onTap={done(() => actions.hold(ticket))} />
      )}
      {oneByOne.map((course) =>
        held.includes(course) ? (
          <FireAct
            key={`fire/${course}`}
            viewpoint={ticket.viewpoint}
            course={course}
            onFire={done(() => actions.fire(ticket, course))}
          />
        ) : (
          <Act
            key={`hold/${course}`}
            icon={CirclePause}
            text={t('sheet.holdCourse', { course })}
            onTap={done(() => actions.hold(ticket, course))}
          />
        ),
      )}
      <Act
        icon={isHigh ? ChevronsDown : ChevronsUp}
        text={isHigh ? t('sheet.normal') : t('sheet.prioritise')}
        onTap={done(() => prioritise(screen, ticket))}
      />
    </div>
  );
}
