import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import type { Cart } from '../cart/cart.ts';
import { pricedLines } from '../cart/priced-line.ts';

/** A cart as the menu has it at this moment. */
export function usePriced(cart: Cart) {
  const products = useScreenState((state) => kitchenOf(state).products);
  const lines = pricedLines(cart, { products });
  return { lines, currency: lines.find(({ product }) => product)?.product?.currency ?? '' };
}
