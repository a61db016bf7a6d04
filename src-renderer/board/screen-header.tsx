import type { ReactNode } from 'react';
import { useText } from '../messages/text-context.tsx';
import { BoardTools } from './board-tools.tsx';
import { DeliveryChip } from './delivery-chip.tsx';
import { FreshnessMark } from './freshness-mark.tsx';
import { useMoment } from './screen-context.ts';
import { SettingsButton } from './settings-button.tsx';
import { useHeightGuard } from './use-height-guard.ts';

type ScreenHeaderProps = { readonly count: number | undefined; readonly pager: ReactNode };

/** What this screen is, how much is open, and whether it can be trusted. */
export function ScreenHeader({ count, pager }: ScreenHeaderProps) {
  const t = useText();
  const header = useHeightGuard();
  return (
    <header ref={header} className="flex min-h-18 flex-wrap items-center gap-x-4 gap-y-1 px-3 py-1 max-sm:gap-x-1">
      <h1 className="text-[1.5rem] font-bold whitespace-nowrap max-lg:sr-only">{t('app.name')}</h1>
      {count !== undefined && (
        <p
          data-open-count={count}
          className="tabular text-[1.5rem] font-semibold whitespace-nowrap max-sm:text-[1.25rem]"
        >
          {t('board.openTickets', { count })}
        </p>
      )}
      <div className="flex flex-1 justify-center max-sm:order-last max-sm:basis-full">{pager}</div>
      <BoardTools />
      <DeliveryChip />
      <FreshnessMark />
      <WallClock />
      <SettingsButton />
    </header>
  );
}

/** The server's time, in this screen's zone. */
function WallClock() {
  const time = useMoment(({ serverMs }) => clock.format(serverMs));
  return (
    <p dir="ltr" className="tabular text-[1.5rem] font-semibold max-md:sr-only">
      {time}
    </p>
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
