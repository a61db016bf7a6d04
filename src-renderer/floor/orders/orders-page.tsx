import { Plus } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { isSameTable, type Table } from '#shared/domain/table.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { useGuestsAsking } from '../../screen/use-guests-asking.ts';
import { useSettings } from '../../screen/use-site.ts';
import { Button } from '../../ui/button.tsx';
import { AskedCards } from '../asked/asked-cards.tsx';
import { CalledCards } from '../called/called-cards.tsx';
import { useCalled } from '../called/use-called.ts';
import type { Cart } from '../cart/cart.ts';
import { Deliveries } from '../deliveries/deliveries.tsx';
import { useDeliveries } from '../deliveries/use-deliveries.ts';
import { FloorFrame } from '../floor-frame.tsx';
import { go } from '../place.ts';
import { TableList } from '../tables/table-list.tsx';
import { inOrder, isTakenBy } from './floor-order.ts';
import { OrderList } from './order-list.tsx';
import { RefusedCards } from './refused-cards.tsx';
import { UnderWayCards } from './under-way-cards.tsx';
import { UnsentCards } from './unsent-cards.tsx';
import { useOrders, useOwner } from './use-orders.ts';
import { useView } from './view.ts';
import { ViewTabs } from './view-tabs.tsx';

/** What a waiter has to do: what is to be brought, what is not sent, what was not taken, and all that is under way. */
export function OrdersPage() {
  const t = useText();
  const [wanted, choose] = useView();
  const orders = useOrders();
  const owner = useOwner();
  const own = orders.filter((order) => isTakenBy(order, owner));
  const deliveries = useDeliveries();
  const { tables } = useSettings();
  const hasTables = tables.length > 0;
  const view = wanted === 'tables' && !hasTables ? 'own' : wanted;
  const shown = inOrder(view === 'own' ? own : orders);
  const numbers = {
    own: own.length,
    all: orders.length,
    deliveries: deliveries.length > 0 || wanted === 'deliveries' ? deliveries.length : null,
  };
  const called = useCalled();
  const asked = useGuestsAsking();
  useSlidGuard([view, ...[asked, called, deliveries, shown].map((list) => list.map(({ id }) => id).join())].join(' '));
  return (
    <FloorFrame title={t('floor.orders')} foot={<NewOrder />}>
      <div className="grid gap-3 p-3">
        <ViewTabs view={view} numbers={numbers} hasTables={hasTables} onChoose={choose} />
        <RefusedCards />
        <UnsentCards isShown={(cart) => view !== 'tables' || !isOnTile(cart, tables)} />
        <UnderWayCards />
        <AskedCards />
        {view !== 'all' && <CalledCards />}
        {view === 'tables' && <TableList />}
        {view === 'deliveries' && <Deliveries orders={deliveries} />}
        {(view === 'own' || view === 'all') && <OrderList orders={shown} isOwn={view === 'own'} />}
      </div>
    </FloorFrame>
  );
}

/** Its table says it; what may have been sent already needs more words than fit there. */
const isOnTile = ({ orderId, type, place, sentAs }: Cart, tables: readonly Table[]): boolean =>
  orderId === null && sentAs === null && type === 'dine_in' && tables.some(({ name }) => isSameTable(name, place));

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
