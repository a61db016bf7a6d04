import { CircleOff } from 'lucide-react';
import { useEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { useBoard } from './board-context.ts';
import { ChangeToast } from './change-toast.tsx';
import type { ScreenWork } from './screen-work.ts';
import { takeBackSoldOut } from './sold-out.ts';

type SoldOutToastProps = {
  readonly soldOut: NonNullable<ScreenWork['soldOut']>;
  readonly showKeys: boolean;
};

/** A dish was taken off for everybody, not off this ticket: says so, and has it back ([MEN4]). */
export function SoldOutToast({ soldOut, showKeys }: SoldOutToastProps) {
  const t = useText();
  const screen = useBoard();
  const { guard } = screen;
  // It lies over tickets, and uncovers them when it goes ([TAP1]).
  useEffect(() => {
    guard.moved();
    return () => guard.moved();
  }, [guard]);
  const { dish, product } = soldOut;
  return (
    <ChangeToast
      mark={{ 'data-sold-out': true }}
      Icon={CircleOff}
      words={t('out.said', { dish })}
      wayBack={t('slot.undo')}
      wayBackNamed={t('out.undo', { dish })}
      onWayBack={() => guard.allows(`86/${product.id}/undo`, true) && takeBackSoldOut(screen, soldOut)}
      showKeys={showKeys}
    />
  );
}
