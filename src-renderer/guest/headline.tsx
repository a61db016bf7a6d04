import {
  CircleCheckBig,
  CircleSlash,
  ClipboardCheck,
  ConciergeBell,
  CookingPot,
  Link2Off,
  type LucideIcon,
} from 'lucide-react';
import type { WireGuest } from '#shared/protocol/wire-guest.ts';
import { useText } from '../messages/text-context.tsx';
import { timeOfDay } from '../ui/time-of-day.ts';
import { useGuest, useGuestMoment } from './guest-context.ts';
import { useStateText } from './use-state-text.ts';

const looks: Readonly<Record<WireGuest['state'], readonly [LucideIcon, string]>> = {
  received: [ClipboardCheck, 'bg-surface text-text'],
  preparing: [CookingPot, 'bg-surface text-text'],
  ready: [ConciergeBell, 'bg-done-solid text-on-done-solid'],
  completed: [CircleCheckBig, 'bg-surface text-text'],
  cancelled: [CircleSlash, 'bg-surface text-text'],
  moved: [Link2Off, 'bg-surface text-text'],
  closed: [CircleCheckBig, 'bg-surface text-text'],
};

/** How it stands, to be read at arm's length; told to who listens when it changes. */
export function Headline({ order }: { readonly order: WireGuest }) {
  const { title, detail } = useStateText(order);
  const [Icon, look] = looks[order.state];
  return (
    <section className={`${look} grid justify-items-center gap-2 rounded-2xl p-6 text-center`}>
      <Icon aria-hidden className="size-14" strokeWidth={1.5} />
      <div role="status" data-state={order.state} className="grid gap-1">
        <h2 className="text-[2rem] leading-tight font-bold">{title}</h2>
        <p className="text-[1.25rem] leading-snug">{detail}</p>
      </div>
      <Expected readyBy={order.ready_by} />
    </section>
  );
}

/** What somebody has promised, for as long as it can be kept; then that it was not ([GST2]). */
function Expected({ readyBy }: { readonly readyBy: string | null }) {
  const t = useText();
  const timeZone = useGuest((state) => state.timeZone);
  const atMs = readyBy === null ? Number.POSITIVE_INFINITY : Date.parse(readyBy);
  const isLate = useGuestMoment(({ serverMs }) => serverMs > atMs);
  if (readyBy === null) return null;
  return (
    <p data-expected className="text-[1.25rem] font-semibold">
      {isLate ? t('guest.late') : t('guest.expected', { time: timeOfDay(atMs, timeZone) })}
    </p>
  );
}
