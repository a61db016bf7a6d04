import { Plus, SearchX } from 'lucide-react';
import { useId, useState } from 'react';
import type { ProductId } from '#shared/domain/id.ts';
import { hasExpo, type Stations } from '#shared/domain/station.ts';
import { dishesFor } from '../../floor/ring/menu-search.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import type { TrialLine } from './trial-route.ts';
import { TrialRow } from './trial-row.tsx';
import { TrialTickets } from './trial-tickets.tsx';

type TrialOrderProps = { readonly stored: Stations; readonly drafted: Stations };

/** As many as anybody looks through; the rest is found by typing. */
const mostOffered = 8;

/** [STE4] "Where would this go?": an order that nobody cooks. It is never sent, so there is nothing to take back. */
export function TrialOrder({ stored, drafted }: TrialOrderProps) {
  const t = useText();
  const id = useId();
  const products = useScreenState((state) => kitchenOf(state).products);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<ProductId, number>>(new Map());
  const set = (product: ProductId, quantity: number) =>
    setChosen((now) => new Map([...now, [product, quantity] as const].filter(([, many]) => many > 0)));
  const found = dishesFor(products.values(), null, search).filter((product) => !chosen.has(product.id));
  const lines = [...chosen].flatMap(([productId, quantity]): TrialLine[] => {
    const product = products.get(productId);
    return product ? [{ product, quantity }] : [];
  });
  return (
    <section data-trial-order aria-labelledby={id} className="grid gap-4 border-t border-edge pt-6">
      <h2 id={id} className="text-[1.5rem] leading-tight font-bold">
        {t('stationOffice.trialTitle')}
      </h2>
      <p className="text-[1.25rem] leading-snug text-muted">{t('stationOffice.trialHint')}</p>
      {products.size === 0 ? (
        <p className="text-[1.25rem] font-semibold">{t('floor.noMenu')}</p>
      ) : (
        <Field
          type="search"
          label={t('floor.search')}
          value={search}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      {products.size > 0 && found.length === 0 && search !== '' && (
        <p role="status" className="flex items-center gap-2 text-[1.25rem] font-semibold text-muted">
          <SearchX aria-hidden className="size-6 shrink-0" />
          {t('floor.noDish', { text: search })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {found.slice(0, mostOffered).map(({ id: productId, name, sku }) => (
          <Button key={productId} look="framed" wraps data-try={sku} onClick={() => set(productId, 1)}>
            <Plus aria-hidden className="size-[1.1em] shrink-0" />
            <span className="words">{name}</span>
          </Button>
        ))}
      </div>
      {lines.length > 0 && (
        <>
          <ul className="divide-y divide-edge overflow-hidden rounded-xl border border-edge bg-surface">
            {lines.map((line) => (
              <TrialRow
                key={line.product.id}
                line={line}
                stored={stored}
                drafted={drafted}
                onQuantity={(quantity) => set(line.product.id, quantity)}
              />
            ))}
          </ul>
          <TrialTickets lines={lines} stations={drafted} />
          <p className="text-chrome leading-snug text-muted">
            {t(hasExpo(drafted) ? 'stationOffice.thenPass' : 'stationOffice.noPass')}
          </p>
        </>
      )}
    </section>
  );
}
