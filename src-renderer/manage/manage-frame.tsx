import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../messages/text-context.tsx';
import { AskedBar } from '../screen/asked-bar.tsx';
import { FreshnessMark } from '../screen/freshness-mark.tsx';
import { LostBanner } from '../screen/lost-banner.tsx';
import { useScreenState } from '../screen/screen-context.ts';
import { SettingsButton } from '../screen/settings/settings-button.tsx';
import { StoppedPage } from '../screen/stopped-page.tsx';
import { useFreshness } from '../screen/use-freshness.ts';
import { ManageNav } from './manage-nav.tsx';
import { addressOf, type Place } from './place.ts';

type ManageFrameProps = { readonly place: Place; readonly children: ReactNode };

/** Where one is, the way elsewhere, and whether what is seen can be trusted. */
export function ManageFrame({ place, children }: ManageFrameProps) {
  const t = useText();
  const { section, path } = place;
  const isLost = useFreshness() === 'lost';
  const stoppedBy = useScreenState(({ link }) => (link.phase === 'stopped' ? link.code : null));
  const main = useRef<HTMLElement>(null);
  const address = addressOf(section, ...path);
  // Another page begins at its top.
  useEffect(() => {
    if (address) main.current?.scrollTo(0, 0);
  }, [address]);
  if (stoppedBy !== null) return <StoppedPage code={stoppedBy} />;
  const title = section === null ? t('manage.title') : t(`manage.section.${section}`);
  return (
    <div className="flex h-dvh flex-col print:block print:h-auto">
      <header
        data-chrome
        className="flex flex-wrap items-center gap-x-2 border-b border-edge bg-surface px-2 py-1 max-sm:px-1 print:hidden"
      >
        {section !== null && (
          <a
            href={path.length > 0 ? addressOf(section) : addressOf(null)}
            data-back
            aria-label={t('floor.back')}
            className={`grid min-h-hit min-w-hit place-items-center rounded-lg active:bg-raised ${path.length > 0 ? '' : 'lg:hidden'}`}
          >
            <ArrowLeft aria-hidden className="size-7 rtl:rotate-180" strokeWidth={2.5} />
          </a>
        )}
        <h1 className="words line-clamp-2 min-w-16 flex-1 ps-2 text-[1.5rem] leading-tight font-bold max-sm:text-[1.25rem]">
          {title}
        </h1>
        <FreshnessMark isBare />
        <SettingsButton isBare />
      </header>
      {isLost && <LostBanner />}
      <AskedBar href="/floor" />
      <div className="flex min-h-0 flex-1 print:block">
        <ManageNav present={section} />
        <main ref={main} data-lost={isLost} className="min-w-0 flex-1 overflow-y-auto overscroll-contain">
          {children}
        </main>
      </div>
    </div>
  );
}
