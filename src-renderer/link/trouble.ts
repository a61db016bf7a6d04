import { closeCodes } from '#shared/protocol/close-codes.ts';
import type { End } from './attempt.ts';
import type { Trouble } from './link-state.ts';

/** A server that said why it went is believed for a few more attempts: then it is simply not there. */
const believedFailures = 5;

/** What to call the trouble after this end ([FRS3]); `before`: what it was called until now. */
export function troubleAfter(end: End, before: Trouble | null, failures: number): Trouble {
  if (end.kind === 'mismatch') return 'mismatch';
  const told = end.kind === 'closed' ? byCode[end.code] : undefined;
  if (told) return told;
  return before !== null && before !== 'offline' && failures <= believedFailures ? before : 'unreachable';
}

const byCode: Readonly<Record<number, Trouble>> = {
  [closeCodes.goingAway]: 'restarting',
  [closeCodes.restarting]: 'restarting',
  [closeCodes.epochReplaced]: 'restarting',
  [closeCodes.tooSlow]: 'too-slow',
  [closeCodes.tooMany]: 'too-many',
};
