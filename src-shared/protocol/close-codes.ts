/**
 * Why a stream was closed and what the client does ([CLO1]). 1000, 4000-4099, 4409 and 4410: stop; all others: come
 * back. A used number is never given another meaning.
 */
export const closeCodes = {
  finished: 1000,
  goingAway: 1001,
  restarting: 1012,
  malformed: 4000,
  notAuthenticated: 4001,
  notAllowed: 4003,
  noSuchOrder: 4004,
  tooSlow: 4408,
  replaced: 4409,
  protocolTooOld: 4410,
  epochReplaced: 4411,
  tooMany: 4429,
} as const;

const final: ReadonlySet<number> = new Set([
  closeCodes.finished,
  closeCodes.malformed,
  closeCodes.notAuthenticated,
  closeCodes.notAllowed,
  closeCodes.noSuchOrder,
  closeCodes.replaced,
  closeCodes.protocolTooOld,
]);

/** Whether connecting again with the same credential is pointless. */
export const isFinalClose = (code: number): boolean => final.has(code);
