import type { Order } from '#shared/domain/order.ts';
import { OnItsWay } from '../deliveries/on-its-way.tsx';
import { PickUp } from './pick-up.tsx';

/** What a waiter does next with what is ready: bring it to the table or the counter, or give it to the driver. */
export const NextStep = ({ order }: { readonly order: Order }) =>
  order.type === 'delivery' ? <OnItsWay order={order} /> : <PickUp order={order} />;
