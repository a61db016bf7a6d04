import { ChevronsDown, ChevronsUp } from 'lucide-react';
import { useEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import type { Bumped } from '../store/bumped.ts';
import { ticketName } from '../store/ticket-label.ts';
import { Button } from '../ui/button.tsx';
import { useScreen, useWork } from './screen-context.ts';

const cancelMs = 3000;

/** Tickets have changed places by a tap; whoever did not mean it has three seconds ([PRI1]). */
export function PrioritisedToast() {
  const { work, guard } = useScreen();
  const change = useWork(({ prioritised }) => prioritised);
  const key = change?.key;
  useEffect(() => {
    // It lies over tickets, and uncovers them when it goes ([TAP1]).
    guard.moved();
    if (key === undefined) return;
    const timer = setTimeout(() => work.setState({ prioritised: null }), cancelMs);
    return () => clearTimeout(timer);
  }, [key, work, guard]);
  // Whoever signs in next has put nothing in front ([SES4]).
  useEffect(() => () => work.setState({ prioritised: null }), [work]);
  return change && <Toast change={change} />;
}

function Toast({ change }: { readonly change: Bumped }) {
  const t = useText();
  const { client, work, guard } = useScreen();
  const ticket = ticketName(change.before);
  const isHigh = change.after.priority === 'high';
  const Icon = isHigh ? ChevronsUp : ChevronsDown;
  const cancel = () => {
    if (!guard.allows(change.key, true)) return;
    client.undo(change);
    work.setState({ prioritised: null });
  };
  return (
    <div
      role="status"
      data-prioritised
      className="fixed inset-x-0 bottom-4 z-20 mx-auto flex w-[min(44rem,calc(100%-2rem))] items-center gap-4 rounded-xl border-2 border-accent bg-surface p-3 ps-4 text-[1.375rem] shadow-2xl"
    >
      <Icon aria-hidden className="size-8 shrink-0 text-accent" strokeWidth={2.5} />
      <p className="words min-w-0 flex-1 font-semibold">
        {isHigh ? t('ticket.inFront', { ticket }) : t('ticket.notInFront', { ticket })}
      </p>
      <Button size="hit" look="primary" onClick={cancel}>
        {t('action.cancel')}
      </Button>
    </div>
  );
}
