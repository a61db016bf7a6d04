import { CircleCheckBig, CookingPot, type LucideIcon, RotateCcw, Undo2 } from 'lucide-react';
import type { TicketLine } from '#shared/domain/station-ticket.ts';
import { useText } from '../../messages/text-context.tsx';
import type { Ticket } from '../../store/ticket.ts';
import { Button } from '../../ui/button.tsx';
import { useScreen } from '../screen-context.ts';
import { useIsPass } from '../use-site.ts';
import { useTicketActions } from '../use-ticket-actions.ts';
import { VoidQuestion } from '../void-question.tsx';
import { OutOf } from './out-of.tsx';
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
      <OutOf ticket={ticket} line={line} />
      <Why line={line} />
    </div>
  );
}

function Progressing({ ticket, one }: LineActionsProps) {
  const t = useText();
  const actions = useTicketActions();
  const { line, state, parts } = one;
  const { station } = ticket.viewpoint;
  const isOut = useIsPass(ticket.viewpoint) && state === 'done';
  const isBack = state === 'ready' || state === 'done';
  const recall = (keepTimer: boolean) => actions.recall(ticket.order, station, keepTimer, [line.id]);
  return (
    <div className="flex flex-wrap gap-3 empty:hidden">
      {state === 'todo' && parts.some(({ status }) => status === 'pending') && (
        <Act icon={CookingPot} text={t('sheet.start')} onTap={() => actions.startLine(ticket, line.id)} />
      )}
      {state === 'todo' && (
        <Act icon={CircleCheckBig} text={t('line.ready')} onTap={() => actions.lineReady(ticket, line.id)} />
      )}
      {isBack && <Act icon={RotateCcw} text={t('sheet.cookAgain')} onTap={() => recall(false)} />}
      {isBack && (
        <Act icon={Undo2} text={t(isOut ? 'sheet.notHandedOver' : 'sheet.bringBack')} onTap={() => recall(true)} />
      )}
    </div>
  );
}

type ActProps = { readonly icon: LucideIcon; readonly text: string; readonly onTap: () => void };

function Act({ icon: Icon, text, onTap }: ActProps) {
  const { guard } = useScreen();
  return (
    <Button size="hit" onClick={() => guard.allows(`line/${text}`, true) && onTap()}>
      <Icon aria-hidden className="size-[1.3em] shrink-0" strokeWidth={2.5} />
      {text}
    </Button>
  );
}
