import { useEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { useScreenState } from '../screen/screen-context.ts';
import { AskingPage } from '../screen/sign-in/asking-page.tsx';
import { LoginPage } from '../screen/sign-in/login-page.tsx';
import { PasswordOffer } from '../screen/sign-in/password-offer.tsx';
import { useFloor } from './floor-context.ts';
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
      return <Floor userId={session.person.userId} />;
  }
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
      return <NewOrderPage />;
    case 'ring':
      return <RingPage key={place.cart} id={place.cart} />;
    case 'order':
      return <OrderPage key={place.order} id={place.order} />;
  }
}
