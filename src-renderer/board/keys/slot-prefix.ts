import { type BoardAction, slotOf } from './board-action.ts';

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

/** Whether this press says which ten is meant, and its digit is still to come. */
export const isPrefix = (action: BoardAction, prefix: SlotPrefix, nowMs: number): boolean =>
  action === 'ten-more' || (action === 'zero' && tensOf(prefix, nowMs) === 0);

/**
 * The slot that is meant, if any: the keys of slots above ten mean themselves, and 0 as a prefix means the ten when it
 * is pressed again.
 */
export function slotMeant(action: BoardAction, prefix: SlotPrefix, nowMs: number): number | undefined {
  const tens = tensOf(prefix, nowMs);
  if (action === 'zero') return 10 * tens;
  const slot = slotOf(action);
  return slot !== undefined && slot <= 10 ? slot + 10 * tens : slot;
}
