import { CircleCheckBig, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { lookBackMs, type SentCommand } from '../../store/delivery.ts';
import { GuardedDialog } from '../guarded-dialog.tsx';
import { useMoment, useScreenState } from '../screen-context.ts';
import { CommandRow, OtherRow, RefusedRow, UnreadableRow } from './delivery-rows.tsx';

type DeliveryPanelProps = { readonly onClose: () => void };

/** Every tap of this screen that somebody may still wonder about, and how far it has come ([DLV1]). */
export function DeliveryPanel({ onClose }: DeliveryPanelProps) {
  const t = useText();
  const notices = useScreenState((state) => state.notices);
  const { trouble, byOthers, unreadable } = useScreenState((state) => state.kept);
  const waiting = useScreenState((state) => state.pending).filter(({ answer }) => answer === null);
  const sent = useRecentlySent();
  const nothing = notices.length + waiting.length + sent.length + byOthers.length + unreadable === 0;
  return (
    <GuardedDialog title={t('delivery.title')} onClose={onClose}>
      <div className="grid gap-6">
        {trouble && <Warning title={t('delivery.keepsNothing')} detail={t(`delivery.keepsNothingWhy.${trouble}`)} />}
        {nothing && <NothingUnderWay />}
        <Section title={t('delivery.notTakenTitle')} count={notices.length}>
          {notices.toReversed().map((notice) => (
            <RefusedRow key={notice.id} notice={notice} />
          ))}
        </Section>
        <Section title={t('delivery.underWayTitle')} count={waiting.length}>
          {waiting.map((one) => (
            <CommandRow key={one.key} one={one} />
          ))}
        </Section>
        <Section title={t('delivery.sentTitle')} count={sent.length}>
          {sent.map((one) => (
            <CommandRow key={one.key} one={one} />
          ))}
        </Section>
        <Section title={t('delivery.othersTitle')} count={byOthers.length + unreadable}>
          {byOthers.map((other) => (
            <OtherRow key={other.userId} other={other} />
          ))}
          {unreadable > 0 && <UnreadableRow count={unreadable} />}
        </Section>
      </div>
    </GuardedDialog>
  );
}

/** Newest first, for as long as somebody may want to look back. */
function useRecentlySent(): readonly SentCommand[] {
  const sent = useScreenState((state) => state.sent);
  const count = useMoment(({ serverMs }) => sent.filter(({ answer }) => serverMs - answer.atMs < lookBackMs).length);
  return sent.slice(sent.length - count).toReversed();
}

function NothingUnderWay() {
  const t = useText();
  return (
    <div className="grid justify-items-center gap-3 px-4 py-16 text-center text-muted">
      <CircleCheckBig aria-hidden className="size-16 text-done" strokeWidth={1.5} />
      <p className="text-[1.75rem] font-bold text-text">{t('delivery.nothingTitle')}</p>
      <p className="max-w-md text-[1.25rem]">{t('delivery.nothingDetail')}</p>
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

function Warning({ title, detail }: { readonly title: string; readonly detail: string }) {
  return (
    <div role="alert" className="flex gap-3 rounded-xl bg-band-warn p-4 text-[1.25rem] leading-snug text-on-band-warn">
      <TriangleAlert aria-hidden className="mt-0.5 size-7 shrink-0" />
      <p>
        <strong className="block font-bold">{title}</strong>
        {detail}
      </p>
    </div>
  );
}
