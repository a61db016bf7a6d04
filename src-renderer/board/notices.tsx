import { Undo2 } from 'lucide-react';
import { useLayoutEffect } from 'react';
import type { Text } from '../messages/text.ts';
import { useText } from '../messages/text-context.tsx';
import type { Notice } from '../store/board-state.ts';
import { Button } from '../ui/button.tsx';
import { useBoard, useScreen } from './screen-context.ts';
import { useDismiss } from './use-dismiss.ts';
import { useRefusal } from './use-refusal.ts';

/** What was taken back, and why; it stays until somebody has read it. On a phone one at a time: it covers tickets. */
export function Notices() {
  const { guard } = useScreen();
  const notices = useBoard((state) => state.notices);
  const newest = notices.at(-1)?.id;
  // One that comes lies over tickets: whoever taps then meant the ticket, and has not read it ([TAP1]).
  useLayoutEffect(() => (newest === undefined ? undefined : guard.moved()), [newest, guard]);
  if (notices.length === 0) return null;
  return (
    <ul className="pointer-events-none fixed inset-x-0 bottom-4 z-10 mx-auto grid w-full max-w-3xl gap-2 px-4">
      {notices.slice(-3).map((notice) => (
        <NoticeRow key={notice.id} notice={notice} />
      ))}
    </ul>
  );
}

function NoticeRow({ notice }: { readonly notice: Notice }) {
  const t = useText();
  const refusal = useRefusal();
  const dismiss = useDismiss(notice.id);
  return (
    <li
      role="alert"
      className="arrives pointer-events-auto flex items-center gap-4 rounded-xl border-2 border-band-warn bg-surface p-3 ps-4 text-[1.375rem] shadow-2xl max-sm:not-last:hidden"
    >
      <Undo2 aria-hidden className="size-8 shrink-0" />
      <p className="words min-w-0 flex-1">
        <strong className="font-bold">{titleOf(notice, t)}</strong> {refusal(notice.objection)}
      </p>
      <Button size="hit" onClick={dismiss}>
        {t('action.gotIt')}
      </Button>
    </li>
  );
}

function titleOf({ ticket: about, line, isBack }: Notice, t: Text): string {
  const ticket = about || t('ticket.some');
  if (isBack) return t('delivery.ticketIsBack', { ticket });
  return t('delivery.notTaken', { what: line === null ? ticket : t('delivery.lineOnTicket', { line, ticket }) });
}
