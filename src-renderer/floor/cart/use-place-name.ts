import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { tableLabel, ticketName } from '../../store/ticket-label.ts';
import type { Cart } from './cart.ts';

/** What a cart is called: its table, the guest's name, or the order that it is added to. */
export function usePlaceName({ orderId, type, place }: Pick<Cart, 'orderId' | 'type' | 'place'>): string {
  const t = useText();
  const order = useScreenState((state) => (orderId === null ? undefined : kitchenOf(state).orders.get(orderId)));
  if (order) return ticketName(order);
  const name = place.trim();
  if (type === 'dine_in') return name ? tableLabel(name) : t('floor.noTable');
  return name ? `${t(`ticket.type.${type}`)} · ${name}` : t(`ticket.type.${type}`);
}
