import { useText } from '../../messages/text-context.tsx';
import { isTakenBy } from './floor-order.ts';
import { OrderCard } from './order-card.tsx';
import { useServed } from './use-closed.ts';
import { useOwner } from './use-orders.ts';

/** What was handed over and not paid, one's own or all. */
export function ServedCards({ isOwn }: { readonly isOwn: boolean }) {
  const t = useText();
  const owner = useOwner();
  const shown = useServed().filter((order) => !isOwn || isTakenBy(order, owner));
  if (shown.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="px-1 pt-2 text-[1.25rem] font-bold">{t('floor.servedUnpaid')}</h2>
      <ul className="grid gap-3 sm:grid-cols-[repeat(auto-fill,minmax(20rem,1fr))]">
        {shown.map((order) => (
          <OrderCard key={order.id} order={order} />
        ))}
      </ul>
    </section>
  );
}
