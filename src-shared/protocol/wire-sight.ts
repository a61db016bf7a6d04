import { lineId } from '../domain/id.ts';
import type { Sight } from '../domain/sight.ts';
import { toIso } from './wire-time.ts';

/** `at`: the order's `updated_at`; `turns`: the sum of `turn` over the shares of the item that were looked at ([BMP2]). */
export type WireSight = { at: string; items: { id: string; turns: number }[] };

export const toWireSight = ({ atMs, lines }: Sight): WireSight => ({
  at: toIso(atMs),
  items: lines.map(({ id, turns }) => ({ id, turns })),
});

/** Who does not say what they saw saw all. */
export function fromWireSight(wire: WireSight | null | undefined): Sight | undefined {
  if (!wire) return undefined;
  return { atMs: Date.parse(wire.at), lines: wire.items.map(({ id, turns }) => ({ id: lineId(id), turns })) };
}
