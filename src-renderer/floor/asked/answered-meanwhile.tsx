import { TriangleAlert } from 'lucide-react';
import { selfOrderId } from '#shared/domain/id.ts';
import type { SelfOrderState } from '#shared/domain/self-order.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { Button } from '../../ui/button.tsx';
import type { Cart } from '../cart/cart.ts';
import { useFloor } from '../floor-context.ts';

/** Whether what the cart would take was answered by somebody else, and how. */
export function useAnswered({ selfOrder }: Cart): Exclude<SelfOrderState, 'waiting'> | null {
  return useScreenState((state) => {
    const known = selfOrder === undefined ? undefined : kitchenOf(state).selfOrders.get(selfOrderId(selfOrder));
    return known === undefined || known.state === 'waiting' ? null : known.state;
  });
}

/** Two waiters at one wish: the second decides whether the guests get it once more ([SLF2]). */
export function AnsweredMeanwhile({ cart }: { readonly cart: Cart }) {
  const t = useText();
  const { carts } = useFloor();
  const answered = useAnswered(cart);
  if (answered === null) return null;
  return (
    <div
      role="alert"
      data-answered={answered}
      className="grid gap-2 rounded-xl border-2 border-danger bg-surface px-4 py-3"
    >
      <p className="flex items-start gap-2 text-[1.25rem] leading-snug font-bold text-danger">
        <TriangleAlert aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
        <span className="words">{t(`selfOrderDesk.ended.${answered}`)}</span>
      </p>
      <p className="words text-chrome">{t('selfOrderDesk.endedDetail')}</p>
      <div>
        <Button look="framed" wraps data-send-anyway onClick={() => carts.put({ ...cart, selfOrder: undefined })}>
          {t('selfOrderDesk.anyway')}
        </Button>
      </div>
    </div>
  );
}
