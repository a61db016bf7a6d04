import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { plain } from '#shared/domain/order-search.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreen } from '../../screen/screen-context.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { DishRow } from './dish-row.tsx';
import { type Dish, useDishes } from './use-dishes.ts';

/** More is found sooner by typing than by scrolling, and would be drawn anew with every letter. */
const mostRows = 60;

/** The whole menu, to take a dish off that no ticket has ([MEN5]). What is out stands among it, so that a tap moves nothing. */
export function TakeOff({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { guard } = useScreen();
  const [search, setSearch] = useState('');
  const menu = useDishes();
  const found = menu.filter((dish) => fits(dish, search));
  return (
    <section data-menu aria-label={t('out.open')} className="grid gap-4">
      <Button
        look="framed"
        wraps
        data-counts-back
        onClick={() => guard.allows('back to the counts', true) && onClose()}
      >
        <ArrowLeft aria-hidden className="size-7 shrink-0 rtl:-scale-x-100" strokeWidth={2.5} />
        {t('out.close')}
      </Button>
      <Field
        type="search"
        label={t('out.search')}
        value={search}
        autoComplete="off"
        onChange={(event) => setSearch(event.target.value)}
      />
      {found.length === 0 && <Hint words={menu.length === 0 ? t('out.noMenu') : t('out.notFound')} />}
      <ul className="grid gap-2">
        {found.slice(0, mostRows).map((dish) => (
          <DishRow
            key={dish.product.id}
            dish={dish}
            state={dish.isOut ? t('out.isOut') : undefined}
            takeOff={t('out.takeOff')}
          />
        ))}
      </ul>
      {found.length > mostRows && <Hint words={t('out.rest')} />}
    </section>
  );
}

const Hint = ({ words }: { readonly words: string }) => (
  <p role="status" className="px-2 text-[1.25rem] text-muted">
    {words}
  </p>
);

function fits({ product: { name, sku } }: Dish, search: string): boolean {
  const text = plain(`${name} ${sku}`);
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
