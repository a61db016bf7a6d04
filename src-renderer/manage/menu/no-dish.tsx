import { SearchX } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { type DishFilter, everything } from './dish-filter.ts';

type NoDishProps = { readonly filter: DishFilter; readonly onFilter: (filter: DishFilter) => void };

/** Nothing fits what was looked for; says what that was, and how to see all again. */
export function NoDish({ filter, onFilter }: NoDishProps) {
  const t = useText();
  const text = filter.search.trim();
  return (
    <div role="status" className="grid justify-items-center gap-4 px-4 py-8 text-center text-muted">
      <SearchX aria-hidden className="size-14" strokeWidth={1.25} />
      <p className="words text-[1.25rem] font-semibold">
        {text === '' ? t(`menuOffice.none.${filter.state}`) : t('floor.noDish', { text })}
      </p>
      <Button look="framed" wraps onClick={() => onFilter(everything)}>
        {t('menuOffice.showAll')}
      </Button>
    </div>
  );
}
