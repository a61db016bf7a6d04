import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../messages/text-context.tsx';
import { AskedBar } from '../screen/asked-bar.tsx';
import { DeliveryChip } from '../screen/delivery/delivery-chip.tsx';
import { FreshnessMark } from '../screen/freshness-mark.tsx';
import { LostBanner } from '../screen/lost-banner.tsx';
import { useScreenState } from '../screen/screen-context.ts';
import { SettingsButton } from '../screen/settings/settings-button.tsx';
import { StoppedPage } from '../screen/stopped-page.tsx';
import { useFreshness } from '../screen/use-freshness.ts';
import { FlashFrame } from '../sound/flash-frame.tsx';
import { SoundChip } from '../sound/sound-chip.tsx';
import { CalledBar } from './called/called-bar.tsx';
import { addressOf, home, usePlace } from './place.ts';
import { WayBackBar } from './way-back.tsx';

type FloorFrameProps = {
  readonly title: ReactNode;
  /** Where the arrow leads; none where this is the first page. */
  readonly onBack?: () => void;
  /** What a thumb does next, always in reach at the foot. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
};

/** One page of the floor: where one is and whether it can be trusted, the page, and what is done next. */
export function FloorFrame({ title, onBack, foot, children }: FloorFrameProps) {
  const t = useText();
  const place = usePlace();
  const isLost = useFreshness() === 'lost';
  const stoppedBy = useScreenState(({ link }) => (link.phase === 'stopped' ? link.code : null));
  if (stoppedBy !== null) return <StoppedPage code={stoppedBy} />;
  return (
    <div className="flex h-dvh flex-col">
      <header
        data-chrome
        className="flex flex-wrap items-center gap-x-2 border-b border-edge bg-surface px-2 py-1 max-sm:gap-x-0 max-sm:px-1"
      >
        {onBack && (
          <button
            type="button"
            data-back
            onClick={onBack}
            aria-label={t('floor.back')}
            className="grid min-h-hit min-w-hit place-items-center rounded-lg active:bg-raised"
          >
            <ArrowLeft aria-hidden className="size-8 rtl:rotate-180" strokeWidth={2.5} />
          </button>
        )}
        <h1 className="words line-clamp-2 min-w-16 flex-1 ps-1 text-[1.5rem] leading-tight font-bold max-sm:text-[1.25rem]">
          {title}
        </h1>
        {/* On a phone a row of its own: it is gone after the first tap. */}
        <div className="contents max-sm:order-[10000] max-sm:flex max-sm:basis-full max-sm:empty:hidden">
          <SoundChip />
        </div>
        <DeliveryChip />
        <FreshnessMark isBare />
        <SettingsButton isBare />
      </header>
      {isLost && <LostBanner />}
      <CalledBar />
      {place.kind !== 'orders' && <AskedBar href={addressOf(home)} />}
      <main data-lost={isLost} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {children}
      </main>
      <WayBackBar />
      {foot && (
        <div data-foot className="border-t border-edge bg-surface p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
          {foot}
        </div>
      )}
      <FlashFrame />
    </div>
  );
}
