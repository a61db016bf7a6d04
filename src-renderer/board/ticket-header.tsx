import { Bike, ClockAlert, Hourglass, type LucideIcon, ShoppingBag, Users, Utensils, Zap } from 'lucide-react';
import type { Order, OrderType } from '#shared/domain/order.ts';
import { useText } from '../messages/text-context.tsx';
import { type AgeBand, ageBand } from '../store/age-band.ts';
import { ticketLabel } from '../store/ticket-label.ts';
import { formatDuration } from '../ui/duration.ts';
import { useMoment } from './screen-context.ts';

const bands: Readonly<Record<AgeBand, string>> = {
  new: 'bg-band-new text-on-band-new',
  warn: 'bg-band-warn text-on-band-warn',
  late: 'bg-band-late text-on-band-late',
};

/** Who it is for, and how long they have waited: colour, icon, word and figure say the same ([AGE1]). */
export function TicketHeader({ order }: { readonly order: Order }) {
  const band = useMoment(({ serverMs }) => ageBand(serverMs - order.createdAtMs));
  return (
    <header data-head data-band={band} className={`${bands[band]} px-3 pt-2 pb-1.5`}>
      <div className="flex items-start justify-between gap-3">
        <Label text={ticketLabel(order)} />
        <Age createdAtMs={order.createdAtMs} />
      </div>
      <div className="flex min-h-8 items-start justify-between gap-3 text-meta">
        <Facts order={order} />
        <AgeWord band={band} />
      </div>
    </header>
  );
}

/** As large as it can be: a table with a long name is still one name. */
function Label({ text }: { readonly text: string }) {
  const size = text.length > longLabel ? 'text-[1.625rem]' : 'text-label';
  return <h2 className={`words min-w-0 ${size} leading-[1.05] font-bold`}>{text}</h2>;
}

const longLabel = 8;

function Age({ createdAtMs }: { readonly createdAtMs: number }) {
  const age = useMoment(({ serverMs }) => formatDuration(serverMs - createdAtMs));
  return (
    <span dir="ltr" className="tabular shrink-0 text-timer leading-[1.25] font-bold">
      {age}
    </span>
  );
}

const ageIcons: Readonly<Record<AgeBand, LucideIcon | undefined>> = {
  new: undefined,
  warn: Hourglass,
  late: ClockAlert,
};

function AgeWord({ band }: { readonly band: AgeBand }) {
  const t = useText();
  const Icon = ageIcons[band];
  if (!Icon || band === 'new') return null;
  return (
    <strong className="flex shrink-0 items-center gap-1.5 font-bold">
      <Icon aria-hidden className="size-[1.1em]" strokeWidth={2.5} />
      {t(`ticket.age.${band}`)}
    </strong>
  );
}

const typeIcons: Readonly<Record<OrderType, LucideIcon>> = {
  dine_in: Utensils,
  takeaway: ShoppingBag,
  delivery: Bike,
};

function Facts({ order }: { readonly order: Order }) {
  const t = useText();
  const Type = typeIcons[order.type];
  const label = ticketLabel(order);
  return (
    <p className="flex min-w-0 flex-wrap items-center gap-x-3 font-medium">
      {order.priority === 'high' && (
        <strong className="flex items-center gap-1 rounded bg-chip px-1.5 font-bold text-on-chip">
          <Zap aria-hidden className="size-[1em] fill-current" />
          {t('ticket.priority')}
        </strong>
      )}
      <span className="flex items-center gap-1.5">
        <Type aria-hidden className="size-[1em]" />
        {t(`ticket.type.${order.type}`)}
      </span>
      {label !== order.number && <span className="tabular">{order.number}</span>}
      {order.customerName && <strong className="words min-w-0 font-bold">{order.customerName}</strong>}
      {order.serverName && (
        <span className="words min-w-0">
          {t('ticket.takenBy')} <bdi>{order.serverName}</bdi>
        </span>
      )}
      {order.covers && (
        <span className="flex items-center gap-1.5" title={t('ticket.guests', { count: order.covers })}>
          <Users aria-hidden className="size-[1em]" />
          <span className="tabular">{t('ticket.guests', { count: order.covers })}</span>
        </span>
      )}
    </p>
  );
}
