import { ReceiptText, ShoppingBasket, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { Button } from '../../ui/button.tsx';
import { FullPage } from '../../ui/full-page.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { type Cart, dishesIn, saysNothing } from '../cart/cart.ts';
import { totalOf } from '../cart/priced-line.ts';
import { usePlaceName } from '../cart/use-place-name.ts';
import { useCart } from '../floor-context.ts';
import { FloorFrame } from '../floor-frame.tsx';
import { go, goInstead, home } from '../place.ts';
import { useMoney } from '../use-money.ts';
import { AlsoOrdering } from './also-ordering.tsx';
import { CartList } from './cart-list.tsx';
import { CartSheet } from './cart-sheet.tsx';
import { KeepsNothing } from './keeps-nothing.tsx';
import { Menu } from './menu.tsx';
import { NextPicker } from './next-picker.tsx';
import { usePriced } from './use-priced.ts';
import { type Ring, useRing } from './use-ring.ts';

/** Where an order is rung in: the menu, and what is on the order so far. */
export function RingPage({ id }: { readonly id: string }) {
  const t = useText();
  const cart = useCart(id);
  const isLoaded = useScreenState((state) => state.kitchen !== undefined);
  if (cart && isLoaded) return <Ringing cart={cart} />;
  return (
    <FloorFrame title={t('floor.newOrder')} onBack={() => go(home)}>
      <FullPage
        icon={<ReceiptText aria-hidden className="size-16" strokeWidth={1.25} />}
        title={isLoaded ? t('floor.sentTitle') : t('app.loadingTitle')}
        detail={isLoaded ? t('floor.sentDetail') : t('app.loadingDetail')}
        action={
          <Button look="primary" onClick={() => go(home)}>
            {t('floor.orders')}
          </Button>
        }
      />
    </FloorFrame>
  );
}

function Ringing({ cart }: { readonly cart: Cart }) {
  const ring = useRing(cart);
  const name = usePlaceName(cart);
  const isWide = useMedia('(min-width: 60rem)');
  const [isOpen, setOpen] = useState(false);
  const isEmpty = cart.lines.length === 0;
  if (isEmpty && isOpen) setOpen(false);
  // For whom it is was typed, and is mended or thrown away there.
  const back = () => {
    if (!isEmpty) goInstead(home);
    else if (saysNothing(cart)) ring.discard();
    else goInstead({ kind: 'new', cart: cart.id });
  };
  return (
    <FloorFrame
      title={name}
      onBack={back}
      foot={!isWide && !isEmpty && <CartBar cart={cart} onOpen={() => setOpen(true)} />}
    >
      <div className="flex h-full">
        <div className="min-w-0 flex-1 overflow-y-auto">
          <div className="grid gap-3 px-3 pt-3">
            <KeepsNothing />
            <AlsoOrdering table={ring.table} />
            <NextPicker next={ring.next} onChoose={ring.setNext} />
          </div>
          <Menu cart={cart} next={ring.next} onAdd={ring.add} />
        </div>
        {isWide && <Beside cart={cart} ring={ring} name={name} />}
      </div>
      {isOpen && !isEmpty && <CartSheet cart={cart} ring={ring} name={name} onClose={() => setOpen(false)} />}
    </FloorFrame>
  );
}

/** On a phone: how much is on the order; opens it. */
function CartBar({ cart, onOpen }: { readonly cart: Cart; readonly onOpen: () => void }) {
  const t = useText();
  const { lines, currency } = usePriced(cart);
  const money = useMoney(currency);
  return (
    <div className="grid">
      <Button look="primary" data-cart-bar onClick={onOpen}>
        <ShoppingBasket aria-hidden className="size-7" />
        {t('floor.review', { number: dishesIn(cart) })}
        <span className="tabular ms-auto">{money(totalOf(lines))}</span>
      </Button>
    </div>
  );
}

function Beside({ cart, ring, name }: { readonly cart: Cart; readonly ring: Ring; readonly name: string }) {
  const t = useText();
  return (
    <section aria-label={name} className="flex w-[26rem] flex-col border-s border-edge bg-surface">
      {cart.lines.length === 0 ? (
        <div className="grid flex-1 place-items-center p-6 text-center text-[1.25rem] text-muted">
          <div className="grid justify-items-center gap-4">
            <p>{t('floor.emptyCart')}</p>
            <Button look="framed" onClick={ring.discard}>
              <Trash2 aria-hidden className="size-6" />
              {t('floor.discard')}
            </Button>
          </div>
        </div>
      ) : (
        <CartList cart={cart} ring={ring} />
      )}
    </section>
  );
}
