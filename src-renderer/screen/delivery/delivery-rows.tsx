import { TriangleAlert, Undo2, Users } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Text } from '../../messages/text.ts';
import { useText } from '../../messages/text-context.tsx';
import { isRungIn } from '../../outbox/screen-command.ts';
import { type Delivery, deliveryOf, type SentCommand } from '../../store/delivery.ts';
import type { LeftByOther } from '../../store/kept-commands.ts';
import type { PendingCommand } from '../../store/pending-command.ts';
import type { Notice } from '../../store/screen-state.ts';
import { Button } from '../../ui/button.tsx';
import { formatDuration } from '../../ui/duration.ts';
import { useMoment, useScreen } from '../screen-context.ts';
import { useRefusal } from '../use-refusal.ts';
import { commandName } from './command-name.ts';
import { deliveryColours, deliveryIcons } from './delivery-mark.tsx';
import { useDismiss } from './use-dismiss.ts';

const row = 'flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-[1.375rem]';

/** One command: what, how long ago, and how far it has come. */
export function CommandRow({ one }: { readonly one: PendingCommand | SentCommand }) {
  return (
    <li data-delivery={deliveryOf(one)} className={`${row} min-h-hit`}>
      <What {...one} />
      <State delivery={deliveryOf(one)} />
    </li>
  );
}

/** Icon and word; the icons of all rows stand below each other. */
function State({ delivery }: { readonly delivery: Delivery }) {
  const t = useText();
  const Icon = deliveryIcons[delivery];
  return (
    <p className="flex w-62 items-center gap-2.5 text-chrome leading-tight font-semibold max-sm:w-full">
      <Icon aria-hidden className={`size-7 shrink-0 ${deliveryColours[delivery]}`} strokeWidth={2.25} />
      {t(`delivery.state.${delivery}`)}
    </p>
  );
}

function What({ command, about, madeAtMs }: Pick<PendingCommand, 'command' | 'about' | 'madeAtMs'>) {
  const t = useText();
  const age = useMoment(({ serverMs }) => formatDuration(Math.max(0, serverMs - madeAtMs)));
  const [title, deed] = namesOf({ command, about }, t);
  return (
    <div className="min-w-0 flex-1 basis-48">
      <p className="text-[1.5rem] leading-tight font-bold wrap-anywhere">
        <bdi>{title}</bdi>
      </p>
      <p className="text-chrome text-muted wrap-anywhere">
        {deed}
        {' · '}
        <span className="tabular whitespace-nowrap">{t('delivery.ago', { age })}</span>
      </p>
    </div>
  );
}

/** Of a ticket, or of a dish of the menu. */
function namesOf(
  { command, about }: Pick<PendingCommand, 'command' | 'about'>,
  t: Text,
): [title: string, deed: string] {
  const name = commandName(command, t);
  if (command.kind === 'product.set-availability' && about.line) return [about.line, name];
  const deed = about.line ? t('delivery.commandOn', { command: name, line: about.line }) : name;
  return [about.ticket || t('ticket.some'), deed];
}

/** One that was taken back; it stays until somebody has read why ([OBX4]). */
export function RefusedRow({ notice }: { readonly notice: Notice }) {
  const t = useText();
  const refusal = useRefusal();
  const dismiss = useDismiss(notice.id);
  return (
    <li data-delivery="refused" className={row}>
      <What command={notice.command} about={notice} madeAtMs={notice.madeAtMs} />
      {!isRungIn(notice.command) && <Button onClick={dismiss}>{t('action.gotIt')}</Button>}
      <p className="flex w-full wrap-anywhere gap-2.5 text-chrome leading-snug font-semibold">
        <Undo2 aria-hidden className="mt-0.5 size-6 shrink-0 text-danger" strokeWidth={2.25} />
        {t('delivery.refusedBecause', { reason: refusal(notice.objection) })}
      </p>
    </li>
  );
}

/** Another person's are named and counted, not shown ([OBX5]). */
export function OtherRow({ other: { userId, name, count } }: { readonly other: LeftByOther }) {
  const t = useText();
  const { client } = useScreen();
  return (
    <AskedRow
      icon={<Users aria-hidden className="size-7 shrink-0 text-muted" />}
      words={t('delivery.leftByOther', { count, name })}
      question={t('delivery.discardQuestion', { count, name })}
      onDiscard={() => client.discardOf(userId)}
    />
  );
}

/** [OBX6] */
export function UnreadableRow({ count }: { readonly count: number }) {
  const t = useText();
  const { client } = useScreen();
  return (
    <AskedRow
      icon={<TriangleAlert aria-hidden className="size-7 shrink-0 text-muted" />}
      words={t('delivery.unreadableHere', { count })}
      question={t('delivery.discardUnreadableQuestion')}
      onDiscard={client.discardUnreadable}
    />
  );
}

type AskedRowProps = {
  readonly icon: ReactNode;
  readonly words: string;
  readonly question: string;
  readonly onDiscard: () => void;
};

/** What is thrown away here is gone for good, so it takes two taps in different places. */
function AskedRow({ icon, words, question, onDiscard }: AskedRowProps) {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  return (
    <li className={row}>
      {icon}
      <p className="min-w-0 flex-1 basis-48 text-chrome wrap-anywhere leading-snug font-semibold">
        {isAsking ? question : words}
      </p>
      {!isAsking && <Button onClick={() => setAsking(true)}>{t('action.discard')}</Button>}
      {isAsking && (
        <div className="flex w-full gap-3">
          <Button look="primary" onClick={() => setAsking(false)}>
            {t('action.keep')}
          </Button>
          <Button onClick={onDiscard}>{t('action.discardForGood')}</Button>
        </div>
      )}
    </li>
  );
}
