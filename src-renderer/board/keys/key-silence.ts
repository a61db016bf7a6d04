import type { Timers } from '../../link/timers.ts';

/** A cloth that has ended the wiping lock goes on over the bar; between two of its keys is less than this. */
const silenceMs = 500;

export interface KeySilence {
  /** From now on keys do nothing until none has come for half a second ([WIP1]). */
  begin(): void;
  /** To be asked about every key: each that comes too early makes the silence begin anew. */
  swallows(): boolean;
}

export function createKeySilence(after: Timers['after']): KeySilence {
  let cancel: (() => void) | undefined;
  const begin = () => {
    cancel?.();
    cancel = after(silenceMs, () => {
      cancel = undefined;
    });
  };
  return {
    begin,
    swallows: () => {
      const isTooEarly = cancel !== undefined;
      if (isTooEarly) begin();
      return isTooEarly;
    },
  };
}
