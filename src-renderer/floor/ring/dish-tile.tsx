import { Ban } from 'lucide-react';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import { DishPhoto } from '../../ui/dish-photo.tsx';
import type { Cart } from '../cart/cart.ts';
import { leftOf } from '../cart/priced-line.ts';
import { useMoney } from '../use-money.ts';

type DishTileProps = { readonly product: Product; readonly cart: Pick<Cart, 'lines'>; readonly onTap: () => void };

/** A few left are told, so that nobody promises a fifth. */
const fewLeft = 10;

/** One dish to be tapped; what is 86 is grey and says so, at once when the kitchen says it ([MEN4]). */
export function DishTile({ product, cart, onTap }: DishTileProps) {
  const t = useText();
  const money = useMoney(product.currency);
  const { id, name, price, available, stock, photo } = product;
  const count = cart.lines.reduce((sum, line) => (line.productId === id ? sum + line.quantity : sum), 0);
  const left = stock === null ? null : Math.max(0, leftOf(stock) - count);
  return (
    <li className="relative grid">
      <button
        type="button"
        data-dish={product.sku}
        disabled={!available}
        onClick={onTap}
        className="grid min-h-[max(var(--spacing-hit),6rem)] content-between gap-2 rounded-xl border-2 border-edge bg-surface p-3 text-start active:bg-raised disabled:border-dashed disabled:bg-ground disabled:text-muted"
      >
        <span className="grid gap-2">
          <DishPhoto photo={photo} at="tile" isFaded={!available} />
          <span className={`words pe-6 text-[1.25rem] leading-tight font-semibold ${available ? '' : 'line-through'}`}>
            {name}
          </span>
        </span>
        <span className="flex flex-wrap items-baseline justify-between gap-x-2 text-chrome">
          <span className="tabular text-muted">{money(price)}</span>
          {!available && (
            <span className="flex items-center gap-1 font-bold">
              <Ban aria-hidden className="size-[1.1em]" />
              {t('floor.out')}
            </span>
          )}
          {available && left !== null && left <= fewLeft && (
            <span className="font-semibold">{t('floor.left', { number: left })}</span>
          )}
        </span>
      </button>
      {count > 0 && (
        <span
          aria-hidden
          className="pointer-events-none absolute end-1.5 top-1.5 grid h-8 min-w-8 place-items-center rounded-full bg-accent px-2 text-chrome font-bold text-on-accent"
        >
          {count}
        </span>
      )}
    </li>
  );
}
