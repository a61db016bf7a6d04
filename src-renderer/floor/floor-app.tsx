import { ConciergeBell } from 'lucide-react';
import { useEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { NotHere } from '../screen/not-here.tsx';
import { SessionGate } from '../screen/sign-in/session-gate.tsx';
import { useFloor } from './floor-context.ts';
import { NewOrderPage } from './orders/new-order-page.tsx';
import { OrdersPage } from './orders/orders-page.tsx';
import { usePlace } from './place.ts';
import { RingPage } from './ring/ring-page.tsx';
import { OrderPage } from './ticket/order-page.tsx';

/** As the server's table of permissions has it; it is asked again at every order ([PER1]). */
const takesOrders: ReadonlySet<string> = new Set(['waiter', 'manager', 'service']);

/** The page for who is here. */
export function FloorApp() {
  const t = useText();
  return (
    <SessionGate lead={t('floor.signInLead')}>
      {({ role, userId }) =>
        takesOrders.has(role) ? (
          <Floor userId={userId} />
        ) : (
          <NotHere icon={ConciergeBell} title={t('floor.notHereTitle')} detail={t('floor.notHereDetail')} role={role} />
        )
      }
    </SessionGate>
  );
}

function Floor({ userId }: { readonly userId: string }) {
  const { carts } = useFloor();
  const place = usePlace();
  useEffect(() => {
    carts.show(userId);
    return () => carts.show(null);
  }, [carts, userId]);
  switch (place.kind) {
    case 'orders':
      return <OrdersPage />;
    case 'new':
      return <NewOrderPage key={place.cart} id={place.cart} />;
    case 'ring':
      return <RingPage key={place.cart} id={place.cart} />;
    case 'order':
      return <OrderPage key={place.order} id={place.order} />;
  }
}
