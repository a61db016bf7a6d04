import { Undo2 } from 'lucide-react';
import { messages } from '../messages/en.ts';
import type { Notice } from '../store/board-state.ts';
import { Button } from '../ui/button.tsx';
import { useBoard, useScreen } from './screen-context.ts';

/** What was taken back, and why; it stays until somebody has read it. */
export function Notices() {
  const { client } = useScreen();
  const notices = useBoard((state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <ul className="pointer-events-none fixed inset-x-0 bottom-4 z-10 mx-auto grid w-full max-w-3xl gap-2 px-4">
      {notices.slice(-3).map((notice) => (
        <li
          key={notice.id}
          role="alert"
          className="arrives pointer-events-auto flex items-center gap-4 rounded-xl border-2 border-band-warn bg-surface p-3 ps-4 text-[1.375rem] shadow-2xl"
        >
          <Undo2 aria-hidden className="size-8 shrink-0" />
          <p className="words min-w-0 flex-1">
            <strong className="font-bold">{titleOf(notice)}</strong> {notice.detail}
          </p>
          <Button onClick={() => client.dismissNotice(notice.id)}>{messages.dismiss}</Button>
        </li>
      ))}
    </ul>
  );
}

function titleOf({ ticket: about, line, isBack }: Notice): string {
  const ticket = about || messages.someTicket;
  if (isBack) return messages.ticketIsBack(ticket);
  return messages.notTaken(line === null ? ticket : messages.lineOnTicket(line, ticket));
}
