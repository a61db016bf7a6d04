import { Search } from 'lucide-react';
import type { Product } from '#shared/domain/product.ts';
import { categoriesOf } from '../../floor/ring/menu-search.ts';
import { useText } from '../../messages/text-context.tsx';
import { Segments } from '../../ui/segments.tsx';
import { countOf, type DishFilter, dishStates } from './dish-filter.ts';
import { Pill } from './pill.tsx';

type ListToolsProps = {
  readonly all: readonly Product[];
  readonly filter: DishFilter;
  readonly onFilter: (filter: DishFilter) => void;
};

/** How one dish of many is found. */
export function ListTools({ all, filter, onFilter }: ListToolsProps) {
  const t = useText();
  const categories = categoriesOf(all);
  const set = (change: Partial<DishFilter>) => onFilter({ ...filter, ...change });
  return (
    <div className="grid gap-3">
      <label className="flex items-center gap-2 rounded-lg border-2 border-edge bg-surface px-3 focus-within:border-accent">
        <Search aria-hidden className="size-6 shrink-0 text-muted" />
        <span className="sr-only">{t('menuOffice.search')}</span>
        <input
          type="search"
          value={filter.search}
          placeholder={t('menuOffice.search')}
          autoComplete="off"
          onChange={(event) => set({ search: event.target.value })}
          className="min-h-hit w-full min-w-0 bg-transparent text-[1.25rem] outline-none placeholder:text-muted"
        />
      </label>
      <Segments
        label={t('menuOffice.which')}
        options={dishStates.map((state) => [state, t(`menuOffice.state.${state}`, { number: countOf(all, state) })])}
        chosen={filter.state}
        onChoose={(state) => set({ state })}
      />
      {filter.search.trim() === '' && categories.length > 1 && (
        <fieldset className="flex min-w-0 flex-wrap gap-2">
          <legend className="sr-only">{t('floor.categories')}</legend>
          <Pill isChosen={filter.category === null} onTap={() => set({ category: null })}>
            {t('menuOffice.everyCategory')}
          </Pill>
          {categories.map((category) => (
            <Pill key={category} isChosen={category === filter.category} onTap={() => set({ category })}>
              {category}
            </Pill>
          ))}
        </fieldset>
      )}
    </div>
  );
}
