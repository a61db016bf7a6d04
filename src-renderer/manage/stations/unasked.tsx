import { Signpost } from 'lucide-react';
import type { Stations } from '#shared/domain/station.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { unasked } from './trial-route.ts';

/** Nothing is lost, but it may come where nobody expects it. */
export function Unasked({ stations }: { readonly stations: Stations }) {
  const t = useText();
  const products = useScreenState((state) => kitchenOf(state).products);
  const categories = unasked(products.values(), stations);
  const first = stations.list.find(({ kind }) => kind === 'prep');
  if (categories.length === 0 || !first) return null;
  return (
    <p data-unasked className="flex gap-3 rounded-xl border-2 border-edge bg-surface p-4 text-[1.25rem] leading-snug">
      <Signpost aria-hidden className="mt-0.5 size-7 shrink-0 text-muted" />
      <span className="min-w-0 wrap-anywhere">
        {t('stationOffice.unasked', {
          categories: categories.join(', '),
          station: first.name || t('stationOffice.unnamed'),
        })}
      </span>
    </p>
  );
}
