import { PenLine, Send, Trash2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { useTwice } from '../../screen/use-twice.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { Button } from '../../ui/button.tsx';
import { AnsweredMeanwhile, useAnswered } from '../asked/answered-meanwhile.tsx';
import { type Cart, dishesIn } from '../cart/cart.ts';
import { totalOf } from '../cart/priced-line.ts';
import { go } from '../place.ts';
import { useMoney } from '../use-money.ts';
import { asItIs } from './as-it-is.ts';
import { CartRow } from './cart-row.tsx';
import { DishSheet } from './dish-sheet.tsx';
import { usePriced } from './use-priced.ts';
import type { Ring } from './use-ring.ts';

/** What is on the order, what it costs, and the button that sends it to the kitchen. */
export function CartList({ cart, ring }: { readonly cart: Cart; readonly ring: Ring }) {
  const t = useText();
  const { guard } = useScreen();
  const { lines, currency } = usePriced(cart);
  const money = useMoney(currency);
  const [opened, setOpened] = useState<{ readonly key: string; readonly product: Product }>();
  const asked = lines.find(({ line }) => line.key === opened?.key);
  const kitchen = useScreenState(kitchenOf);
  const isAnswered = useAnswered(cart) !== null;
  const isHindered = isAnswered || lines.some(({ hindrance }) => hindrance !== null);
  return (
    <div className="flex h-full min-h-0 flex-1 flex-col">
      <div className="grid px-3 pt-3">
        <Button look="framed" data-for-whom onClick={() => go({ kind: 'new', cart: cart.id })}>
          <PenLine aria-hidden className="size-6" />
          {t('floor.forWhom')}
        </Button>
      </div>
      <ul className="min-h-0 flex-1 overflow-y-auto">
        {lines.map((one) => (
          <CartRow
            key={one.line.key}
            one={one}
            ring={ring}
            onOpen={() => one.product && setOpened({ key: one.line.key, product: one.product })}
          />
        ))}
      </ul>
      <div className="grid gap-2 border-t border-edge p-3">
        {isAnswered && <AnsweredMeanwhile cart={cart} />}
        <p className="flex items-baseline justify-between gap-4 text-[1.5rem] font-bold">
          {t('floor.total')}
          <span className="tabular" data-total>
            {money(totalOf(lines))}
          </span>
        </p>
        {isHindered && !isAnswered && (
          <p role="status" className="flex items-start gap-2 text-chrome font-semibold text-danger">
            <TriangleAlert aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
            {t('floor.cannotSend')}
          </p>
        )}
        <Button
          look="primary"
          data-send
          disabled={isHindered}
          onClick={() => guard.allows(`send/${cart.id}`, false) && ring.send()}
        >
          <Send aria-hidden className="size-6 rtl:-scale-x-100" />
          {t('floor.send', { number: dishesIn(cart) })}
        </Button>
        <DiscardCart onDiscard={ring.discard} />
      </div>
      {asked && opened && (
        <DishSheet
          product={asItIs(kitchen, opened.product)}
          said={asked.line}
          isOnOrder
          onClose={() => setOpened(undefined)}
          onDone={(said) => ring.change(asked.line.key, said)}
        />
      )}
    </div>
  );
}

/** Asks first: what was rung in is gone then. */
function DiscardCart({ onDiscard }: { readonly onDiscard: () => void }) {
  const t = useText();
  const { isAsking, tap } = useTwice(true, onDiscard);
  return (
    <Button look={isAsking ? 'sure' : 'quiet'} data-discard={isAsking ? 'sure' : 'ask'} onClick={tap}>
      <Trash2 aria-hidden className="size-6" />
      {isAsking ? t('action.discardForGood') : t('floor.discard')}
    </Button>
  );
}
