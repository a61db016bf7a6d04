import { ChefHat, Hourglass, Plus } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { Button } from '../../ui/button.tsx';
import { FullPage } from '../../ui/full-page.tsx';
import { useCarts } from '../floor-context.ts';
import { FloorFrame } from '../floor-frame.tsx';
import { go } from '../place.ts';
import { inOrder, isTakenBy } from './floor-order.ts';
import { OrderCard } from './order-card.tsx';
import { RefusedCards } from './refused-cards.tsx';
import { ServedCards } from './served-cards.tsx';
import { UnderWayCards } from './under-way-cards.tsx';
import { UnsentCards } from './unsent-cards.tsx';
import { useOrders, useOwnName } from './use-orders.ts';
import { WhoseTabs } from './whose-tabs.tsx';

/** What a waiter has to do: what is to be brought, what is not sent, what was not taken, and all that is under way. */
export function OrdersPage() {
  const t = useText();
  const [isOwn, setOwn] = useState(true);
  const isLoaded = useScreenState((state) => state.kitchen !== undefined);
  const orders = useOrders();
  const name = useOwnName();
  const own = orders.filter((order) => isTakenBy(order, name));
  const shown = inOrder(isOwn ? own : orders);
  const hasUnsent = useCarts().length > 0;
  useSlidGuard(shown.map(({ id }) => id).join());
  const isEmpty = isLoaded && shown.length === 0 && !hasUnsent;
  return (
    <FloorFrame title={t('floor.orders')} foot={<NewOrder />}>
      <div className="grid gap-3 p-3">
        <WhoseTabs isOwn={isOwn} own={own.length} all={orders.length} onChoose={setOwn} />
        <RefusedCards />
        <UnsentCards />
        <UnderWayCards />
        <ul className="grid gap-3 sm:grid-cols-[repeat(auto-fill,minmax(20rem,1fr))]">
          {shown.map((order) => (
            <OrderCard key={order.id} order={order} />
          ))}
        </ul>
        <ServedCards isOwn={isOwn} />
        {!isLoaded && (
          <FullPage
            icon={<Hourglass aria-hidden className="size-16" strokeWidth={1.25} />}
            title={t('app.loadingTitle')}
            detail={t('app.loadingDetail')}
          />
        )}
        {isEmpty && (
          <FullPage
            icon={<ChefHat aria-hidden className="size-16" strokeWidth={1.25} />}
            title={isOwn ? t('floor.noOwnTitle') : t('floor.noneTitle')}
            detail={t('floor.noneDetail')}
          />
        )}
      </div>
    </FloorFrame>
  );
}

/** A card that comes, goes or rises pushes the others: whoever taps then aimed at another table ([TAP1]). */
function useSlidGuard(sequence: string): void {
  const { guard } = useScreen();
  const refused = useScreenState((state) => state.notices.length);
  const shape = `${refused} ${sequence}`;
  const last = useRef(shape);
  useLayoutEffect(() => {
    if (last.current !== shape) guard.slid();
    last.current = shape;
  }, [shape, guard]);
}

function NewOrder() {
  const t = useText();
  return (
    <div className="mx-auto grid max-w-2xl">
      <Button look="primary" data-new-order onClick={() => go({ kind: 'new', cart: null })}>
        <Plus aria-hidden className="size-7" strokeWidth={3} />
        {t('floor.newOrder')}
      </Button>
    </div>
  );
}
