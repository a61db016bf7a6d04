import { closeCodes } from '#shared/protocol/close-codes.ts';
import type { Bye } from '#shared/protocol/frames.ts';
import type { Refusal } from './live-streams.ts';
import { crowdedRetryMs, restartRetryMs } from './retry-times.ts';

/** What is said to somebody who is not let in ([CLO1]). */
export const goodbyeOf = (why: Refusal): { readonly code: number; readonly reason: string } =>
  why === 'stopping'
    ? { code: closeCodes.restarting, reason: 'the kitchen computer is stopping' }
    : { code: closeCodes.tooMany, reason: 'too many screens are connected' };

/** A goodbye to somebody who was never in. */
export function byeFrame(code: number, reason: string): Bye {
  return { type: 'bye', code, reason, retry_ms: retryMsOf[code]?.() ?? 0 };
}

const retryMsOf: Readonly<Record<number, () => number>> = {
  [closeCodes.tooMany]: crowdedRetryMs,
  [closeCodes.restarting]: restartRetryMs,
};
