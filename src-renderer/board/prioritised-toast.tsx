import { ChevronsDown, ChevronsUp } from 'lucide-react';
import { useEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { useScreenState } from '../screen/screen-context.ts';
import type { WayBack } from '../store/bumped.ts';
import { ticketName } from '../store/ticket-label.ts';
import { useBoard, useWork } from './board-context.ts';
import { ChangeToast } from './change-toast.tsx';
import { takeBackPriority } from './prioritise.ts';

const cancelMs = 3000;

/** Tickets have changed places by a tap; whoever did not mean it has three seconds ([PRI1]). */
export function PrioritisedToast({ showKeys }: { readonly showKeys: boolean }) {
  const { work, guard } = useBoard();
  const change = useWork(({ prioritised }) => prioritised);
  const key = change?.key;
  // It would hide the refusal, and its cancelling would be refused, too.
  const isRefused = useScreenState(({ notices }) => notices.some(({ id }) => id === key));
  useEffect(() => (isRefused ? work.setState({ prioritised: null }) : undefined), [isRefused, work]);
  useEffect(() => {
    // It lies over tickets, and uncovers them when it goes ([TAP1]).
    guard.moved();
    if (key === undefined) return;
    const timer = setTimeout(() => work.setState({ prioritised: null }), cancelMs);
    return () => clearTimeout(timer);
  }, [key, work, guard]);
  // Whoever signs in next has put nothing in front ([SES4]).
  useEffect(() => () => work.setState({ prioritised: null }), [work]);
  return change && <Toast change={change} showKeys={showKeys} />;
}

function Toast({ change, showKeys }: { readonly change: WayBack; readonly showKeys: boolean }) {
  const t = useText();
  const screen = useBoard();
  const ticket = ticketName(change.before);
  const isHigh = change.after.priority === 'high';
  const cancel = () => screen.guard.allows(change.key, true) && takeBackPriority(screen);
  return (
    <ChangeToast
      mark={{ 'data-prioritised': true }}
      Icon={isHigh ? ChevronsUp : ChevronsDown}
      words={isHigh ? t('ticket.inFront', { ticket }) : t('ticket.notInFront', { ticket })}
      wayBack={t('action.cancel')}
      onWayBack={cancel}
      showKeys={showKeys}
    />
  );
}
