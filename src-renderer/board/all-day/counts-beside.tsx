import { useHands } from '../keys/hands.ts';
import { AllDayPanel } from './all-day-panel.tsx';

/** The all-day panel while it is open; drawn as the end of the board's row. */
export function CountsBeside() {
  const { isCounting, closeCounts } = useHands();
  return isCounting && <AllDayPanel onClose={closeCounts} />;
}
