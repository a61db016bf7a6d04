import { Bike } from 'lucide-react';
import type { Order } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { FullPage } from '../../ui/full-page.tsx';
import { DeliveryCard } from './delivery-card.tsx';

/** All that is to reach a guest elsewhere ([SHP1]). */
export function Deliveries({ orders }: { readonly orders: readonly Order[] }) {
  const t = useText();
  if (orders.length === 0)
    return (
      <FullPage
        icon={<Bike aria-hidden className="size-16" strokeWidth={1.25} />}
        title={t('floor.noDeliveryTitle')}
        detail={t('floor.noDeliveryDetail')}
      />
    );
  return (
    <ul className="grid items-start gap-3 sm:grid-cols-[repeat(auto-fill,minmax(20rem,1fr))]">
      {orders.map((order) => (
        <DeliveryCard key={order.id} order={order} />
      ))}
    </ul>
  );
}
