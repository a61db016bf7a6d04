import equal from 'fast-deep-equal';
import type { Stations } from '#shared/domain/station.ts';
import { Amount } from '../../floor/ring/amount.tsx';
import { useText } from '../../messages/text-context.tsx';
import { RouteWords } from './route-words.tsx';
import { type TrialLine, trialRoute } from './trial-route.ts';

type TrialRowProps = {
  readonly line: TrialLine;
  readonly stored: Stations;
  /** As it would be after saving; the same as `stored` where nothing was changed. */
  readonly drafted: Stations;
  readonly onQuantity: (quantity: number) => void;
};

/** One dish of the test order: where it goes, and where it will go once the changes are saved. */
export function TrialRow({ line, stored, drafted, onQuantity }: TrialRowProps) {
  const t = useText();
  const { product, quantity } = line;
  const isOther = !equal(trialRoute(product, stored), trialRoute(product, drafted));
  return (
    <li data-trial={product.sku} className="grid gap-3 p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="words min-w-0 flex-1 basis-48 text-[1.375rem] leading-tight font-bold">{product.name}</p>
        <Amount quantity={quantity} least={0} onChoose={onQuantity} />
      </div>
      {isOther ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <div data-before className="grid content-start gap-1 border-s-4 border-edge ps-3">
            <p className="text-chrome font-semibold">{t('stationOffice.now')}</p>
            <RouteWords product={product} stations={stored} />
          </div>
          <div data-after className="grid content-start gap-1 border-s-4 border-accent ps-3">
            <p className="text-chrome font-semibold">{t('stationOffice.afterSaving')}</p>
            <RouteWords product={product} stations={drafted} />
          </div>
        </div>
      ) : (
        <RouteWords product={product} stations={drafted} />
      )}
    </li>
  );
}
