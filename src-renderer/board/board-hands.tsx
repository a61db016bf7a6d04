import { type ReactNode, useCallback } from 'react';
import { MarkedDishContext } from './all-day/marked-dish.ts';
import { useMarkedDish } from './all-day/use-marked-dish.ts';
import { useBoard } from './board-context.ts';
import { BoardSheets } from './board-sheets.tsx';
import type { PageTurns } from './keys/board-deeds.ts';
import { HandsContext } from './keys/hands.ts';
import { useBoardHands } from './keys/use-board-hands.ts';
import { useBoardKeys } from './keys/use-board-keys.ts';
import { recallLast } from './recall/recall-last.ts';

type BoardHandsProps = {
  readonly turns: PageTurns;
  /** This screen has a keyboard. */
  readonly onKeyUsed: () => void;
  readonly children: ReactNode;
};

/** Everything that hands can do on the board beside tapping its tickets, and what they have opened. */
export function BoardHands({ turns, onKeyUsed, children }: BoardHandsProps) {
  const screen = useBoard();
  const { hands, setPrefix } = useBoardHands();
  const { say } = hands;
  const recall = useCallback(() => {
    if (!screen.guard.isFirst('recall-last')) return;
    void recallLast(screen).then((hint) => (hint ? say(hint) : undefined));
  }, [screen, say]);
  useBoardKeys({ hands, turns, setPrefix, recallLast: recall, onUsed: onKeyUsed });
  const marked = useMarkedDish(hands.isCounting);
  return (
    <HandsContext value={hands}>
      <MarkedDishContext value={marked}>
        {children}
        <BoardSheets />
      </MarkedDishContext>
    </HandsContext>
  );
}
