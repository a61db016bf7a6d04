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
  readonly children: ReactNode;
};

/** What nobody can order now, also when no ticket has it any more, and its way back ([MEN5]). */
export function OutNow({ dishes, onChange, children }: OutNowProps) {
  const t = useText();
  return (
    <section data-out-now className="mb-5 grid gap-2">
      <h3 className="flex items-center gap-2 px-2 text-[1.375rem] font-bold">
        <CircleOff aria-hidden className="size-[1.1em] shrink-0" strokeWidth={2.75} />
        {dishes.every(({ isOut }) => isOut) ? t('out.title') : t('out.titleMixed')}
      </h3>
      <ul className="grid gap-2">
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
      {children}
    </section>
  );
}

/** Above the counts: who has just run out of something must not look for it below a long list. */
export function NothingOut({ children }: { readonly children: ReactNode }) {
  const t = useText();
  return (
    <section className="mb-5 grid gap-2">
      {children}
      <p className="px-2 text-[1.25rem] text-muted">{t('out.nothing')}</p>
    </section>
  );
}
