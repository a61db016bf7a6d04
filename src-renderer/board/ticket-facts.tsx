import {
  Bike,
  CalendarClock,
  type LucideIcon,
  Printer,
  RotateCcw,
  ShoppingBag,
  Users,
  Utensils,
  Zap,
} from 'lucide-react';
import type { OrderType, Recall } from '#shared/domain/order.ts';
import { useText } from '../messages/text-context.tsx';
import { useTimeOfDay } from '../screen/use-site.ts';
import type { Ticket } from '../store/ticket.ts';
import { ticketLabel } from '../store/ticket-label.ts';

const typeIcons: Readonly<Record<OrderType, LucideIcon>> = {
  dine_in: Utensils,
  takeaway: ShoppingBag,
  delivery: Bike,
};

type TicketFactsProps = { readonly ticket: Ticket };

/** What kind of order it is, whose, and what is special about it. */
export function TicketFacts({ ticket }: TicketFactsProps) {
  const t = useText();
  const timeOfDay = useTimeOfDay();
  const { order } = ticket;
  const Type = typeIcons[order.type];
  const recall = recallHere(ticket);
  const printedAtMs = printedHere(ticket);
  return (
    // What stands between two of them takes no room at the end of a line.
    <p className="font-medium [word-spacing:0.5rem]">
      {order.priority === 'high' && <Chip icon={Zap} text={t('ticket.priority')} />}{' '}
      {order.promisedAtMs !== null && (
        <Chip icon={CalendarClock} text={t('ticket.promised', { time: timeOfDay(order.promisedAtMs) })} />
      )}{' '}
      <span className={withIcon}>
        <Type aria-hidden className="size-[1em]" />
        {t(`ticket.type.${order.type}`)}
      </span>{' '}
      {ticketLabel(order) !== order.number && <span className={`tabular ${fact}`}>{order.number}</span>}{' '}
      {/* Long: the facts before it fill the line beside the word for the age. */}
      {recall && <Back recall={recall} />}{' '}
      {printedAtMs !== undefined && (
        <Chip icon={Printer} text={t('printer.printedAt', { time: timeOfDay(printedAtMs) })} />
      )}{' '}
      {order.customerName && <strong className={`words font-bold ${fact}`}>{order.customerName}</strong>}{' '}
      {order.serverName && (
        <span className={`words ${fact}`}>
          {t('ticket.takenBy')} <bdi>{order.serverName}</bdi>
        </span>
      )}{' '}
      {order.covers && (
        <span className={withIcon}>
          <Users aria-hidden className="size-[1em]" />
          <span className="tabular">{t('ticket.guests', { count: order.covers })}</span>
        </span>
      )}
    </p>
  );
}

/** In one piece on its line, as long as there is one that holds it. */
const fact = 'inline-block max-w-full align-top [word-spacing:normal]';
const withIcon = 'inline-flex max-w-full items-center gap-1.5 align-top [word-spacing:normal]';

function Chip({ icon: Icon, text }: { readonly icon: LucideIcon; readonly text: string }) {
  return (
    <strong className={`tabular ${withIcon} rounded bg-chip px-1.5 font-bold text-on-chip`}>
      <Icon aria-hidden className="size-[1em] shrink-0" strokeWidth={2.5} />
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

/** When a slip came out in place of this screen; where the whole is shown, in place of any ([PRT8]). */
function printedHere({ order: { printed = [] }, viewpoint: { station } }: Ticket): number | undefined {
  const here = printed.filter((one) => station === null || one.station === station);
  return here.length === 0 ? undefined : Math.max(...here.map(({ atMs }) => atMs));
}

/** Cooked again, and not done yet. A tap that was taken back is nothing that anybody has to know ([RCL3]). */
function recallHere({ order: { lastRecall }, viewpoint, lines }: Ticket): Recall | null {
  if (!lastRecall || lastRecall.timerKept) return null;
  const isHere = viewpoint.station === null || [null, viewpoint.station].includes(lastRecall.station);
  const isAgain = lines.some(({ line, state }) => line.round > 1 && (state === 'todo' || state === 'ready'));
  return isHere && isAgain ? lastRecall : null;
}
