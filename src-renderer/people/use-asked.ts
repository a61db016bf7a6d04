import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../link/ask.ts';

export type Asked<Value> = {
  /** The last that came; `undefined` before the first. */
  readonly value: Value | undefined;
  /** The kitchen does not answer at the moment; what came before stays in sight. */
  readonly isMissing: boolean;
  readonly again: () => Promise<void>;
};

/** Something that others may change too: asked again and again, `everyMs` after each answer, while it is in sight. */
export function useAsked<Value>(ask: () => Promise<Answer<Value>>, everyMs: number): Asked<Value> {
  const [got, setGot] = useState<Omit<Asked<Value>, 'again'>>({ value: undefined, isMissing: false });
  const turn = useRef(0);

  const again = useCallback(async () => {
    turn.current++;
    const mine = turn.current;
    const answer = await ask();
    // Whoever has asked since then knows more.
    if (mine !== turn.current) return;
    if (answer.kind === 'ok') setGot({ value: answer.value, isMissing: false });
    else setGot(({ value }) => ({ value, isMissing: answer.kind !== 'signed-out' }));
  }, [ask]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const round = async () => {
      await again();
      if (!isOver) timer = setTimeout(() => void round(), everyMs);
    };
    void round();
    return () => {
      isOver = true;
      turn.current++;
      clearTimeout(timer);
    };
  }, [again, everyMs]);

  return { ...got, again };
}
