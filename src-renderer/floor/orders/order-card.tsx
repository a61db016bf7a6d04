import { type Order, orderTotal } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { useMoment } from '../../screen/screen-context.ts';
import { ticketLabel } from '../../store/ticket-label.ts';
import { formatDuration } from '../../ui/duration.ts';
import { addressOf } from '../place.ts';
import { useMoney } from '../use-money.ts';
import { HowFar } from './how-far.tsx';
import { NextStep } from './next-step.tsx';

/** One order: whose table, how far it has come, and what is to be brought. Opens by a tap. */
export function OrderCard({ order }: { readonly order: Order }) {
  const t = useText();
  const money = useMoney(order.currency);
  const label = ticketLabel(order);
  return (
    <li data-order={order.id} className="overflow-hidden rounded-xl border border-edge bg-surface">
      <a href={addressOf({ kind: 'order', order: order.id })} className="grid gap-1 px-4 py-3 active:bg-raised">
        <div className="flex items-baseline justify-between gap-3">
          <h2 className="words text-[1.75rem] leading-tight font-bold">{label}</h2>
          <Age atMs={order.createdAtMs} />
        </div>
        <p className="flex flex-wrap gap-x-3 text-chrome text-muted">
          {label !== order.number && <bdi>{order.number}</bdi>}
          <span>{t(`ticket.type.${order.type}`)}</span>
          {order.serverName && <bdi>{order.serverName}</bdi>}
          <span className="tabular">{money(orderTotal(order))}</span>
          {order.paymentStatus === 'paid' && <span className="font-semibold text-done">{t('floor.paid')}</span>}
        </p>
        <HowFar order={order} />
      </a>
      <NextStep order={order} />
    </li>
  );
}

function Age({ atMs }: { readonly atMs: number }) {
  const age = useMoment(({ serverMs }) => formatDuration(Math.max(0, serverMs - atMs)));
  return (
    <span dir="ltr" className="tabular text-[1.25rem] font-semibold">
      {age}
    </span>
  );
}
