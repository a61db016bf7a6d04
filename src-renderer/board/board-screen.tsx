import { ConciergeBell, Hourglass, WifiOff } from 'lucide-react';
import { useLayoutEffect } from 'react';
import type { LinkState, Trouble } from '../link/link-state.ts';
import { useText } from '../messages/text-context.tsx';
import { LostBanner } from '../screen/lost-banner.tsx';
import { useScreen, useScreenState } from '../screen/screen-context.ts';
import { StoppedPage } from '../screen/stopped-page.tsx';
import { useFreshness } from '../screen/use-freshness.ts';
import { FlashFrame } from '../sound/flash-frame.tsx';
import { troubleIn } from '../store/link-view.ts';
import { Button } from '../ui/button.tsx';
import { FullPage } from '../ui/full-page.tsx';
import { CountsBeside } from './all-day/counts-beside.tsx';
import { useBoard } from './board-context.ts';
import { BoardHands } from './board-hands.tsx';
import { GoneStation } from './gone-station.tsx';
import { useKeyMarks } from './keys/use-key-marks.ts';
import { OverviewStrip } from './overview/overview-strip.tsx';
import { ToBeSeenButton } from './overview/to-be-seen-button.tsx';
import { useHasStrip } from './overview/use-has-strip.ts';
import { PageRange, Pager } from './pager.tsx';
import { PrinterBanner } from './printer-banner.tsx';
import { ScreenHeader } from './screen-header.tsx';
import { OpenSheet } from './sheet/open-sheet.tsx';
import { TicketGrid } from './ticket-grid.tsx';
import { useSlotBoard } from './use-slot-board.ts';
import { WordsRow } from './words-row.tsx';

/** The kitchen's board. */
export function BoardScreen() {
  const { tickets: selectTickets, guard } = useBoard();
  const tickets = useScreenState(selectTickets);
  const isLoaded = useScreenState((state) => state.kitchen !== undefined);
  const stoppedBy = useScreenState(({ link }) => (link.phase === 'stopped' ? link.code : null));
  const hasStrip = useHasStrip();
  const isLost = useFreshness() === 'lost';
  // The banner pushes everything down.
  useLayoutEffect(() => (isLost ? guard.slid() : undefined), [isLost, guard]);
  const { board, turns, fit } = useSlotBoard(tickets);
  const { isKeyboard, keyUsed } = useKeyMarks();

  if (stoppedBy !== null) return <StoppedPage code={stoppedBy} />;
  return (
    <BoardHands turns={turns} onKeyUsed={keyUsed}>
      <div className="flex h-full flex-col">
        <ScreenHeader
          count={isLoaded ? tickets.length : undefined}
          unseen={!hasStrip && <ToBeSeenButton board={board} turns={turns} isInHeader />}
          pager={<Pager board={board} turns={turns} />}
          range={<PageRange board={board} place="count" />}
        />
        {isLost && <LostBanner />}
        <GoneStation />
        <PrinterBanner />
        <WordsRow showKeys={isKeyboard} />
        {hasStrip && isLoaded && <OverviewStrip board={board} turns={turns} />}
        <div className="flex min-h-0 flex-1">
          <main
            data-lost={isLost}
            className={`min-h-0 min-w-0 flex-1 px-3 pb-3 ${isLost ? 'pt-3 opacity-45 saturate-50' : ''}`}
          >
            {!isLoaded && <Loading />}
            {isLoaded && board.slots.length === 0 && <Empty />}
            {board.slots.length > 0 && <TicketGrid board={board} isKeyboard={isKeyboard} onFit={fit} />}
          </main>
          <CountsBeside />
        </div>
        <OpenSheet tickets={tickets} />
        <FlashFrame />
      </div>
    </BoardHands>
  );
}

const big = 'size-20 text-muted';

/** Without proof nobody knows whether it is empty still ([FRS1]). */
function Empty() {
  const t = useText();
  const isFresh = useFreshness() === 'fresh';
  return (
    <FullPage
      icon={<ConciergeBell aria-hidden className={big} strokeWidth={1.25} />}
      title={isFresh ? t('board.emptyTitle') : t('board.emptyThenTitle')}
      detail={isFresh ? t('board.emptyDetail') : t('board.emptyThenDetail')}
    />
  );
}

/** One failure may be a restart; two in a row are worth a word. */
const worthAWord = 2;

function Loading() {
  const t = useText();
  const { client } = useScreen();
  const trouble = useScreenState(({ link }) => worthTelling(link));
  if (trouble === null) {
    return (
      <FullPage
        icon={<Hourglass aria-hidden className={big} strokeWidth={1.25} />}
        title={t('app.loadingTitle')}
        detail={t('app.loadingDetail')}
      />
    );
  }
  return (
    <FullPage
      icon={<WifiOff aria-hidden className={big} strokeWidth={1.25} />}
      title={t(`link.trouble.${trouble}.title`)}
      detail={`${t(`link.trouble.${trouble}.advice`)} ${t('app.keepsTrying')}`}
      action={<Button onClick={client.wake}>{t('action.tryNow')}</Button>}
    />
  );
}

function worthTelling(link: LinkState): Trouble | null {
  const trouble = troubleIn(link);
  const failures = 'failures' in link ? link.failures : 0;
  return trouble === 'offline' || failures >= worthAWord ? trouble : null;
}
