import { totalOf } from '../floor/cart/priced-line.ts';
import { useMoney } from '../floor/use-money.ts';
import { useText } from '../messages/text-context.tsx';
import { usePricedBasket } from './table-context.ts';

/** What was sent, to be looked over while one waits. */
export function DishesAsked() {
  const t = useText();
  const { lines, currency } = usePricedBasket();
  const money = useMoney(currency);
  if (lines.length === 0) return null;
  return (
    <section aria-label={t('selfOrder.basket')} className="grid gap-3">
      <ul className="grid gap-3">
        {lines.map(({ line, product, total }) => (
          <li key={line.key} className="grid gap-1 border-b border-edge pb-3 text-[1.25rem]">
            <span className="flex items-baseline justify-between gap-3 font-semibold">
              <span className="words">
                {line.quantity}× {product?.name ?? t('floor.unknownDish')}
              </span>
              <span className="tabular">{product && money(total)}</span>
            </span>
            {line.modifiers.length > 0 && (
              <span className="words text-chrome text-muted">{line.modifiers.join(', ')}</span>
            )}
            {line.notes && <span className="words text-chrome">“{line.notes}”</span>}
          </li>
        ))}
      </ul>
      <p className="flex items-baseline justify-between gap-4 text-[1.375rem] font-bold">
        {t('floor.total')}
        <span className="tabular">{money(totalOf(lines))}</span>
      </p>
    </section>
  );
}
