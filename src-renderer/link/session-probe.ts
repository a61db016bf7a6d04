/** What a plain request to the kitchen's computer came to. */
export type ProbeAnswer = 'answers' | 'signed-out' | 'unreachable';

/** One probe at a time; an answer that comes after `forget` is not told. */
export interface SessionProbe {
  ask(): void;
  forget(): void;
}

export function createSessionProbe(
  probe: () => Promise<ProbeAnswer>,
  answered: (answer: ProbeAnswer) => void,
): SessionProbe {
  let asked = 0;
  let isAsking = false;

  async function ask(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    const mine = ++asked;
    const answer = await probe();
    if (mine !== asked) return;
    isAsking = false;
    answered(answer);
  }

  return {
    ask: () => void ask(),
    forget: () => {
      asked++;
      isAsking = false;
    },
  };
}
