import { CircleOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ProductId } from '#shared/domain/id.ts';
import { useText } from '../../messages/text-context.tsx';
import { DishRow } from './dish-row.tsx';
import type { Dish } from './use-dishes.ts';

type OutNowProps = {
  readonly dishes: readonly Dish[];
  readonly onChange: (dish: ProductId) => void;
  /** The way to take another one off. */
  readonly wayOff: ReactNode;
  /** Stands beside it. */
  readonly children: ReactNode;
};

/** What nobody can order now, also when no ticket has it any more, and its way back ([MEN5]). */
export function OutNow({ dishes, onChange, wayOff, children }: OutNowProps) {
  const t = useText();
  return (
    <section data-out-now className="grid gap-2">
      <h3 className="flex items-center gap-2 px-2 text-[1.375rem] font-bold">
        <CircleOff aria-hidden className="size-[1.1em] shrink-0" strokeWidth={2.75} />
        {dishes.every(({ isOut }) => isOut) ? t('out.title') : t('out.titleMixed')}
      </h3>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(26rem,100%),1fr))] gap-1.5">
        {dishes.map((dish) => (
          <DishRow
            key={dish.product.id}
            dish={dish}
            state={dish.isOut ? t('out.isOut') : t('out.isBack')}
            takeOff={t('out.again')}
            onChange={() => onChange(dish.product.id)}
          />
        ))}
      </ul>
      <div className={beside}>
        {wayOff}
        {children}
      </div>
    </section>
  );
}

/** Above the counts: who has just run out of something must not look for it below a long list. */
export function NothingOut({ wayOff, children }: Pick<OutNowProps, 'wayOff' | 'children'>) {
  const t = useText();
  return (
    <section className={beside}>
      {wayOff}
      <div className="grid gap-1">
        <p className="text-meta leading-tight text-muted">{t('out.nothing')}</p>
        {children}
      </div>
    </section>
  );
}

/** The way, and what there is to know, in one row: each row more would be two dishes less. */
const beside = 'grid grid-flow-col auto-cols-fr items-center gap-3';
