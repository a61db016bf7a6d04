import { useState } from 'react';
import type { Refused } from '../../link/ask.ts';
import { useMoment, useScreen } from '../screen-context.ts';

export type PinProblem = Refused | { readonly kind: 'unreachable' };

type PinTry = {
  readonly isBusy: boolean;
  readonly problem: PinProblem | null;
  /** Seconds until another try counts; 0 when it does now ([TRY1]). */
  readonly waitS: number;
  readonly run: (pin: string) => void;
  /** Somebody types anew: what was wrong before is said no more. Waiting goes on. */
  readonly forget: () => void;
};

/** One PIN after another for one person; the right one changes the page. */
export function usePinTry(userId: string, onWrong: () => void): PinTry {
  const { client, ticker } = useScreen();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PinProblem | null>(null);
  const [againAtMs, setAgainAt] = useState(0);
  const waitS = useMoment(({ steadyMs }) => Math.max(0, Math.ceil((againAtMs - steadyMs) / 1000)));

  async function attempt(pin: string): Promise<void> {
    setBusy(true);
    setProblem(null);
    const answer = await client.changePerson(userId, pin);
    setBusy(false);
    if (answer.kind === 'ok' || answer.kind === 'signed-out') return;
    setProblem(answer);
    if (answer.kind !== 'refused') return;
    onWrong();
    if (answer.retryMs !== null) setAgainAt(ticker.now().steadyMs + answer.retryMs);
  }

  return {
    isBusy,
    problem,
    waitS,
    run: (pin) => {
      if (!isBusy && waitS === 0) void attempt(pin);
    },
    forget: () => waitS === 0 && setProblem(null),
  };
}
