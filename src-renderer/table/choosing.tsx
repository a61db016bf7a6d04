import { ShoppingBasket } from 'lucide-react';
import { useState } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { dishesIn } from '../floor/cart/cart.ts';
import { totalOf } from '../floor/cart/priced-line.ts';
import { MenuGrid } from '../floor/ring/menu-grid.tsx';
import { useMoney } from '../floor/use-money.ts';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { BasketSheet } from './basket-sheet.tsx';
import { GuestDishSheet, plainlySaid } from './guest-dish-sheet.tsx';
import { usePricedBasket, useTable, useTableScreen } from './table-context.ts';

const noMenu: ReadonlyMap<Product['id'], Product> = new Map();

/** The menu, a dish to say something about, and what is in the basket. */
export function Choosing() {
  const { client, newKey } = useTableScreen();
  const lines = useTable((state) => state.lines);
  const products = useTable((state) => state.products) ?? noMenu;
  const [tapped, setTapped] = useState<Product>();
  const [isOpen, setOpen] = useState(false);
  // What is off the menu meanwhile stays in sight as it was, and cannot be had.
  const asked = tapped && (products.get(tapped.id) ?? { ...tapped, available: false });
  const isEmpty = lines.length === 0;
  if (isEmpty && isOpen) setOpen(false);
  return (
    <>
      <main className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <div className="mx-auto grid max-w-4xl content-start gap-3 p-3">
          <MenuGrid products={products} cart={{ lines }} onTap={setTapped} />
        </div>
      </main>
      <BasketBar isEmpty={isEmpty} onOpen={() => setOpen(true)} />
      {asked && (
        <GuestDishSheet
          key={asked.id}
          product={asked}
          said={plainlySaid}
          isInBasket={false}
          onClose={() => setTapped(undefined)}
          onDone={(said) =>
            client.add({ ...said, productId: asked.id, key: newKey(), seat: null, course: null, allergens: [] })
          }
        />
      )}
      {isOpen && !isEmpty && <BasketSheet onClose={() => setOpen(false)} />}
    </>
  );
}

function BasketBar({ isEmpty, onOpen }: { readonly isEmpty: boolean; readonly onOpen: () => void }) {
  const t = useText();
  const { lines, currency } = usePricedBasket();
  const money = useMoney(currency);
  return (
    <div className="border-t border-edge bg-surface p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
      <div className="mx-auto grid max-w-2xl">
        {isEmpty ? (
          <p className="px-2 py-3 text-center text-[1.125rem] text-muted">{t('selfOrder.howTo')}</p>
        ) : (
          <Button look="primary" data-basket onClick={onOpen}>
            <ShoppingBasket aria-hidden className="size-7" />
            {t('floor.review', { number: dishesIn({ lines: lines.map(({ line }) => line) }) })}
            <span className="tabular ms-auto">{money(totalOf(lines))}</span>
          </Button>
        )}
      </div>
    </div>
  );
}
