import { Search, SearchX, UtensilsCrossed } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import type { Cart } from '../cart/cart.ts';
import { DishTile } from './dish-tile.tsx';
import { categoriesOf, dishesFor } from './menu-search.ts';

type MenuGridProps = {
  readonly products: ReadonlyMap<Product['id'], Product>;
  readonly cart: Pick<Cart, 'lines'>;
  readonly onTap: (product: Product) => void;
};

/** The whole menu: by category, or by any word of a dish. */
export function MenuGrid({ products, cart, onTap }: MenuGridProps) {
  const t = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const all = useMemo(() => [...products.values()], [products]);
  const categories = categoriesOf(all);
  const category = chosen !== null && categories.includes(chosen) ? chosen : (categories[0] ?? null);
  const dishes = useMemo(() => dishesFor(all, category, search), [all, category, search]);
  return (
    <>
      <SearchBox search={search} onSearch={setSearch} />
      {search.trim() === '' && <Categories all={categories} chosen={category} onChoose={setChosen} />}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-2">
        {dishes.map((product) => (
          <DishTile key={product.id} product={product} cart={cart} onTap={() => onTap(product)} />
        ))}
      </ul>
      {dishes.length === 0 && <Nothing isSearch={search.trim() !== ''} text={search} t={t} />}
    </>
  );
}

type SearchBoxProps = { readonly search: string; readonly onSearch: (text: string) => void };

function SearchBox({ search, onSearch }: SearchBoxProps) {
  const t = useText();
  return (
    <label className="flex items-center gap-2 rounded-lg border-2 border-edge bg-surface px-3 focus-within:border-accent">
      <Search aria-hidden className="size-6 shrink-0 text-muted" />
      <span className="sr-only">{t('floor.search')}</span>
      <input
        type="search"
        value={search}
        placeholder={t('floor.search')}
        autoComplete="off"
        onChange={(event) => onSearch(event.target.value)}
        className="min-h-hit w-full min-w-0 bg-transparent text-[1.25rem] outline-none"
      />
    </label>
  );
}

type CategoriesProps = {
  readonly all: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (category: string) => void;
};

function Categories({ all, chosen, onChoose }: CategoriesProps) {
  const t = useText();
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{t('floor.categories')}</legend>
      {all.map((category) => (
        <button
          key={category}
          type="button"
          aria-pressed={category === chosen}
          onClick={() => onChoose(category)}
          className={`words min-h-hit rounded-full border-2 px-5 text-chrome font-semibold ${category === chosen ? 'border-accent bg-accent text-on-accent' : 'border-edge bg-surface active:bg-raised'}`}
        >
          {category}
        </button>
      ))}
    </fieldset>
  );
}

type NothingProps = { readonly isSearch: boolean; readonly text: string; readonly t: ReturnType<typeof useText> };

function Nothing({ isSearch, text, t }: NothingProps) {
  const Icon = isSearch ? SearchX : UtensilsCrossed;
  return (
    <div className="grid justify-items-center gap-3 py-10 text-center text-[1.25rem] text-muted">
      <Icon aria-hidden className="size-14" strokeWidth={1.25} />
      <p className="words">{isSearch ? t('floor.noDish', { text: text.trim() }) : t('floor.noMenu')}</p>
    </div>
  );
}
