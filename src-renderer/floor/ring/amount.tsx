import { Minus, Plus } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { mostOfOne } from '../cart/cart.ts';

type AmountProps = {
  readonly quantity: number;
  readonly least?: number;
  readonly most?: number;
  readonly onChoose: (quantity: number) => void;
};

/** How many, by two large buttons. */
export function Amount({ quantity, least = 1, most = mostOfOne, onChoose }: AmountProps) {
  const t = useText();
  return (
    <div className="flex items-center gap-1">
      <Button aria-label={t('floor.less')} disabled={quantity <= least} onClick={() => onChoose(quantity - 1)}>
        <Minus aria-hidden className="size-6" strokeWidth={3} />
      </Button>
      <span className="tabular min-w-12 text-center text-[1.5rem] font-bold">{quantity}</span>
      <Button aria-label={t('floor.more')} disabled={quantity >= most} onClick={() => onChoose(quantity + 1)}>
        <Plus aria-hidden className="size-6" strokeWidth={3} />
      </Button>
    </div>
  );
}
