import { Printer } from 'lucide-react';
import { type Order, orderTotal } from '#shared/domain/order.ts';
import { useMoney } from '../../floor/use-money.ts';
import { useText } from '../../messages/text-context.tsx';
import { useTimeOfDay } from '../../screen/use-site.ts';
import { ticketName } from '../../store/ticket-label.ts';
import { Button } from '../../ui/button.tsx';
import { addressOf } from '../place.ts';
import { useOrderState } from './order-state.ts';
import { useMomentWords } from './use-moment-words.ts';

/** What an order is, as far as it is known. */
export function OrderFacts({ order }: { readonly order: Order }) {
  const t = useText();
  const money = useMoney(order.currency);
  const time = useTimeOfDay();
  const { date, day } = useMomentWords();
  const state = useOrderState()(order);
  const { businessDay, createdAtMs, promisedAtMs, covers, customerName, customerPhone, serverName, notes } = order;
  const facts: readonly (readonly [string, string | null])[] = [
    [t('orderHistory.fact.taken'), `${day(createdAtMs)}, ${time(createdAtMs)}`],
    [t('orderHistory.day'), date(businessDay)],
    [t('orderHistory.fact.state'), `${state} · ${t(`orderHistory.payment.${order.paymentStatus}`)}`],
    [t('floor.total'), money(orderTotal(order))],
    [t('orderHistory.fact.type'), t(`ticket.type.${order.type}`)],
    [t('floor.covers'), covers === null ? null : String(covers)],
    [t('orderHistory.field.promised'), promisedAtMs === null ? null : `${day(promisedAtMs)}, ${time(promisedAtMs)}`],
    [t('orderHistory.fact.takenBy'), serverName],
    [t('floor.guestName'), customerName],
    [t('floor.phone'), customerPhone],
    [t('orderHistory.field.order-notes'), notes],
    [t('orderHistory.fact.number'), order.orderNumber],
  ];
  return (
    <section data-facts className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="words text-[1.75rem] leading-tight font-bold">{ticketName(order)}</h2>
        <div className="print:hidden">
          <Button look="framed" onClick={() => print()}>
            <Printer aria-hidden className="size-[1.2em]" />
            {t('orderHistory.print')}
          </Button>
        </div>
      </div>
      <dl className="grid gap-x-6 gap-y-3 rounded-xl border border-edge bg-surface p-4 sm:grid-cols-2 lg:grid-cols-3">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className="min-w-0">
              <dt className="text-chrome text-muted">{name}</dt>
              <dd className="words text-[1.25rem] leading-snug font-semibold">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {order.mergedInto !== null && (
        <a
          href={addressOf('history', order.mergedInto)}
          className="flex min-h-hit items-center rounded-lg border-2 border-edge bg-surface px-4 text-[1.25rem] font-semibold underline"
        >
          {t('floor.toMerged')}
        </a>
      )}
    </section>
  );
}
