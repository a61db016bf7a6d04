import type { Product } from '#shared/domain/product.ts';
import { categoriesOf } from '../../floor/ring/menu-search.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { Field } from '../../ui/field.tsx';
import type { FormPart } from './form-part.ts';
import { Pill } from './pill.tsx';
import { proposedSku } from './proposed-sku.ts';
import { priceText } from './typed-price.ts';

type PlainFieldsProps = FormPart & { readonly product: Product | undefined };

/** What every dish has: a name, a price, a place on the menu, a short name for tills, and how long it takes. */
export function PlainFields({ draft, writing, set, errorAt, product }: PlainFieldsProps) {
  const t = useText();
  const products = useScreenState((state) => kitchenOf(state).products);
  const all = [...products.values()];
  const isTaken = (sku: string) => all.some((one) => one.sku === sku && one.id !== product?.id);
  const rename = (name: string) => {
    // Follows the name until somebody writes one of their own; that of a dish which is on the menu stays.
    const follows = !product && draft.sku === proposedSku(draft.name, isTaken);
    set(follows ? { name, sku: proposedSku(name, isTaken) } : { name });
  };
  return (
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <Field
        label={t('menuOffice.field.name')}
        error={errorAt('name')}
        name="dish-name"
        autoFocus={!product && draft.name === ''}
        autoComplete="off"
        value={draft.name}
        onChange={(event) => rename(event.target.value)}
      />
      <Field
        label={t('menuOffice.field.price')}
        hint={t('menuOffice.priceHint', { example: priceText(1250, writing.currency, writing.language) })}
        error={errorAt('price')}
        name="dish-price"
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
        end={writing.currency && <Unit>{writing.currency}</Unit>}
        value={draft.price}
        onChange={(event) => set({ price: event.target.value })}
      />
      <div className="grid min-w-0 content-start gap-3 sm:col-span-2">
        <Field
          label={t('menuOffice.field.category')}
          hint={t('menuOffice.categoryHint')}
          error={errorAt('category')}
          name="dish-category"
          autoComplete="off"
          value={draft.category}
          onChange={(event) => set({ category: event.target.value })}
        />
        <Categories all={categoriesOf(all)} chosen={draft.category} onChoose={(category) => set({ category })} />
      </div>
      <Field
        label={t('menuOffice.field.sku')}
        hint={t('menuOffice.skuHint')}
        error={errorAt('sku')}
        name="dish-sku"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        value={draft.sku}
        onChange={(event) => set({ sku: event.target.value })}
      />
      <Field
        label={t('menuOffice.field.prepMinutes')}
        hint={t('menuOffice.minutesHint')}
        error={errorAt('prep_minutes')}
        name="dish-minutes"
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        end={<Unit>min</Unit>}
        value={draft.prepMinutes}
        onChange={(event) => set({ prepMinutes: event.target.value })}
      />
    </div>
  );
}

const Unit = ({ children }: { readonly children: string }) => (
  <span dir="ltr" className="grid place-items-center px-4 text-chrome font-semibold text-muted">
    {children}
  </span>
);

type CategoriesProps = {
  readonly all: readonly string[];
  readonly chosen: string;
  readonly onChoose: (category: string) => void;
};

function Categories({ all, chosen, onChoose }: CategoriesProps) {
  const t = useText();
  if (all.length === 0) return null;
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-2">
      <legend className="sr-only">{t('menuOffice.knownCategories')}</legend>
      {all.map((category) => (
        <Pill key={category} isChosen={category === chosen.trim()} onTap={() => onChoose(category)}>
          {category}
        </Pill>
      ))}
    </fieldset>
  );
}
