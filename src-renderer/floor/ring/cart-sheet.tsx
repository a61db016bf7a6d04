import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import type { Cart } from '../cart/cart.ts';
import { CartList } from './cart-list.tsx';
import type { Ring } from './use-ring.ts';

type CartSheetProps = {
  readonly cart: Cart;
  readonly ring: Ring;
  readonly name: string;
  readonly onClose: () => void;
};

/** On a phone what is on the order lies over the menu. */
export function CartSheet({ cart, ring, name, onClose }: CartSheetProps) {
  return (
    <GuardedDialog title={name} onClose={onClose}>
      <CartList cart={cart} ring={ring} />
    </GuardedDialog>
  );
}
