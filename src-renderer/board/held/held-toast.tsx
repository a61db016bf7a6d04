import { CirclePause } from 'lucide-react';
import { useEffect } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { useMoment } from '../../screen/screen-context.ts';
import { type Board, useBoard, useWork } from '../board-context.ts';
import { ChangeToast } from '../change-toast.tsx';
import { useHands } from '../keys/hands.ts';
import type { ScreenWork } from '../screen-work.ts';

/** Long enough to be read, and answered. */
const saidMs = 6000;

/** The dish on hold that was tapped a moment ago. */
export function useSaidHeld(): ScreenWork['saidHeld'] {
  const said = useWork(({ saidHeld }) => saidHeld);
  const isFresh = useMoment(({ steadyMs }) => isNew(said, steadyMs));
  return isFresh ? said : null;
}

/** The same, at this moment. */
export const isHeldSaid = ({ work, ticker }: Pick<Board, 'work' | 'ticker'>): boolean =>
  isNew(work.getState().saidHeld, ticker.now().steadyMs);

const isNew = (said: ScreenWork['saidHeld'], steadyMs: number): boolean =>
  said !== null && steadyMs - said.atMs < saidMs;

type HeldToastProps = { readonly ticket: string; readonly dish: string; readonly showKeys: boolean };

/** Why a tap on a dish did nothing, and the way to where it is fired ([LIN3]). */
export function HeldToast({ ticket, dish, showKeys }: HeldToastProps) {
  const t = useText();
  const { guard, work } = useBoard();
  const { showHeld } = useHands();
  // It lies over tickets, and uncovers them when it goes ([TAP1]).
  useEffect(() => {
    guard.moved();
    return () => guard.moved();
  }, [guard]);
  const show = () => {
    if (!guard.allows(`held/${ticket}`, true)) return;
    work.setState({ saidHeld: null });
    showHeld(ticket);
  };
  return (
    <ChangeToast
      mark={{ 'data-said-held': true }}
      Icon={CirclePause}
      words={t('held.told', { dish })}
      wayBack={t('held.show')}
      onWayBack={show}
      keyOfWay="held-list"
      showKeys={showKeys}
    />
  );
}
