import { BellRing, Check, ChefHat, CirclePause } from 'lucide-react';
import { liveLines, type Order, orderTotal } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { useMoment } from '../../screen/screen-context.ts';
import { ticketLabel } from '../../store/ticket-label.ts';
import { formatDuration } from '../../ui/duration.ts';
import { addressOf } from '../place.ts';
import { useMoney } from '../use-money.ts';
import { progressOf } from './floor-order.ts';
import { PickUp } from './pick-up.tsx';

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
      <PickUp order={order} />
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

function HowFar({ order }: { readonly order: Order }) {
  const t = useText();
  const { all, ready, served } = progressOf(order);
  if (all === 0) return <p className="text-[1.125rem] font-bold text-danger">{t('floor.isCancelled')}</p>;
  const isHeld = liveLines(order).some(({ heldAtMs }) => heldAtMs !== null);
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[1.125rem] font-semibold">
      {ready > 0 && (
        <span className="flex items-center gap-1.5">
          <BellRing aria-hidden className="size-[1.2em]" />
          {t('floor.readyOf', { ready, all })}
        </span>
      )}
      {ready === 0 && served < all && (
        <span className="flex items-center gap-1.5">
          <ChefHat aria-hidden className="size-[1.2em]" />
          {t('floor.inKitchen', { left: all - served, all })}
        </span>
      )}
      {served > 0 && (
        <span className="flex items-center gap-1.5 text-done">
          <Check aria-hidden className="size-[1.2em]" strokeWidth={3} />
          {t('floor.servedOf', { served, all })}
        </span>
      )}
      {isHeld && (
        <span className="flex items-center gap-1.5">
          <CirclePause aria-hidden className="size-[1.2em]" />
          {t('line.held')}
        </span>
      )}
    </p>
  );
}
