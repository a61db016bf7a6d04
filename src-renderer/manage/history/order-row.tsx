import { ChevronRight } from 'lucide-react';
import { type Order, orderTotal } from '#shared/domain/order.ts';
import { useMoney } from '../../floor/use-money.ts';
import { useText } from '../../messages/text-context.tsx';
import { useTimeOfDay } from '../../screen/use-site.ts';
import { ticketName } from '../../store/ticket-label.ts';
import { addressOf } from '../place.ts';
import { useOrderState } from './order-state.ts';
import { useMomentWords } from './use-moment-words.ts';

/** One order among many, by what people know it by; it leads to all of its past. */
export function OrderRow({ order }: { readonly order: Order }) {
  const t = useText();
  const money = useMoney(order.currency);
  const time = useTimeOfDay();
  const { day } = useMomentWords();
  const stateOf = useOrderState();
  const { id, createdAtMs, customerName, serverName, type, lines, paymentStatus } = order;
  const dishes = lines.map(({ quantity, name }) => `${quantity} ${name}`).join(', ');
  const facts = [
    `${day(createdAtMs)}, ${time(createdAtMs)}`,
    t(`ticket.type.${type}`),
    ...(serverName ? [serverName] : []),
    ...(customerName ? [customerName] : []),
  ];
  return (
    <li className="grid">
      <a
        href={addressOf('history', id)}
        data-order={order.number}
        className="flex min-h-hit items-center gap-4 p-4 active:bg-raised"
      >
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="words text-[1.5rem] leading-tight font-bold">{ticketName(order)}</span>
            <span className="text-[1.25rem] font-semibold">
              {stateOf(order)} · {t(`orderHistory.payment.${paymentStatus}`)} ·{' '}
              <span className="tabular">{money(orderTotal(order))}</span>
            </span>
          </span>
          <span className="words text-chrome leading-snug text-muted">{facts.join(' · ')}</span>
          <span className="words line-clamp-2 text-chrome leading-snug">{dishes}</span>
        </span>
        <ChevronRight aria-hidden className="size-7 shrink-0 text-muted rtl:rotate-180" />
      </a>
    </li>
  );
}
