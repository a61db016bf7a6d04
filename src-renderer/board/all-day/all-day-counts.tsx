import { Locate } from 'lucide-react';
import { use } from 'react';
import type { AllDayCount } from '#shared/domain/all-day.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreen } from '../../screen/screen-context.ts';
import { MarkedDishContext } from './marked-dish.ts';

/** As many side by side as can be read; each as low as a finger allows, so that most of a menu is seen at once. */
const list = 'grid grid-cols-[repeat(auto-fill,minmax(min(13.5rem,100%),1fr))] gap-1.5';

/** What is still to be cooked, dish by dish; a tap on one marks its tickets. */
export function AllDayCounts({ counts }: { readonly counts: readonly AllDayCount[] }) {
  const t = useText();
  if (counts.length === 0) return <p className="p-4 text-[1.5rem] text-muted">{t('counts.nothing')}</p>;
  return (
    <ul className={list}>
      {counts.map((count) => (
        <DishCount key={count.name} count={count} />
      ))}
    </ul>
  );
}

/** A tap marks the tickets that have it; nothing moves. */
function DishCount({ count: { name, quantity, waiting, modifiers } }: { readonly count: AllDayCount }) {
  const t = useText();
  const { guard } = useScreen();
  const { name: marked, mark } = use(MarkedDishContext);
  const isMarked = marked === name;
  return (
    <li className="grid">
      <button
        type="button"
        data-dish-count={quantity}
        aria-pressed={isMarked}
        onClick={() => guard.isFirst(`mark ${name}`) && mark(name)}
        className={`grid min-h-hit w-full grid-cols-[auto_1fr_auto] content-center items-center gap-x-2 rounded-xl border border-edge px-2 py-1 text-start ${isMarked ? 'bg-text text-ground' : 'bg-raised active:bg-raised-strong'}`}
      >
        <span className="tabular min-w-[2ch] text-center text-[2rem] leading-none font-bold">{quantity}</span>
        <span className="words min-w-0 text-[1.375rem] leading-[1.1] font-semibold">{name}</span>
        {isMarked && <Locate role="img" aria-label={t('counts.marked')} className="size-7" strokeWidth={2.5} />}
        {waiting > 0 && (
          <span className="tabular col-span-2 col-start-2 text-chrome leading-tight font-semibold">
            {t('counts.waiting', { count: waiting })}
          </span>
        )}
        {modifiers.length > 0 && <Modifiers modifiers={modifiers} />}
      </button>
    </li>
  );
}

/** One after the other: below each other they would take the place of other dishes. */
function Modifiers({ modifiers }: Pick<AllDayCount, 'modifiers'>) {
  return (
    <span className="col-span-2 col-start-2 flex flex-wrap gap-x-3 text-meta leading-tight">
      {modifiers.map(({ name, quantity }) => (
        <span key={name} className="tabular flex min-w-0 gap-1.5">
          <span className="font-bold">{quantity}</span>
          <span className="words min-w-0">{name}</span>
        </span>
      ))}
    </span>
  );
}
