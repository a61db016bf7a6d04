import { z } from 'zod';
import { lineId } from '../domain/id.ts';
import type { Sight } from '../domain/sight.ts';
import { moment, uuid } from './text.ts';
import { toIso } from './wire-time.ts';

/** `at`: the order's `updated_at`; `turns`: the sum of `turn` over the shares of the item that were looked at. */
export const seen = z
  .strictObject({
    at: moment,
    items: z.array(z.strictObject({ id: uuid, turns: z.int().min(0) })).max(2000),
  })
  .nullish();

export type SeenIn = z.input<typeof seen>;

export function fromSeen(wire: SeenIn): Sight | undefined {
  if (!wire) return undefined;
  return { atMs: Date.parse(wire.at), lines: wire.items.map(({ id, turns }) => ({ id: lineId(id), turns })) };
}

export const toSeen = ({ atMs, lines }: Sight): NonNullable<SeenIn> => ({
  at: toIso(atMs),
  items: lines.map(({ id, turns }) => ({ id, turns })),
});
