import { BellRing, Check, ChefHat, CirclePause } from 'lucide-react';
import { liveLines, type Order } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { progressOf } from './floor-order.ts';

/** How many dishes of an order are ready, in the kitchen, served. */
export function HowFar({ order }: { readonly order: Order }) {
  const t = useText();
  const { all, ready, served } = progressOf(order);
  if (all === 0) return <p className="text-[1.125rem] font-bold text-danger">{t('floor.isCancelled')}</p>;
  const isHeld = liveLines(order).some(({ heldAtMs }) => heldAtMs !== null);
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[1.125rem] font-semibold">
      {ready > 0 && (
        <span className="flex items-center gap-1.5">
          <BellRing aria-hidden className="size-[1.2em]" />
          {t('floor.readyOf', { ready, all })}
        </span>
      )}
      {ready === 0 && served < all && (
        <span className="flex items-center gap-1.5">
          <ChefHat aria-hidden className="size-[1.2em]" />
          {t('floor.inKitchen', { left: all - served, all })}
        </span>
      )}
      {served > 0 && (
        <span className="flex items-center gap-1.5 text-done">
          <Check aria-hidden className="size-[1.2em]" strokeWidth={3} />
          {t('floor.servedOf', { served, all })}
        </span>
      )}
      {isHeld && (
        <span className="flex items-center gap-1.5">
          <CirclePause aria-hidden className="size-[1.2em]" />
          {t('line.held')}
        </span>
      )}
    </p>
  );
}
