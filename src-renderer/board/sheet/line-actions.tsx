import { CircleCheckBig, CookingPot, Eye, RotateCcw, Undo2 } from 'lucide-react';
import { isBarred } from '#shared/domain/allergen-bar.ts';
import type { TicketLine } from '#shared/domain/station-ticket.ts';
import { useText } from '../../messages/text-context.tsx';
import { useIsPass, useSettings } from '../../screen/use-site.ts';
import type { Ticket } from '../../store/ticket.ts';
import { useTicketActions } from '../use-ticket-actions.ts';
import { VoidQuestion } from '../void-question.tsx';
import { Act } from './act.tsx';
import { FireAct } from './fire-act.tsx';
import { OutOf } from './out-of.tsx';
import { canReady, canStart } from './possible.ts';
import { Reroute } from './reroute.tsx';
import { unreadyStations } from './unready-stations.ts';
import { Why } from './why.tsx';

type LineActionsProps = { readonly ticket: Ticket; readonly one: TicketLine };

/** What can be done with one dish, and why it is here. */
export function LineActions({ ticket, one }: LineActionsProps) {
  const t = useText();
  const { line, state } = one;
  const from = unreadyStations([one], ticket.viewpoint);
  return (
    <div className="grid gap-5 px-4 pt-1 pb-5">
      {state === 'void' ? <VoidQuestion ticket={ticket} line={line} /> : <Progressing ticket={ticket} one={one} />}
      <Reroute ticket={ticket} title={t('sheet.giveOne')} from={from} lineIds={[line.id]} />
      <OutOf line={line} />
      <Why line={line} />
    </div>
  );
}

function Progressing({ ticket, one }: LineActionsProps) {
  const t = useText();
  const actions = useTicketActions();
  const { line, state } = one;
  const settings = useSettings();
  const { station } = ticket.viewpoint;
  const isOut = useIsPass(ticket.viewpoint) && state === 'done';
  const isBack = state === 'ready' || state === 'done';
  const recall = (keepTimer: boolean) => actions.recall(ticket.order, station, keepTimer, [line.id]);
  return (
    <div className="flex flex-wrap gap-3 empty:hidden">
      {isBarred(one, settings) && (
        <Act icon={Eye} text={t('ticket.see.allergens')} onTap={() => actions.acknowledge(ticket, [line.id])} />
      )}
      {canStart(one, settings) && (
        <Act icon={CookingPot} text={t('sheet.start')} onTap={() => actions.startLine(ticket, line.id)} />
      )}
      {canReady(one, settings) && (
        <Act icon={CircleCheckBig} text={t('line.ready')} onTap={() => actions.lineReady(ticket, line.id)} />
      )}
      {state === 'held' && (
        <FireAct viewpoint={ticket.viewpoint} course={0} onFire={() => actions.fire(ticket, null, [line.id])} />
      )}
      {isBack && <Act icon={RotateCcw} text={t('sheet.cookAgain')} onTap={() => recall(false)} />}
      {isBack && (
        <Act icon={Undo2} text={t(isOut ? 'sheet.notHandedOver' : 'sheet.bringBack')} onTap={() => recall(true)} />
      )}
    </div>
  );
}
