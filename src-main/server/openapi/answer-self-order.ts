import { z } from 'zod';
import { selfOrderStates } from '#shared/domain/self-order.ts';
import type { WireOwnSelfOrder, WireSelfOrder, WireTablePlace } from '#shared/protocol/wire-self-order.ts';
import { time } from './answer-order.ts';

/** What guests ask for by the code on their table. */

const told = {
  id: z.string(),
  version: z.int(),
  table_number: z.string(),
  items: z.array(
    z.object({
      menu_item_id: z.string(),
      name: z.string(),
      quantity: z.int(),
      unit_price: z.number(),
      modifiers: z.array(z.object({ name: z.string(), price: z.number() })),
      notes: z.string().nullable(),
    }),
  ),
  currency: z.string(),
  state: z.enum(selfOrderStates).describe('`taken`: it is an order, or part of one. What has ended stays as it ended.'),
  reason: z.string().nullable().describe('What the waiter says who refused it.'),
  placed_at: time,
  updated_at: time,
};

export const selfOrder = z
  .object({ ...told, restaurant_id: z.string(), order_id: z.string().nullable() })
  .meta({ id: 'SelfOrder', description: 'What guests at a table would like, before a waiter has made it an order.' });
selfOrder satisfies z.ZodType<WireSelfOrder>;

export const ownSelfOrder = z.object({
  ...told,
  path: z.string().nullable().describe('Of the page of the order that it became.'),
});
ownSelfOrder satisfies z.ZodType<WireOwnSelfOrder>;

export const tablePlace = z.object({ restaurant: z.string(), table_number: z.string() });
tablePlace satisfies z.ZodType<WireTablePlace>;

export const tableCodes = z.object({
  items: z.array(z.object({ name: z.string(), area: z.string(), path: z.string() })),
  bases: z.array(z.string()).describe('Addresses by which phones of the network come, likeliest first.'),
});
