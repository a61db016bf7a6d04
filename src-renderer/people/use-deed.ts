import { useState } from 'react';
import type { Answer, Refused } from '../link/ask.ts';
import { useScreen } from '../screen/screen-context.ts';

export type DeedProblem = Refused | { readonly kind: 'unreachable' };

export type Deed = {
  readonly isBusy: boolean;
  readonly problem: DeedProblem | null;
  /** One at a time, and not by a tap that was meant for what stood there before ([TAP1]). */
  readonly run: <Value>(deed: () => Promise<Answer<Value>>, done?: (value: Value) => void) => void;
  /** How it ended is of no interest any more. */
  readonly forget: () => void;
};

/** Something that a person wants done at once, and how it ended. */
export function useDeed(name: string): Deed {
  const { guard } = useScreen();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<DeedProblem | null>(null);

  async function perform<Value>(deed: () => Promise<Answer<Value>>, done?: (value: Value) => void): Promise<void> {
    setBusy(true);
    setProblem(null);
    const answer = await deed();
    setBusy(false);
    if (answer.kind === 'ok') done?.(answer.value);
    else if (answer.kind !== 'signed-out') setProblem(answer);
  }

  return {
    isBusy,
    problem,
    forget: () => setProblem(null),
    run: (deed, done) => {
      if (!isBusy && guard.allows(name, false)) void perform(deed, done);
    },
  };
}
