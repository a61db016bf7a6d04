/** The largest share of the times that fall into one piece of `binMs`; 1 is all at once. */
export function largestBin(timesMs: readonly number[], binMs: number): number {
  const bins = new Map<number, number>();
  for (const timeMs of timesMs) {
    const bin = Math.floor(timeMs / binMs);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  return Math.max(0, ...bins.values()) / Math.max(1, timesMs.length);
}
