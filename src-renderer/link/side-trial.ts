import type { Attempt } from './attempt.ts';
import type { Timers } from './timers.ts';

/** WebSocket tried on the side, while a fallback goes on delivering ([LNK10]). */
export interface SideTrial {
  /** The next one comes in a minute, unless one is due sooner: a fallback that fails again and again puts none off. */
  later(): void;
  /** Now, unless one is under way. */
  now(): void;
  /** The same beside a WebSocket that has gone quiet. */
  doubt(): void;
  isUnderWay(): boolean;
  /** Hands over the trial if it is this one: it is a trial no longer. */
  handOver(attempt: Attempt): boolean;
  stop(): void;
}

const everyMs = 60_000;

/** `isWanted`: whether there is anything better to be had than what the screen follows. */
export function createSideTrial(timers: Timers, begin: () => Attempt, isWanted: () => boolean): SideTrial {
  let attempt: Attempt | undefined;
  let cancel: (() => void) | undefined;

  function now(): void {
    if (isWanted()) doubt();
  }

  function doubt(): void {
    if (attempt) return;
    forget();
    attempt = begin();
  }

  function forget(): void {
    cancel?.();
    cancel = undefined;
  }

  function due(): void {
    cancel = undefined;
    now();
  }

  return {
    later: () => {
      if (isWanted()) cancel ??= timers.after(everyMs, due);
      else forget();
    },
    now,
    doubt,
    isUnderWay: () => attempt !== undefined,
    handOver: (which) => {
      const isIt = which === attempt;
      if (isIt) attempt = undefined;
      return isIt;
    },
    stop: () => {
      forget();
      attempt?.drop();
      attempt = undefined;
    },
  };
}
