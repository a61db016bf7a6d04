import { Hourglass, SearchX } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { Nothing } from '../../people/panel-parts.tsx';
import { NeedsKitchen } from '../../screen/needs-kitchen.tsx';
import { Happenings } from './happenings.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderLines } from './order-lines.tsx';
import { useOrderPast } from './use-order-past.ts';

/** All of one order: what it is, how far each dish came and when, and everything that happened, in order. */
export function OrderPage({ id }: { readonly id: string }) {
  const t = useText();
  const { phase, past, again } = useOrderPast(id);
  return (
    <>
      {phase === 'missing' && <NeedsKitchen onAgain={again} />}
      {phase === 'gone' && <Nothing icon={SearchX} words={t('orderHistory.gone')} />}
      {phase === 'asking' && !past && <Nothing icon={Hourglass} words={t('recall.asking')} />}
      {past && (
        <>
          <OrderFacts order={past.order} />
          <OrderLines order={past.order} />
          <Happenings happenings={past.happenings} />
        </>
      )}
    </>
  );
}
