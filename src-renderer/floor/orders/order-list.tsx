import { ChefHat, Hourglass } from 'lucide-react';
import type { Order } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { FullPage } from '../../ui/full-page.tsx';
import { useCarts } from '../floor-context.ts';
import { OrderCard } from './order-card.tsx';
import { ServedCards } from './served-cards.tsx';

type OrderListProps = { readonly orders: readonly Order[]; readonly isOwn: boolean };

/** Orders that are under way, and what was served and is not paid. */
export function OrderList({ orders, isOwn }: OrderListProps) {
  const t = useText();
  const isLoaded = useScreenState((state) => state.kitchen !== undefined);
  const hasUnsent = useCarts().length > 0;
  const isEmpty = isLoaded && orders.length === 0 && !hasUnsent;
  return (
    <>
      <ul className="grid gap-3 sm:grid-cols-[repeat(auto-fill,minmax(20rem,1fr))]">
        {orders.map((order) => (
          <OrderCard key={order.id} order={order} />
        ))}
      </ul>
      <ServedCards isOwn={isOwn} />
      {!isLoaded && <Loading />}
      {isEmpty && (
        <FullPage
          icon={<ChefHat aria-hidden className="size-16" strokeWidth={1.25} />}
          title={isOwn ? t('floor.noOwnTitle') : t('floor.noneTitle')}
          detail={t('floor.noneDetail')}
        />
      )}
    </>
  );
}

function Loading() {
  const t = useText();
  return (
    <FullPage
      icon={<Hourglass aria-hidden className="size-16" strokeWidth={1.25} />}
      title={t('app.loadingTitle')}
      detail={t('app.loadingDetail')}
    />
  );
}
