/** When those who are sent away may come back: spread out, so that they do not all come in one moment ([CLO1]). */
const spread = (leastMs: number, mostMs: number) => Math.round(leastMs + Math.random() * (mostMs - leastMs));

export const restartRetryMs = (): number => spread(0, 2000);
export const failedRetryMs = (): number => spread(500, 2500);
/** Whoever asks too often gets another go within a second; together they are not to come in one. */
export const limitedRetryMs = (): number => spread(1000, 3000);
/** A place is free when somebody has gone, which mostly takes its time. */
export const crowdedRetryMs = (): number => spread(5000, 10_000);
