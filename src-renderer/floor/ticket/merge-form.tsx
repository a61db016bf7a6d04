import type { Order } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreen } from '../../screen/screen-context.ts';
import { ticketName } from '../../store/ticket-label.ts';
import { Button } from '../../ui/button.tsx';
import { useOrders } from '../orders/use-orders.ts';

type MergeFormProps = { readonly order: Order; readonly onClose: () => void };

/** Another order comes to this one, with all that it has; nothing is cooked anew ([GRO2]). */
export function MergeForm({ order, onClose }: MergeFormProps) {
  const t = useText();
  const { client, guard } = useScreen();
  const others = useOrders().filter(({ id, type }) => id !== order.id && type === order.type);
  const { restaurantId, id: orderId } = order;
  const take = (from: Order) => {
    if (!guard.allows(`merge/${orderId}`, false)) return;
    client.command({ kind: 'order.merge', restaurantId, orderId, fromId: from.id });
    onClose();
  };
  return (
    <div className="grid gap-3">
      <p className="words text-chrome text-muted">{t('floor.mergeLead', { ticket: ticketName(order) })}</p>
      {others.length === 0 && <p className="text-[1.25rem] font-semibold">{t('floor.noOther')}</p>}
      {others.map((other) => (
        <Button key={other.id} look="framed" wraps data-merge={other.id} onClick={() => take(other)}>
          {ticketName(other)}
        </Button>
      ))}
    </div>
  );
}
