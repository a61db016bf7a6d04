import type { ReactNode } from 'react';
import { useText } from '../messages/text-context.tsx';
import { DeliveryChip } from '../screen/delivery/delivery-chip.tsx';
import { FreshnessMark } from '../screen/freshness-mark.tsx';
import { useMoment, useScreenState } from '../screen/screen-context.ts';
import { SettingsButton } from '../screen/settings/settings-button.tsx';
import { useHeightGuard } from '../screen/use-height-guard.ts';
import { useTimeOfDay } from '../screen/use-site.ts';
import { SoundChip } from '../sound/sound-chip.tsx';
import { kitchenOf } from '../store/screen-state.ts';
import { BoardTools } from './board-tools.tsx';
import { OpenCount } from './overview/open-count.tsx';
import { useScreenStation } from './use-screen-station.ts';

type ScreenHeaderProps = {
  readonly count: number | undefined;
  /** The way to what is new on other pages, where no row tells it. */
  readonly unseen: ReactNode;
  readonly pager: ReactNode;
  /** Which page this is, once more, for where it has no room in the pager. */
  readonly range: ReactNode;
};

/** What this screen is, how much is open, and whether it can be trusted. */
export function ScreenHeader({ count, unseen, pager, range }: ScreenHeaderProps) {
  const header = useHeightGuard<HTMLElement>();
  return (
    <header
      ref={header}
      data-chrome
      className="flex min-h-18 flex-wrap items-center gap-x-2 gap-y-1 px-3 py-1 max-sm:gap-x-1 max-2xl:in-data-[hit=largest]:gap-x-1"
    >
      <Place />
      {count !== undefined && <OpenCount count={count} range={range} />}
      {unseen}
      <div className={pagerPlace}>{pager}</div>
      <BoardTools />
      <SoundChip />
      <DeliveryChip />
      <FreshnessMark />
      <WallClock />
      <SettingsButton />
    </header>
  );
}

/** Where the header is narrow it has a row of its own, which on a standing screen is there before it is needed. */
const pagerPlace =
  'flex flex-1 items-center justify-center max-sm:order-last max-sm:basis-full sm:portrait:order-last sm:portrait:min-h-hit sm:portrait:basis-full';

/** Whose work this is; where there are no stations to choose from, the product's name. */
function Place() {
  const t = useText();
  const place = useScreenStation();
  const hasStations = useScreenState((state) => kitchenOf(state).stations.list.length > 1);
  if (place.kind === 'station') {
    return (
      <h1 className="words me-2 line-clamp-2 max-w-60 text-[2rem] leading-none font-bold max-2xl:max-w-36 max-2xl:text-[1.5rem]">
        {place.station.name}
      </h1>
    );
  }
  const isNamed = hasStations || place.kind === 'gone';
  return (
    <h1 className="text-[1.5rem] font-bold whitespace-nowrap max-2xl:sr-only">
      {isNamed ? t('station.all') : t('app.name')}
    </h1>
  );
}

/** The server's time, on the restaurant's clock. */
function WallClock() {
  const timeOfDay = useTimeOfDay();
  const time = useMoment(({ serverMs }) => timeOfDay(serverMs));
  return (
    <p dir="ltr" className="tabular text-[1.5rem] font-semibold max-md:sr-only max-2xl:in-data-[hit=largest]:sr-only">
      {time}
    </p>
  );
}
