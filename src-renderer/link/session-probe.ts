/** What a plain request to the kitchen's computer came to. */
export type ProbeAnswer = 'answers' | 'signed-out' | 'unreachable';

/** One request at a time: in a black hole each keeps one or two of the browser's six connections ([LNK15]). */
export interface SessionProbe {
  /** Whoever asks while one is under way gets its answer. */
  ask(): Promise<ProbeAnswer>;
  /** Whoever asks next asks anew, and an answer that comes after all is not told. */
  forget(): void;
}

/** `answered` hears every answer once, before those who have asked. */
export function createSessionProbe(
  probe: () => Promise<ProbeAnswer>,
  answered: (answer: ProbeAnswer) => void,
): SessionProbe {
  let underWay: Promise<ProbeAnswer> | undefined;

  function begin(): Promise<ProbeAnswer> {
    const mine = probe();
    void mine.then((answer) => {
      if (underWay !== mine) return;
      underWay = undefined;
      answered(answer);
    });
    return mine;
  }

  return {
    ask: () => {
      underWay ??= begin();
      return underWay;
    },
    forget: () => {
      underWay = undefined;
    },
  };
}
