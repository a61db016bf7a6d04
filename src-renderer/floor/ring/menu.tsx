import { useState } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import type { Cart } from '../cart/cart.ts';
import { asItIs } from './as-it-is.ts';
import { DishSheet } from './dish-sheet.tsx';
import { MenuGrid } from './menu-grid.tsx';
import type { Next, Ring } from './use-ring.ts';

type MenuProps = { readonly cart: Cart; readonly next: Next; readonly onAdd: Ring['add'] };

/** The whole menu; what has to be said about a dish is asked at once. */
export function Menu({ cart, next, onAdd }: MenuProps) {
  const products = useScreenState((state) => kitchenOf(state).products);
  const [tapped, setTapped] = useState<Product>();
  const asked = tapped && asItIs({ products }, tapped);
  const tap = (product: Product) => (mustBeAsked(product) ? setTapped(product) : onAdd(product));
  return (
    <div className="grid gap-3 p-3">
      <MenuGrid products={products} cart={cart} onTap={tap} />
      {asked && (
        <DishSheet
          key={asked.id}
          product={asked}
          said={{ quantity: 1, modifiers: [], notes: '', allergens: [], ...next }}
          isOnOrder={false}
          onClose={() => setTapped(undefined)}
          onDone={(said) => onAdd(asked, said)}
        />
      )}
    </div>
  );
}

/** Something has to be said about it before it can be cooked. */
const mustBeAsked = ({ modifierGroups }: Product) => modifierGroups.some(({ min }) => min > 0);
