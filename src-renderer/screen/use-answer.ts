import { useEffect, useState } from 'react';
import type { Answer } from '../link/ask.ts';
import { useScreen } from './screen-context.ts';

/**
 * What the kitchen says to a question that a page opens with, and the way to ask once more; `undefined` until it has said
 * anything. `read` is asked once for each answer, and has to stay the same.
 */
export function useAnswer<Value>(path: string, read: (body: unknown) => Value | undefined) {
  const { client } = useScreen();
  const [answer, setAnswer] = useState<Answer<Value>>();
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew with each turn
  useEffect(() => {
    let isOver = false;
    void client.ask({ method: 'GET', path }, read).then((said) => isOver || setAnswer(said));
    return () => {
      isOver = true;
    };
  }, [client, path, read, turn]);
  const again = () => {
    setAnswer(undefined);
    setTurn((last) => last + 1);
  };
  return { answer, again };
}
