import { Ban } from 'lucide-react';
import { type Order, orderStatus } from '#shared/domain/order.ts';
import { useText } from '../messages/text-context.tsx';

/** The whole order was called off, at once or dish by dish; it stays until somebody has taken it off the board ([CRD6]). */
export function CancelledMark({ order }: { readonly order: Order }) {
  const t = useText();
  if (orderStatus(order) !== 'cancelled') return null;
  return (
    <div data-head data-cancelled className="border-b-4 border-danger px-3 py-2 text-danger">
      <strong className="flex items-center gap-2 text-item leading-tight font-bold">
        <Ban aria-hidden className="size-[1em]" strokeWidth={2.5} />
        {t('ticket.cancelled')}
      </strong>
      {order.cancelReason && (
        <span className="words text-detail leading-tight font-semibold">{order.cancelReason}</span>
      )}
    </div>
  );
}
