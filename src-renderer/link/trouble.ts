import { closeCodes } from '#shared/protocol/close-codes.ts';
import type { End } from './attempt.ts';
import type { Trouble } from './link-state.ts';

/** What a connection's end is called, for a person to read ([FRS3]). */
export interface TroubleTeller {
  /** The trouble of now; null while there is none. */
  now(): Trouble | null;
  ended(end: End, atMs: number): void;
  over(): void;
}

/** Who said why it went is believed for so long: then it is simply not there. */
const believedMs = 20_000;

export function createTroubleTeller(): TroubleTeller {
  let trouble: Trouble | null = null;
  let believedUntilMs = Number.NEGATIVE_INFINITY;

  return {
    now: () => trouble,
    ended: (end, atMs) => {
      const told = toldBy(end);
      if (told) believedUntilMs = atMs + believedMs;
      if (told || atMs >= believedUntilMs) trouble = told ?? 'unreachable';
    },
    over: () => {
      trouble = null;
      believedUntilMs = Number.NEGATIVE_INFINITY;
    },
  };
}

function toldBy(end: End): Trouble | undefined {
  if (end.kind === 'mismatch') return 'mismatch';
  return end.kind === 'closed' ? byCode[end.code] : undefined;
}

const byCode: Readonly<Record<number, Trouble>> = {
  [closeCodes.goingAway]: 'restarting',
  [closeCodes.restarting]: 'restarting',
  [closeCodes.epochReplaced]: 'restarting',
  [closeCodes.tooSlow]: 'too-slow',
  [closeCodes.tooMany]: 'too-many',
};
