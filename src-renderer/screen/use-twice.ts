import { useId, useState } from 'react';
import { askingMs } from './asking.ts';
import { useMoment, useScreen } from './screen-context.ts';

/** Does it at once or, where that is asked about first, with the second tap ([PAS3]). */
export function useTwice(isAskedFirst: boolean, act: () => void): { isAsking: boolean; tap: () => void } {
  const { ticker, guard } = useScreen();
  const question = useId();
  const [askedAtMs, setAskedAtMs] = useState<number | null>(null);
  const isOpen = useMoment(({ steadyMs }) => askedAtMs !== null && steadyMs - askedAtMs < askingMs);
  const isAsking = isAskedFirst && isOpen;
  const tap = () => {
    if (isAskedFirst && !isAsking) {
      guard.asks(question);
      return setAskedAtMs(ticker.now().steadyMs);
    }
    if (isAskedFirst && !guard.isAnswer(question)) return;
    setAskedAtMs(null);
    act();
  };
  return { isAsking, tap };
}
