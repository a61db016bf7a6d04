import { PenLine } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import type { Cart } from '../cart/cart.ts';
import { dishesIn } from '../cart/cart.ts';
import { usePlaceName } from '../cart/use-place-name.ts';
import { useCarts } from '../floor-context.ts';
import { addressOf } from '../place.ts';

/** What was rung in and not sent: it is on this device alone, and says so ([RNG1]). */
export function UnsentCards({ isShown = () => true }: { readonly isShown?: (cart: Cart) => boolean }) {
  const carts = useCarts();
  return carts.filter(isShown).map((cart) => <UnsentCard key={cart.id} cart={cart} />);
}

function UnsentCard({ cart }: { readonly cart: Cart }) {
  const t = useText();
  const name = usePlaceName(cart);
  const products = useScreenState((state) => kitchenOf(state).products);
  const dishes = cart.lines.map((line) => `${line.quantity} × ${products.get(line.productId)?.name ?? '?'}`).join(', ');
  return (
    <a
      href={addressOf({ kind: 'ring', cart: cart.id })}
      data-unsent={cart.id}
      className="grid gap-1 rounded-xl border-2 border-dashed border-accent bg-surface px-4 py-3 active:bg-raised"
    >
      <p className="flex items-center gap-2 text-chrome font-bold text-accent">
        <PenLine aria-hidden className="size-[1.2em]" />
        {t('floor.notSent', { number: dishesIn(cart) })}
      </p>
      <h2 className="words text-[1.5rem] leading-tight font-bold">{name}</h2>
      {cart.sentAs !== null && <p className="text-chrome font-semibold text-danger">{t('floor.maybeSent')}</p>}
      {dishes && <p className="words line-clamp-2 text-chrome text-muted">{dishes}</p>}
    </a>
  );
}
