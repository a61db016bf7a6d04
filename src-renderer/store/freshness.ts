/** How far what is shown can be trusted ([FRS1]). */
export type Freshness = 'fresh' | 'waiting' | 'lost';

/** Three heartbeats without proof, and eight. */
const waitingMs = 15_000;
const lostMs = 40_000;

/** `ageMs`: since the last proof that everything is on the screen. */
export function freshness(ageMs: number): Freshness {
  if (ageMs >= lostMs) return 'lost';
  return ageMs >= waitingMs ? 'waiting' : 'fresh';
}
