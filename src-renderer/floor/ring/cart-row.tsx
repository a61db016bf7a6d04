import { useText } from '../../messages/text-context.tsx';
import { Allergens } from '../../screen/line-boxes.tsx';
import type { PricedLine } from '../cart/priced-line.ts';
import { useMoney } from '../use-money.ts';
import { Amount } from './amount.tsx';
import type { Ring } from './use-ring.ts';

type CartRowProps = { readonly one: PricedLine; readonly ring: Pick<Ring, 'change'>; readonly onOpen: () => void };

/** One line: a tap on it says more about the dish, the buttons say how many. */
export function CartRow({ one, ring, onOpen }: CartRowProps) {
  const t = useText();
  const { line, product, total, hindrance } = one;
  const money = useMoney(product?.currency ?? '');
  const { key, quantity, modifiers, notes, seat, course, allergens } = line;
  const places = [seat && t('line.seat', { seat }), course && t('line.course', { course })].filter(Boolean);
  return (
    <li data-cart-line={key} className="grid gap-2 border-b border-edge px-3 py-3">
      <button
        type="button"
        onClick={onOpen}
        disabled={!product}
        className="grid min-h-hit content-center gap-1 text-start active:bg-raised"
      >
        <span className="flex items-baseline justify-between gap-3 text-[1.25rem] font-semibold">
          <span className="words">{product?.name ?? t('floor.unknownDish')}</span>
          <span className="tabular">{product && money(total)}</span>
        </span>
        {modifiers.length > 0 && <span className="words text-chrome text-muted">{modifiers.join(', ')}</span>}
        {notes && <span className="words text-chrome">“{notes}”</span>}
        {places.length > 0 && <span className="text-chrome text-muted">{places.join(' · ')}</span>}
        {allergens.length > 0 && <Allergens names={allergens} />}
      </button>
      {hindrance && <p className="text-chrome font-bold text-danger">{t(`floor.hindrance.${hindrance}`)}</p>}
      <div className="justify-self-end">
        <Amount quantity={quantity} least={0} onChoose={(wanted) => ring.change(key, { quantity: wanted })} />
      </div>
    </li>
  );
}
