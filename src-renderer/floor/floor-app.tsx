import { useEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { useScreenState } from '../screen/screen-context.ts';
import { AskingPage } from '../screen/sign-in/asking-page.tsx';
import { LoginPage } from '../screen/sign-in/login-page.tsx';
import { PasswordOffer } from '../screen/sign-in/password-offer.tsx';
import { useFloor } from './floor-context.ts';
import { NotHere } from './not-here.tsx';
import { NewOrderPage } from './orders/new-order-page.tsx';
import { OrdersPage } from './orders/orders-page.tsx';
import { usePlace } from './place.ts';
import { RingPage } from './ring/ring-page.tsx';
import { OrderPage } from './ticket/order-page.tsx';

/** The page for who is here. */
export function FloorApp() {
  const t = useText();
  const session = useScreenState((state) => state.session);
  switch (session.phase) {
    case 'asking':
      return <AskingPage unreachable={session.unreachable} />;
    case 'signed-out':
      return <LoginPage lead={t('floor.signInLead')} problem={session.problem} busy={session.busy} />;
    case 'choosing-password':
      return <PasswordOffer problem={session.problem} busy={session.busy} />;
    case 'signed-in':
      if (!takesOrders.has(session.person.role)) return <NotHere role={session.person.role} />;
      return <Floor userId={session.person.userId} />;
  }
}

/** As the server's table of permissions has it; it is asked again at every order ([PER1]). */
const takesOrders: ReadonlySet<string> = new Set(['waiter', 'manager', 'service']);

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
