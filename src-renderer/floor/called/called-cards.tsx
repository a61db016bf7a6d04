import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { OrderCard } from '../orders/order-card.tsx';
import { useCalled } from './use-called.ts';

/** The longest waiting; more of them, and a table below could not be found in a rush. */
const atOnce = 3;

/** Plates of others that go cold; said to everybody, above one's own. */
export function CalledCards() {
  const t = useText();
  const called = useCalled();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? called : called.slice(0, atOnce);
  const more = called.length - shown.length;
  // The next rush begins with the longest again.
  if (isWhole && called.length <= atOnce) setWhole(false);
  if (called.length === 0) return null;
  return (
    <section
      data-called
      aria-label={t('floor.calledTitle')}
      className="grid gap-3 rounded-xl border-2 border-danger p-3"
    >
      <h2 className="flex items-start gap-2 text-[1.25rem] leading-tight font-bold text-danger">
        <Megaphone aria-hidden className="size-[1.2em] shrink-0" />
        {t('floor.calledTitle')}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-[repeat(auto-fill,minmax(20rem,1fr))]">
        {shown.map((order) => (
          <OrderCard key={order.id} order={order} />
        ))}
      </ul>
      {more > 0 && (
        <Button look="framed" wraps data-called-more onClick={() => setWhole(true)}>
          {t('floor.calledMore', { number: more })}
        </Button>
      )}
    </section>
  );
}
