import type { WireGuest } from '#shared/protocol/wire-guest.ts';
import { useText } from '../messages/text-context.tsx';

type Dish = WireGuest['items'][number];

/** As they were ordered; what was taken off stays, struck through, so that nobody waits for it. */
export function DishList({ items }: { readonly items: WireGuest['items'] }) {
  const t = useText();
  return (
    <section className="grid gap-2">
      <h2 className="text-[1.25rem] font-bold">{t('guest.dishes')}</h2>
      <ul className="overflow-hidden rounded-2xl border border-edge bg-surface">
        {items.map((dish, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a dish has no name of its own here, and keeps its place
          <DishRow key={index} dish={dish} />
        ))}
      </ul>
    </section>
  );
}

function DishRow({ dish: { name, quantity, modifiers, state } }: { readonly dish: Dish }) {
  const t = useText();
  const isOff = state === 'cancelled';
  return (
    <li data-dish={state} className="flex items-baseline gap-3 border-b border-edge px-4 py-3 last:border-b-0">
      <span className="tabular min-w-8 text-[1.25rem] font-bold">{quantity}</span>
      <span className="grid min-w-0 flex-1 text-[1.25rem] leading-snug">
        <span className={`words font-semibold ${isOff ? 'line-through' : ''}`}>{name}</span>
        {modifiers.length > 0 && <span className="words text-[1.125rem] text-muted">{modifiers.join(', ')}</span>}
      </span>
      <span className={`text-end text-[1rem] font-semibold ${state === 'ready' ? 'text-done' : 'text-muted'}`}>
        {t(`guest.dish.${state}`)}
      </span>
    </li>
  );
}
