import { Locate } from 'lucide-react';
import { use } from 'react';
import type { AllDayCount } from '#shared/domain/all-day.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreen } from '../screen-context.ts';
import { MarkedDishContext } from './marked-dish.ts';

/** What is still to be cooked, dish by dish; a tap on one marks its tickets. */
export function AllDayCounts({ counts }: { readonly counts: readonly AllDayCount[] }) {
  const t = useText();
  if (counts.length === 0) return <p className="p-4 text-[1.5rem] text-muted">{t('counts.nothing')}</p>;
  const total = counts.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <>
      <p className="tabular px-2 pb-2 text-meta text-muted">{t('counts.total', { count: total })}</p>
      <ul className="grid gap-2">
        {counts.map((count) => (
          <DishCount key={count.name} count={count} />
        ))}
      </ul>
    </>
  );
}

/** A tap marks the tickets that have it; nothing moves. */
function DishCount({ count: { name, quantity, waiting, modifiers } }: { readonly count: AllDayCount }) {
  const t = useText();
  const { guard } = useScreen();
  const { name: marked, mark } = use(MarkedDishContext);
  const isMarked = marked === name;
  return (
    <li>
      <button
        type="button"
        data-dish-count={quantity}
        aria-pressed={isMarked}
        onClick={() => guard.isFirst(`mark ${name}`) && mark(name)}
        className={`grid min-h-hit w-full grid-cols-[auto_1fr_auto] items-center gap-x-3 rounded-xl border border-edge px-3 py-2 text-start ${isMarked ? 'bg-text text-ground' : 'bg-raised active:bg-raised-strong'}`}
      >
        <span className="tabular min-w-[3ch] text-center text-[2.25rem] leading-none font-bold">{quantity}</span>
        <span className="words min-w-0 text-[1.625rem] leading-tight font-semibold">{name}</span>
        {isMarked && <Locate role="img" aria-label={t('counts.marked')} className="size-8" strokeWidth={2.5} />}
        {waiting > 0 && (
          <span className="tabular col-span-2 col-start-2 text-[1.25rem] font-semibold">
            {t('counts.waiting', { count: waiting })}
          </span>
        )}
        {modifiers.map((modifier) => (
          <span key={modifier.name} className="tabular col-span-2 col-start-2 flex gap-2 text-[1.375rem] leading-snug">
            <span className="min-w-[2ch] text-end font-bold">{modifier.quantity}</span>
            <span className="words min-w-0">{modifier.name}</span>
          </span>
        ))}
      </button>
    </li>
  );
}
