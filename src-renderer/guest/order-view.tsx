import { useEffect } from 'react';
import type { WireGuest } from '#shared/protocol/wire-guest.ts';
import { useText } from '../messages/text-context.tsx';
import { DishList } from './dish-list.tsx';
import { Doubt } from './doubt.tsx';
import { useGuestFreshness } from './guest-context.ts';
import { Headline } from './headline.tsx';
import { KeepOrder } from './keep-order.tsx';
import { Steps } from './steps.tsx';
import { TellMe } from './tell-me.tsx';
import { useStateText } from './use-state-text.ts';

/** One order as its guest may see it. */
export function OrderView({ order }: { readonly order: WireGuest }) {
  const t = useText();
  const isLost = useGuestFreshness() === 'lost' && !order.over;
  const { title } = useStateText(order);
  useEffect(() => {
    document.title = `${order.number} · ${title}`;
  }, [order.number, title]);
  return (
    <div className="flex min-h-full flex-col bg-ground">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-edge bg-surface px-4 py-3">
        <h1 className="text-[1.25rem] font-bold">{t('guest.title')}</h1>
        <p className="text-[1.25rem] font-bold">
          <Whose order={order} />
        </p>
      </header>
      <Doubt isOver={order.over} />
      <main
        data-lost={isLost}
        className={`mx-auto grid w-full max-w-2xl content-start gap-5 p-4 ${isLost ? 'opacity-60 saturate-50' : ''}`}
      >
        <Headline order={order} />
        <Steps order={order} />
        {!order.over && order.state !== 'ready' && <TellMe />}
        {order.items.length > 0 && <DishList items={order.items} />}
        <KeepOrder />
      </main>
    </div>
  );
}

/** At a table that is what guests know; whoever takes their food along listens for a number. */
function Whose({ order: { number, table_number: table } }: { readonly order: WireGuest }) {
  const t = useText();
  return (
    <>
      {table !== null && <bdi>{t('guest.table', { table })} · </bdi>}
      <span dir="ltr" data-number className="tabular">
        {number}
      </span>
    </>
  );
}
