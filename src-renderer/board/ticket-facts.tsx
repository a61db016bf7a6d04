import { Bike, CalendarClock, type LucideIcon, RotateCcw, ShoppingBag, Users, Utensils, Zap } from 'lucide-react';
import type { OrderType, Recall } from '#shared/domain/order.ts';
import { useText } from '../messages/text-context.tsx';
import type { Ticket } from '../store/ticket.ts';
import { ticketLabel } from '../store/ticket-label.ts';
import { useTimeOfDay } from './use-site.ts';

const typeIcons: Readonly<Record<OrderType, LucideIcon>> = {
  dine_in: Utensils,
  takeaway: ShoppingBag,
  delivery: Bike,
};

type TicketFactsProps = { readonly ticket: Ticket };

/** What is special about it, on a row of its own: the word for its age, which comes later, takes no room from it. */
export function TicketChips({ ticket }: TicketFactsProps) {
  const t = useText();
  const timeOfDay = useTimeOfDay();
  const { order } = ticket;
  const recall = recallHere(ticket);
  if (order.priority !== 'high' && order.promisedAtMs === null && !recall) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-1 text-meta">
      {order.priority === 'high' && <Chip icon={Zap} text={t('ticket.priority')} />}
      {order.promisedAtMs !== null && (
        <Chip icon={CalendarClock} text={t('ticket.promised', { time: timeOfDay(order.promisedAtMs) })} />
      )}
      {recall && <Back recall={recall} />}
    </p>
  );
}

/** What kind of order it is, and whose. */
export function TicketFacts({ ticket }: TicketFactsProps) {
  const t = useText();
  const { order } = ticket;
  const Type = typeIcons[order.type];
  return (
    <p className="flex min-w-0 flex-wrap items-center gap-x-3 font-medium">
      <span className="flex items-center gap-1.5">
        <Type aria-hidden className="size-[1em]" />
        {t(`ticket.type.${order.type}`)}
      </span>
      {ticketLabel(order) !== order.number && <span className="tabular">{order.number}</span>}
      {order.customerName && <strong className="words min-w-0 font-bold">{order.customerName}</strong>}
      {order.serverName && (
        <span className="words min-w-0">
          {t('ticket.takenBy')} <bdi>{order.serverName}</bdi>
        </span>
      )}
      {order.covers && (
        <span className="flex items-center gap-1.5">
          <Users aria-hidden className="size-[1em]" />
          <span className="tabular">{t('ticket.guests', { count: order.covers })}</span>
        </span>
      )}
    </p>
  );
}

function Chip({ icon: Icon, text }: { readonly icon: LucideIcon; readonly text: string }) {
  return (
    <strong className="tabular flex items-center gap-1 rounded bg-chip px-1.5 font-bold text-on-chip">
      <Icon aria-hidden className="size-[1em]" strokeWidth={2.5} />
      {text}
    </strong>
  );
}

function Back({ recall: { by, atMs } }: { readonly recall: Recall }) {
  const t = useText();
  const time = useTimeOfDay()(atMs);
  return (
    <Chip icon={RotateCcw} text={by === null ? t('ticket.backAt', { time }) : t('ticket.back', { name: by, time })} />
  );
}

/** Cooked again, and not done yet. A tap that was taken back is nothing that anybody has to know ([RCL3]). */
function recallHere({ order: { lastRecall }, viewpoint, lines }: Ticket): Recall | null {
  if (!lastRecall || lastRecall.timerKept) return null;
  const isHere = viewpoint.station === null || [null, viewpoint.station].includes(lastRecall.station);
  const isAgain = lines.some(({ line, state }) => line.round > 1 && (state === 'todo' || state === 'ready'));
  return isHere && isAgain ? lastRecall : null;
}
