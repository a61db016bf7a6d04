import { Undo2 } from 'lucide-react';
import { useLayoutEffect } from 'react';
import type { Text } from '../messages/text.ts';
import { useText } from '../messages/text-context.tsx';
import { commandName } from '../screen/delivery/command-name.ts';
import { useDismiss } from '../screen/delivery/use-dismiss.ts';
import { useScreen, useScreenState } from '../screen/screen-context.ts';
import { useRefusal } from '../screen/use-refusal.ts';
import type { Notice } from '../store/screen-state.ts';
import { Button } from '../ui/button.tsx';
import { ActionKey } from './keys/action-key.tsx';
import { wordsLook } from './words-look.ts';

/**
 * What was taken back, and why; it stays until somebody has read it. The newest first, one at a time: how many there
 * are stands in the header.
 */
export function Notices({ showKeys }: { readonly showKeys: boolean }) {
  const { guard } = useScreen();
  const notice = useScreenState((state) => state.notices.at(-1));
  const newest = notice?.id;
  // One that comes lies over tickets: whoever taps then meant the ticket, and has not read it ([TAP1]).
  useLayoutEffect(() => (newest === undefined ? undefined : guard.moved()), [newest, guard]);
  return notice && <OneNotice key={newest} notice={notice} showKeys={showKeys} />;
}

function OneNotice({ notice, showKeys }: { readonly notice: Notice; readonly showKeys: boolean }) {
  const t = useText();
  const refusal = useRefusal();
  const dismiss = useDismiss(notice.id);
  return (
    <div role="alert" className={`${wordsLook} arrives border-band-warn`}>
      <Undo2 aria-hidden className="size-8 shrink-0" />
      <p className="words min-w-0 flex-1">
        <strong className="font-bold">{titleOf(notice, t)}</strong> {refusal(notice.objection)}
      </p>
      <Button onClick={dismiss}>
        {t('action.gotIt')}
        {showKeys && <ActionKey action="back" />}
      </Button>
    </div>
  );
}

function titleOf({ ticket: about, line, isBack, command }: Notice, t: Text): string {
  if (command.kind === 'product.set-availability' && line) {
    return t('delivery.notTaken', { what: t('delivery.commandOn', { command: commandName(command, t), line }) });
  }
  const ticket = about || t('ticket.some');
  if (isBack) return t('delivery.ticketIsBack', { ticket });
  return t('delivery.notTaken', { what: line === null ? ticket : t('delivery.lineOnTicket', { line, ticket }) });
}
