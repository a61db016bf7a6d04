import { Ban, Hash } from 'lucide-react';
import { memo, useState } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { leftOf } from '#shared/domain/stock.ts';
import { useMoney } from '../../floor/use-money.ts';
import { useText } from '../../messages/text-context.tsx';
import { useDeed } from '../../people/use-deed.ts';
import { Problem } from '../../screen/sign-in/problem.tsx';
import { Button } from '../../ui/button.tsx';
import { DishPhoto } from '../../ui/dish-photo.tsx';
import { addressOf } from '../place.ts';
import { CountForm } from './count-form.tsx';
import { OutButton, UntilButton } from './out-buttons.tsx';
import { OutMark } from './out-mark.tsx';

type DishRowProps = {
  readonly product: Product;
  /** The stations that it goes to. */
  readonly where: string;
};

/** One dish: what it costs and where it goes, whether it can be had, and what is left of it ([MNE1]). */
export const DishRow = memo(function DishRow({ product, where }: DishRowProps) {
  const t = useText();
  const money = useMoney(product.currency);
  const [isCounting, setCounting] = useState(false);
  const deed = useDeed(`dish ${product.id}`);
  const { id, sku, name, price, prepMinutes, stock, available, photo } = product;
  const minutes = prepMinutes === null ? [] : [t('menuOffice.minutes', { minutes: prepMinutes })];
  return (
    <li
      data-dish-id={id}
      data-dish-row={sku}
      data-available={available}
      className="grid gap-2 p-3 [contain-intrinsic-size:auto_6rem] [content-visibility:auto]"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <DishPhoto photo={photo} at="row" isFaded={!available} />
        <a
          href={addressOf('menu', id)}
          className="grid min-h-hit min-w-0 flex-1 basis-48 content-center gap-1 rounded-lg px-1 active:bg-raised"
        >
          <span className="flex items-baseline justify-between gap-4 text-[1.25rem] leading-tight">
            <span className={`words min-w-0 font-bold ${available ? '' : 'line-through'}`}>{name}</span>
            <span className="tabular shrink-0 font-semibold">{money(price)}</span>
          </span>
          <span className="words text-chrome leading-snug text-muted">{[where, ...minutes, sku].join(' · ')}</span>
        </a>
        <div className="flex flex-wrap gap-2">
          <Button look="framed" data-count aria-expanded={isCounting} onClick={() => setCounting(!isCounting)}>
            <Hash aria-hidden className="size-[1.1em]" />
            {stock === null ? t('menuOffice.count') : t('floor.left', { number: leftOf(stock) })}
            <span className="sr-only">: {name}</span>
          </Button>
          <OutButton product={product} deed={deed} />
        </div>
      </div>
      {!available && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-1">
          <p className="flex min-w-0 items-center gap-2 text-chrome font-semibold text-danger">
            <Ban aria-hidden className="size-[1.2em] shrink-0" />
            <OutMark product={product} />
          </p>
          <UntilButton product={product} deed={deed} />
        </div>
      )}
      {isCounting && <CountForm product={product} onDone={() => setCounting(false)} />}
      {deed.problem && <Problem problem={deed.problem} />}
    </li>
  );
});
