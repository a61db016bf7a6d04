import { useEffect } from 'react';
import { useScreenState } from '../screen/screen-context.ts';
import { useStations } from '../screen/use-site.ts';
import { useBoard } from './board-context.ts';
import { HeldSheet } from './held/held-sheet.tsx';
import { useHands } from './keys/hands.ts';
import { HelpSheet } from './keys/help-sheet.tsx';
import { KeyHint } from './keys/key-hint.tsx';
import { LearnSheet } from './keys/learn-sheet.tsx';
import { TransferSheet } from './keys/transfer-sheet.tsx';
import { targetsOf } from './keys/transfer-targets.ts';
import { RecallSheet } from './recall/recall-sheet.tsx';
import { WipeLock } from './wipe/wipe-lock.tsx';

/** What lies over the board, one at a time. */
export function BoardSheets() {
  const { sheet, closeSheet, isLocked, unlock } = useHands();
  return (
    <>
      {sheet === 'recall' && <RecallSheet onClose={closeSheet} />}
      {sheet === 'held' && <HeldSheet onClose={closeSheet} />}
      {sheet === 'help' && <HelpSheet />}
      {sheet === 'learn' && <LearnSheet />}
      {sheet === 'transfer' && <Transfer />}
      {isLocked && <WipeLock onEnd={unlock} />}
      <KeyHint />
    </>
  );
}

/** Closed with its ticket, or with what there was to give: somebody else has bumped it. Else a recall would open it. */
function Transfer() {
  const { tickets, guard } = useBoard();
  const { transferOf, closeSheet } = useHands();
  const ticket = useScreenState((state) => tickets(state).find(({ id }) => id === transferOf));
  const stations = useStations();
  const isOver = !ticket || targetsOf(ticket, stations.list).length === 0;
  useEffect(() => {
    if (!isOver) return;
    // Whoever taps now aimed at the sheet ([TAP1]).
    guard.slid();
    closeSheet();
  }, [isOver, guard, closeSheet]);
  return isOver ? null : <TransferSheet ticket={ticket} onClose={closeSheet} />;
}
