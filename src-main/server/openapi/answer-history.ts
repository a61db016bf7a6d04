import { z } from 'zod';
import { dishFields, orderFields } from '#shared/domain/deed.ts';
import type { OrderId, StationId } from '#shared/domain/id.ts';
import { workStatuses } from '#shared/domain/progress.ts';
import type { WireDeed, WireHappening, WireHistory } from '#shared/protocol/wire-history.ts';
import { time } from './answer-order.ts';

/** An order's past: what was done, by whom and when. */

const textOrNull = z.string().nullable();
const station = z.string() as unknown as z.ZodType<StationId>;
const orderOrNull = z.uuid().nullable() as unknown as z.ZodType<OrderId | null>;
const value = z.union([z.string(), z.number(), z.null()]);
const dishes = z.array(z.object({ name: z.string(), quantity: z.int() }));

const worked = { dishes, station, status: z.enum(workStatuses) };

const deed = z
  .union([
    z.object({ what: z.enum(['placed', 'added']), dishes }),
    z.object({
      what: z.enum(['split-from', 'split-off', 'merged-in', 'merged-into']),
      dishes,
      order: orderOrNull.describe('The other order.'),
      number: z.exactOptional(textOrNull).describe('Of the other order, where it is known.'),
    }),
    z.object({ what: z.literal('worked'), ...worked, byAge: z.boolean().describe('By itself, at its age.') }),
    z.object({ what: z.literal('back'), ...worked }),
    z.object({ what: z.literal('given'), dishes, station, to: station.nullable() }),
    z.object({
      what: z.literal('seen'),
      dishes,
      station: station.nullable().describe('Null: by the pass, or for all.'),
    }),
    z.object({ what: z.enum(['held', 'fired', 'restored', 'cooked', 'not-cooked']), dishes }),
    z.object({ what: z.literal('voided'), dishes, reason: textOrNull }),
    z.object({
      what: z.literal('changed'),
      dishes: dishes.describe('None where it is the order that was changed.'),
      field: z.enum([...dishFields, ...orderFields]),
      old: value.describe('Lists as one text; a time in milliseconds.'),
      new: value,
    }),
    z.object({ what: z.literal('cancelled'), reason: textOrNull }),
    z.object({ what: z.enum(['uncancelled', 'put-away', 'brought-back']) }),
  ])
  .meta({ id: 'Deed', description: 'One thing that was done; leave out a `what` that you do not know.' });
deed satisfies z.ZodType<WireDeed>;

const who = z.object({
  kind: z.enum(['person', 'device', 'program', 'kitchen']).describe('`kitchen`: by itself.'),
  name: textOrNull.describe('As it is called today; null when nobody knows it any more.'),
});

const happening = z.object({
  seq: z.int(),
  type: z.string(),
  version: z.int(),
  at: time,
  by: textOrNull.describe('A person; `who` also names devices and programs.'),
  actor: z.string(),
  who,
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  deeds: z.array(deed),
});
happening satisfies z.ZodType<WireHappening>;

export const orderHistory = z.object({ items: z.array(happening), next_cursor: z.null() });
orderHistory satisfies z.ZodType<WireHistory>;

/** Every deed is described: what the program can tell and this cannot is a fault of this. */
type Told = z.output<typeof deed>;
type Untold = Exclude<WireDeed['what'], Told['what']>;
const _none: Untold extends never ? true : Untold = true;
