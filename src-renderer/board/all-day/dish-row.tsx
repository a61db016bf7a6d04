import { CircleCheckBig, CircleOff, type LucideIcon } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { mayChangeAvailability } from '../../store/availability.ts';
import { useBoard } from '../board-context.ts';
import { sellOut } from '../sold-out.ts';
import { ticketActions } from '../ticket-actions.ts';
import type { Dish } from './use-dishes.ts';

type DishRowProps = {
  readonly dish: Dish;
  /** What is so now, in words; nothing where the heading says it. */
  readonly state: string | undefined;
  /** What a tap on a dish that can be ordered does. */
  readonly takeOff: string;
  readonly onChange?: () => void;
};

const row = 'grid w-full grid-cols-[1fr_auto] rounded-xl border border-edge bg-raised text-start';

/** One dish, and the one tap that takes it off or puts it back, for whoever may ([MEN5]). */
export function DishRow({ dish: { product, isOut, onOrder }, state, takeOff, onChange }: DishRowProps) {
  const t = useText();
  const screen = useBoard();
  const mayChange = useScreenState(mayChangeAvailability);
  const tap = () => {
    if (!screen.guard.allows(`86/${product.id}`, false)) return;
    if (isOut) ticketActions(screen.client).setAvailable(product, true);
    else sellOut(screen, product, product.name);
    onChange?.();
  };
  const words = <Words name={product.name} state={state} onOrder={onOrder} Icon={isOut ? CircleOff : CircleCheckBig} />;
  if (!mayChange) {
    return (
      <li data-out={isOut} className={row}>
        {words}
      </li>
    );
  }
  return (
    <li data-out={isOut}>
      <button type="button" data-dish={product.id} onClick={tap} className={`${row} min-h-hit active:bg-raised-strong`}>
        {words}
        <Change Icon={isOut ? CircleCheckBig : CircleOff} words={isOut ? t('out.back') : takeOff} />
      </button>
    </li>
  );
}

type WordsProps = {
  readonly name: string;
  readonly state: string | undefined;
  readonly onOrder: number;
  readonly Icon: LucideIcon;
};

/** Has room for the state also where there is none: a tap makes no row higher, and moves none. */
function Words({ name, state, onOrder, Icon }: WordsProps) {
  const t = useText();
  return (
    <span className="grid min-w-0 content-center px-3 py-2">
      <span className="words text-[1.625rem] leading-tight font-semibold">{name}</span>
      <span className="flex items-center gap-3 text-[1.25rem] leading-tight font-semibold">
        {onOrder > 0 && (
          <span data-on-order={onOrder} className="tabular">
            {t('out.onOrder', { count: onOrder })}
          </span>
        )}
        <span className={`flex items-center gap-2 ${state ? '' : 'invisible'}`}>
          <Icon aria-hidden className="size-[1em] shrink-0" strokeWidth={2.75} />
          {state ?? t('out.isOut')}
        </span>
      </span>
    </span>
  );
}

/** What the tap will do, as high as what can be tapped is. */
const Change = ({ Icon, words }: { readonly Icon: LucideIcon; readonly words: string }) => (
  <span
    data-change
    className="-m-px flex w-44 items-center gap-2 rounded-xl border-2 border-text px-3 text-chrome leading-tight font-bold"
  >
    <Icon aria-hidden className="size-[1.4em] shrink-0" strokeWidth={2.5} />
    {words}
  </span>
);
