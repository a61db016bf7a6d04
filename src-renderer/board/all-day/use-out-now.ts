import { useLayoutEffect, useRef, useState } from 'react';
import type { ProductId } from '#shared/domain/id.ts';
import { useMoment, useScreen } from '../../screen/screen-context.ts';
import { gapMs } from '../../store/slots.ts';
import { type Dish, useDishes } from './use-dishes.ts';

type OutNow = { readonly dishes: readonly Dish[]; readonly note: (dish: ProductId) => void };

/**
 * What nobody can order now, and what was put back here a moment ago ([MEN5]): it stays for as long as a bump can be
 * taken back, so that a tap too many is mended where it was made.
 */
export function useOutNow(): OutNow {
  const { ticker } = useScreen();
  const [touched, setTouched] = useState<ReadonlyMap<ProductId, number>>(new Map());
  const fresh = useMoment(({ steadyMs }) => freshOf(touched, steadyMs));
  const dishes = useDishes().filter(({ product, isOut }) => isOut || fresh.split(' ').includes(product.id));
  useListGuard(dishes.map(({ product }) => product.id).join(' '));
  return { dishes, note: (dish) => setTouched((before) => new Map(before).set(dish, ticker.now().steadyMs)) };
}

const freshOf = (touched: ReadonlyMap<ProductId, number>, nowMs: number) =>
  [...touched].flatMap(([dish, atMs]) => (nowMs - atMs < gapMs ? [dish] : [])).join(' ');

/** Rows that come or go move the others, whoever did it: a finger that comes down then aimed at what was there before ([TAP1]). */
function useListGuard(dishes: string): void {
  const { guard } = useScreen();
  const last = useRef(dishes);
  useLayoutEffect(() => {
    if (last.current !== dishes) guard.moved();
    last.current = dishes;
  }, [dishes, guard]);
}
