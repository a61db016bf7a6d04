/** The prefix key was pressed so often, last at that time of the screen's clock. */
export type SlotPrefix = { readonly tens: number; readonly atMs: number };

export const noPrefix: SlotPrefix = { tens: 0, atMs: Number.NEGATIVE_INFINITY };

/** Whoever pressed it longer ago was interrupted. */
const holdsMs = 3000;

/** One press is ten more; pressed again before its digit comes, twenty; then it begins anew ([KEY1]). */
const mostTens = 2;

export function prefixPressed(prefix: SlotPrefix, nowMs: number): SlotPrefix {
  return { tens: (tensOf(prefix, nowMs) + 1) % (mostTens + 1), atMs: nowMs };
}

export const tensOf = ({ tens, atMs }: SlotPrefix, nowMs: number): number => (nowMs - atMs < holdsMs ? tens : 0);

/** The slot that is meant; the keys of slots above ten mean themselves. */
export const prefixedSlot = (prefix: SlotPrefix, slot: number, nowMs: number): number =>
  slot <= 10 ? slot + 10 * tensOf(prefix, nowMs) : slot;
