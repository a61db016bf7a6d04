import { FileSpreadsheet, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { routeOf } from '#shared/domain/routing.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { useStationName, useStations } from '../../screen/use-site.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { addressOf } from '../place.ts';
import { type DishFilter, partsFor } from './dish-filter.ts';
import { DishRow } from './dish-row.tsx';
import { EmptyMenu } from './empty-menu.tsx';
import { ListTools } from './list-tools.tsx';
import type { Told } from './menu-section.tsx';
import { NoDish } from './no-dish.tsx';
import { ToldStrip } from './told-strip.tsx';

type DishListProps = {
  readonly filter: DishFilter;
  readonly onFilter: (filter: DishFilter) => void;
  readonly told: Told | null;
  /** The dish that was open last. */
  readonly cameFrom: string | null;
};

/** The whole menu, as it is at this moment ([MNE1]). */
export function DishList({ filter, onFilter, told, cameFrom }: DishListProps) {
  const t = useText();
  const products = useScreenState((state) => kitchenOf(state).products);
  const all = useMemo(() => [...products.values()], [products]);
  const parts = useMemo(() => partsFor(all, filter), [all, filter]);
  const where = useWhere();
  const list = useCameBack(cameFrom);
  if (all.length === 0) return <EmptyMenu told={told} />;
  return (
    <>
      {told && <ToldStrip told={told} />}
      <div className="flex flex-wrap gap-3">
        <ButtonLink look="primary" wraps data-new-dish href={addressOf('menu', 'new')}>
          <Plus aria-hidden className="size-[1.4em] shrink-0" strokeWidth={3} />
          {t('menuOffice.newDish')}
        </ButtonLink>
        <ButtonLink look="framed" wraps data-to-file href={addressOf('menu', 'file')}>
          <FileSpreadsheet aria-hidden className="size-[1.4em] shrink-0" />
          {t('menuOffice.file')}
        </ButtonLink>
      </div>
      <ListTools all={all} filter={filter} onFilter={onFilter} />
      <div ref={list} className="grid gap-6">
        {parts.map(({ category, dishes }) => (
          <section key={category} aria-label={category} className="grid gap-2">
            <h2 className="flex items-baseline gap-3 text-[1.375rem] leading-tight font-bold">
              <span className="words">{category}</span>
              <span className="tabular text-chrome font-semibold text-muted">{dishes.length}</span>
            </h2>
            <ul className="divide-y divide-edge overflow-hidden rounded-xl border border-edge bg-surface">
              {dishes.map((product) => (
                <DishRow key={product.id} product={product} where={where(product)} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {parts.length === 0 && <NoDish filter={filter} onFilter={onFilter} />}
    </>
  );
}

/** The stations that a dish goes to when somebody orders it now. */
function useWhere(): (product: Product) => string {
  const stations = useStations();
  const nameOf = useStationName();
  return (product) =>
    routeOf(product, stations)
      .map(({ station }) => nameOf(station))
      .join(', ');
}

/** Who comes back from a dish finds it where they left off, with the focus on it. */
function useCameBack(id: string | null) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (id === null) return;
    const frame = requestAnimationFrame(() => {
      const link = list.current?.querySelector<HTMLElement>(`[data-dish-id="${id}"] a`);
      link?.scrollIntoView({ block: 'center' });
      link?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [id]);
  return list;
}
