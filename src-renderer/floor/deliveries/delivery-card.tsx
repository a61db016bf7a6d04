import { Clock, MapPin, Phone, TriangleAlert } from 'lucide-react';
import { type Order, orderTotal } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { useMoment } from '../../screen/screen-context.ts';
import { useTimeOfDay } from '../../screen/use-site.ts';
import { HowFar } from '../orders/how-far.tsx';
import { addressOf } from '../place.ts';
import { useMoney } from '../use-money.ts';
import { deliveryStep, isOverPromise } from './delivery-step.ts';
import { OnItsWay } from './on-its-way.tsx';

/** One order for elsewhere: whose, for when, where to, how far; and what is to be done with it. */
export function DeliveryCard({ order }: { readonly order: Order }) {
  const t = useText();
  const money = useMoney(order.currency);
  const { customerName, customerPhone, notes, number, paymentStatus } = order;
  return (
    <li data-delivery-order={number} className="overflow-hidden rounded-xl border border-edge bg-surface">
      <a href={addressOf({ kind: 'order', order: order.id })} className="grid gap-1 px-4 py-3 active:bg-raised">
        <div className="flex items-baseline justify-between gap-3">
          <h2 className="words text-[1.5rem] leading-tight font-bold">{customerName ?? number}</h2>
          {customerName && <bdi className="text-chrome text-muted">{number}</bdi>}
        </div>
        <Promised order={order} />
        <p className="flex flex-wrap gap-x-3 text-chrome text-muted">
          <span className="tabular">{money(orderTotal(order))}</span>
          <span className="font-semibold">{paymentStatus === 'paid' ? t('floor.paid') : t('tables.toPay')}</span>
        </p>
        {deliveryStep(order) === 'kitchen' && <HowFar order={order} />}
        {notes && (
          <p className="words flex items-start gap-2 text-[1.125rem]">
            <MapPin aria-hidden className="mt-0.5 size-[1.2em] shrink-0 text-muted" />
            {notes}
          </p>
        )}
      </a>
      {customerPhone && <PhoneLink number={customerPhone} />}
      <OnItsWay order={order} />
    </li>
  );
}

function Promised({ order }: { readonly order: Order }) {
  const t = useText();
  const timeOfDay = useTimeOfDay();
  const isOver = useMoment(({ serverMs }) => isOverPromise(order, serverMs));
  if (order.promisedAtMs === null) return null;
  const Icon = isOver ? TriangleAlert : Clock;
  const words = isOver ? 'floor.promiseOver' : 'floor.promisedFor';
  return (
    <p
      data-promise={isOver ? 'over' : 'ahead'}
      className={`flex items-center gap-2 text-[1.25rem] font-bold ${isOver ? 'text-danger' : ''}`}
    >
      <Icon aria-hidden className="size-[1.2em] shrink-0" strokeWidth={2.5} />
      {t(words, { time: timeOfDay(order.promisedAtMs) })}
    </p>
  );
}

/** A phone dials it. */
function PhoneLink({ number }: { readonly number: string }) {
  return (
    <a
      href={`tel:${number.replaceAll(/[^\d+*#]/g, '')}`}
      className="flex min-h-hit items-center gap-2 border-t border-edge px-4 text-[1.25rem] font-semibold underline active:bg-raised"
    >
      <Phone aria-hidden className="size-[1.2em] shrink-0" />
      <bdi className="words">{number}</bdi>
    </a>
  );
}
