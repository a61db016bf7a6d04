import { History, Hourglass, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Nothing } from '../../people/panel-parts.tsx';
import { NeedsKitchen } from '../../screen/needs-kitchen.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { keepSearch, keptSearch } from './kept-search.ts';
import { OrderRow } from './order-row.tsx';
import { type FoundOrders, useFoundOrders } from './use-found-orders.ts';

/** As the server takes it. */
const longestSearch = 60;

/** An order of any business day, newest first: by what people remember of it. */
export function FindOrders() {
  const t = useText();
  const userId = useScreenState(({ session }) => (session.phase === 'signed-in' ? session.person.userId : null));
  const [asked, setAsked] = useState(() => keptSearch(userId));
  const set = (change: Partial<typeof asked>) => {
    const next = { ...asked, ...change };
    keepSearch(userId, next);
    setAsked(next);
  };
  const { search, day } = asked;
  const found = useFoundOrders(search, day);
  return (
    <>
      <p className="text-[1.25rem] leading-snug text-muted">{t('orderHistory.lead')}</p>
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <Field
          type="search"
          label={t('recall.search')}
          value={search}
          maxLength={longestSearch}
          autoComplete="off"
          onChange={(event) => set({ search: event.target.value })}
        />
        <Field
          type="date"
          label={t('orderHistory.day')}
          value={day}
          max="9999-12-31"
          onChange={(event) => set({ day: event.target.value })}
        />
      </div>
      {found.phase === 'missing' && <NeedsKitchen onAgain={found.again} />}
      {found.orders.length > 0 && (
        <ul
          data-found={found.phase}
          className="divide-y divide-edge overflow-hidden rounded-xl border border-edge bg-surface"
        >
          {found.orders.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      )}
      <WhatIsLeft found={found} isSearch={search.trim() !== '' || day !== ''} />
    </>
  );
}

function WhatIsLeft({ found, isSearch }: { readonly found: FoundOrders; readonly isSearch: boolean }) {
  const t = useText();
  const { phase, orders, more } = found;
  if (phase === 'asking') return <Nothing icon={Hourglass} words={t('recall.asking')} />;
  if (more)
    return (
      <div className="grid gap-3">
        {orders.length === 0 && <Nothing icon={SearchX} words={t('orderHistory.notYet')} />}
        <Button look="framed" wraps data-more onClick={more}>
          {t(orders.length === 0 ? 'orderHistory.searchOn' : 'recall.more')}
        </Button>
      </div>
    );
  if (orders.length > 0 || phase === 'missing') return null;
  return isSearch ? (
    <Nothing icon={SearchX} words={t('orderHistory.nothingFound')} />
  ) : (
    <Nothing icon={History} words={t('orderHistory.noOrders')} />
  );
}
