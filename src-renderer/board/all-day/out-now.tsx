import { CircleCheckBig, CircleOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ProductId } from '#shared/domain/id.ts';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import { isAvailable, mayChangeAvailability, outDishes } from '../../store/availability.ts';
import { kitchenOf } from '../../store/board-state.ts';
import { useBoard, useScreen } from '../screen-context.ts';
import { ticketActions } from '../ticket-actions.ts';

/**
 * What nobody can order now, also when no ticket has it any more, and its way back ([MEN5]). What was put back here stays
 * in the list until it is closed: a tap too many is taken back where it was made, and nothing moves.
 */
export function OutNow() {
  const t = useText();
  const [touched, setTouched] = useState<ReadonlySet<ProductId>>(new Set());
  const dishes = useDishes(touched);
  if (dishes.length === 0) return null;
  return (
    <section data-out-now className="mb-5">
      <h3 className="flex items-center gap-2 px-2 pb-2 text-[1.375rem] font-bold">
        <CircleOff aria-hidden className="size-[1.1em] shrink-0" strokeWidth={2.75} />
        {t('out.title')}
      </h3>
      <ul className="grid gap-2">
        {dishes.map((dish) => (
          <OutDish key={dish.id} dish={dish} onTouch={() => setTouched((before) => new Set([...before, dish.id]))} />
        ))}
      </ul>
    </section>
  );
}

/** How a dish is taken off, for who looks for it here. */
export function NothingOut() {
  const t = useText();
  const isAny = useBoard((state) => outDishes(state).length > 0);
  return isAny ? null : <p className="px-2 pt-5 text-[1.25rem] text-muted">{t('out.nothing')}</p>;
}

function useDishes(touched: ReadonlySet<ProductId>): readonly Product[] {
  const { client } = useScreen();
  const products = useBoard((state) => kitchenOf(state).products);
  const pending = useBoard((state) => state.pending);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what it is read from
  return useMemo(() => {
    const state = client.store.getState();
    const out = new Set(outDishes(state).map(({ id }) => id));
    return [...kitchenOf(state).products.values()]
      .filter(({ id }) => out.has(id) || touched.has(id))
      .sort((a, b) => a.name.localeCompare(b.name));
  }, [client, products, pending, touched]);
}

const row =
  'grid w-full grid-cols-[1fr_auto] items-center gap-x-3 rounded-xl border border-edge bg-raised px-3 py-2 text-start';
const nameLook = 'words min-w-0 text-[1.625rem] leading-tight font-semibold';

type OutDishProps = { readonly dish: Product; readonly onTouch: () => void };

function OutDish({ dish, onTouch }: OutDishProps) {
  const t = useText();
  const { client, guard } = useScreen();
  const mayChange = useBoard(mayChangeAvailability);
  const available = useBoard((state) => isAvailable(state, dish.id));
  const tap = () => {
    if (!guard.allows(`86/${dish.id}`, false)) return;
    onTouch();
    ticketActions(client).setAvailable(dish, !available);
  };
  if (!mayChange) {
    return (
      <li data-out={!available} className={row}>
        <span className={nameLook}>{dish.name}</span>
      </li>
    );
  }
  return (
    <li data-out={!available}>
      <button type="button" data-out-dish onClick={tap} className={`${row} min-h-hit active:bg-raised-strong`}>
        <span className="flex min-w-0 items-center gap-2">
          {available && <CircleCheckBig aria-hidden className="size-7 shrink-0 text-done" strokeWidth={2.5} />}
          <span className={nameLook}>{dish.name}</span>
        </span>
        <Change isBack={available} words={available ? t('out.again') : t('out.back')} />
      </button>
    </li>
  );
}

/** What the tap will do. */
function Change({ isBack, words }: { readonly isBack: boolean; readonly words: string }) {
  const Icon = isBack ? CircleOff : CircleCheckBig;
  const look = isBack ? 'border-edge text-muted' : 'border-text';
  return (
    <span className={`flex items-center gap-2 rounded-lg border-2 px-3 py-2 text-chrome font-bold ${look}`}>
      <Icon aria-hidden className="size-[1.2em] shrink-0" strokeWidth={2.5} />
      {words}
    </span>
  );
}
