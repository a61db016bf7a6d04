import { CircleCheckBig, TriangleAlert, Undo2, Users } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { messages } from '../messages/en.ts';
import type { Notice } from '../store/board-state.ts';
import { type Delivery, deliveryOf, lookBackMs, type SentCommand } from '../store/delivery.ts';
import type { LeftByOther } from '../store/kept-commands.ts';
import type { PendingCommand } from '../store/pending-command.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formatDuration } from '../ui/duration.ts';
import { deliveryColours, deliveryIcons } from './delivery-mark.tsx';
import { useBoard, useMoment, useScreen } from './screen-context.ts';

type DeliveryPanelProps = { readonly onClose: () => void };

/** Every tap of this screen that somebody may still wonder about, and how far it has come ([DLV1]). */
export function DeliveryPanel({ onClose }: DeliveryPanelProps) {
  const notices = useBoard((state) => state.notices);
  const { trouble, byOthers, unreadable } = useBoard((state) => state.kept);
  const waiting = useBoard((state) => state.pending).filter(({ answer }) => answer === null);
  const sent = useRecentlySent();
  const nothing = notices.length + waiting.length + sent.length + byOthers.length + unreadable === 0;
  return (
    <Dialog title={messages.deliveryTitle} closeLabel={messages.close} onClose={onClose}>
      <div className="grid gap-6">
        {trouble && <Warning title={messages.keepsNothing} detail={messages.keepsNothingWhy[trouble]} />}
        {nothing && <NothingUnderWay />}
        <Section title={messages.notTakenTitle} count={notices.length}>
          {notices.toReversed().map((notice) => (
            <RefusedRow key={notice.id} notice={notice} />
          ))}
        </Section>
        <Section title={messages.underWayTitle} count={waiting.length}>
          {waiting.map((one) => (
            <CommandRow key={one.key} one={one} />
          ))}
        </Section>
        <Section title={messages.sentTitle} count={sent.length}>
          {sent.map((one) => (
            <CommandRow key={one.key} one={one} />
          ))}
        </Section>
        <Section title={messages.othersTitle} count={byOthers.length + unreadable}>
          {byOthers.map((other) => (
            <OtherRow key={other.userId} other={other} />
          ))}
          {unreadable > 0 && <UnreadableRow count={unreadable} />}
        </Section>
      </div>
    </Dialog>
  );
}

/** Newest first, for as long as somebody may want to look back. */
function useRecentlySent(): readonly SentCommand[] {
  const sent = useBoard((state) => state.sent);
  const count = useMoment(({ serverMs }) => sent.filter(({ answer }) => serverMs - answer.atMs < lookBackMs).length);
  return sent.slice(sent.length - count).toReversed();
}

function NothingUnderWay() {
  return (
    <div className="grid justify-items-center gap-3 px-4 py-16 text-center text-muted">
      <CircleCheckBig aria-hidden className="size-16 text-done" strokeWidth={1.5} />
      <p className="text-[1.75rem] font-bold text-text">{messages.nothingUnderWay}</p>
      <p className="max-w-md text-[1.25rem]">{messages.nothingUnderWayDetail}</p>
    </div>
  );
}

type SectionProps = { readonly title: string; readonly count: number; readonly children: ReactNode };

function Section({ title, count, children }: SectionProps) {
  if (count === 0) return null;
  return (
    <section>
      <h3 className="mb-2 text-[1.25rem] font-semibold text-muted">{title}</h3>
      <ul className="divide-y divide-edge overflow-hidden rounded-xl border border-edge bg-surface">{children}</ul>
    </section>
  );
}

const row = 'flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-[1.375rem]';

function CommandRow({ one }: { readonly one: PendingCommand | SentCommand }) {
  return (
    <li data-delivery={deliveryOf(one)} className={`${row} min-h-hit`}>
      <What {...one} />
      <State delivery={deliveryOf(one)} />
    </li>
  );
}

/** Icon and word; the icons of all rows stand below each other. */
function State({ delivery }: { readonly delivery: Delivery }) {
  const Icon = deliveryIcons[delivery];
  return (
    <p className="flex w-62 items-center gap-2.5 text-chrome leading-tight font-semibold max-sm:w-full">
      <Icon aria-hidden className={`size-7 shrink-0 ${deliveryColours[delivery]}`} strokeWidth={2.25} />
      {messages.deliveries[delivery]}
    </p>
  );
}

function What({ command, about, madeAtMs }: Pick<PendingCommand, 'command' | 'about' | 'madeAtMs'>) {
  const age = useMoment(({ serverMs }) => formatDuration(Math.max(0, serverMs - madeAtMs)));
  return (
    <div className="min-w-0 flex-1 basis-48">
      <p className="text-[1.5rem] leading-tight font-bold wrap-anywhere">
        <bdi>{about.ticket || messages.someTicket}</bdi>
      </p>
      <p className="text-chrome text-muted wrap-anywhere">
        {messages.commandNames[command.kind](about.line ?? '')}
        {' · '}
        <span className="tabular whitespace-nowrap">{messages.ago(age)}</span>
      </p>
    </div>
  );
}

function RefusedRow({ notice }: { readonly notice: Notice }) {
  const { client } = useScreen();
  return (
    <li data-delivery="refused" className={row}>
      <What command={notice.command} about={notice} madeAtMs={notice.madeAtMs} />
      <Button size="hit" onClick={() => client.dismissNotice(notice.id)}>
        {messages.dismiss}
      </Button>
      <p className="flex w-full wrap-anywhere gap-2.5 text-chrome leading-snug font-semibold">
        <Undo2 aria-hidden className="mt-0.5 size-6 shrink-0 text-danger" strokeWidth={2.25} />
        {messages.refusedBecause(notice.detail)}
      </p>
    </li>
  );
}

function OtherRow({ other: { userId, name, count } }: { readonly other: LeftByOther }) {
  const { client } = useScreen();
  return (
    <AskedRow
      icon={<Users aria-hidden className="size-7 shrink-0 text-muted" />}
      words={messages.leftByOther(count, name)}
      question={messages.discardQuestion(count, name)}
      onDiscard={() => client.discardOf(userId)}
    />
  );
}

function UnreadableRow({ count }: { readonly count: number }) {
  const { client } = useScreen();
  return (
    <AskedRow
      icon={<TriangleAlert aria-hidden className="size-7 shrink-0 text-muted" />}
      words={messages.unreadable(count)}
      question={messages.discardUnreadableQuestion}
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
  const [isAsking, setAsking] = useState(false);
  return (
    <li className={row}>
      {icon}
      <p className="min-w-0 flex-1 basis-48 text-chrome wrap-anywhere leading-snug font-semibold">
        {isAsking ? question : words}
      </p>
      {!isAsking && (
        <Button size="hit" onClick={() => setAsking(true)}>
          {messages.discard}
        </Button>
      )}
      {isAsking && (
        <div className="flex w-full gap-3">
          <Button size="hit" look="primary" onClick={() => setAsking(false)}>
            {messages.keep}
          </Button>
          <Button size="hit" onClick={onDiscard}>
            {messages.discardForGood}
          </Button>
        </div>
      )}
    </li>
  );
}

function Warning({ title, detail }: { readonly title: string; readonly detail: string }) {
  return (
    <div role="alert" className="flex gap-3 rounded-xl bg-band-warn p-4 text-[1.25rem] leading-snug text-on-band-warn">
      <TriangleAlert aria-hidden className="mt-0.5 size-7 shrink-0" />
      <p>
        <strong className="font-bold">{title}.</strong> {detail}
      </p>
    </div>
  );
}
