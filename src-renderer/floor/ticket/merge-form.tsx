import type { Order } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreen } from '../../screen/screen-context.ts';
import { useTwice } from '../../screen/use-twice.ts';
import { ticketName } from '../../store/ticket-label.ts';
import { Button } from '../../ui/button.tsx';
import { useOrders } from '../orders/use-orders.ts';

type MergeFormProps = { readonly order: Order; readonly onClose: () => void };

/** Another order comes to this one, with all that it has; nothing is cooked anew ([GRO2]). */
export function MergeForm({ order, onClose }: MergeFormProps) {
  const t = useText();
  const { client, guard } = useScreen();
  const others = useOrders().filter(
    ({ id, type, cancelledAtMs, paymentStatus }) =>
      id !== order.id && type === order.type && cancelledAtMs === null && paymentStatus === order.paymentStatus,
  );
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
        <MergeButton key={other.id} other={other} onTake={() => take(other)} />
      ))}
    </div>
  );
}

/** There is no way back from it, so the second tap does it. */
function MergeButton({ other, onTake }: { readonly other: Order; readonly onTake: () => void }) {
  const t = useText();
  const { isAsking, tap } = useTwice(true, onTake);
  return (
    <Button look={isAsking ? 'sure' : 'framed'} wraps data-merge={isAsking ? 'sure' : 'ask'} onClick={tap}>
      {isAsking ? t('floor.mergeSure', { ticket: ticketName(other) }) : ticketName(other)}
    </Button>
  );
}
