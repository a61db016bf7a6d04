import { z } from 'zod';
import { orderTypes } from '#shared/domain/order.ts';
import type { RegisteredOut } from '#shared/protocol/account-requests.ts';
import type { GuestLinkOut, GuestOrderOut, WireGuest } from '#shared/protocol/wire-guest.ts';
import { login } from './answer-office.ts';
import { time, timeOrNull } from './answer-order.ts';

/** What guests are told of their orders and accounts. */

const dishStates = ['received', 'preparing', 'ready', 'completed', 'cancelled'] as const;

export const guest = z
  .object({
    number: z.string(),
    type: z.enum(orderTypes),
    table_number: z.string().nullable(),
    state: z
      .enum([...dishStates, 'moved', 'closed'])
      .describe('`moved`: its dishes are on another order. `closed`: put away by the change of day.'),
    over: z.boolean().describe('Nothing follows: the stream ends.'),
    ready_by: timeOrNull.describe('Promised or estimated; null when nobody has said anything.'),
    items: z.array(
      z.object({
        name: z.string(),
        quantity: z.int(),
        modifiers: z.array(z.string()),
        state: z.enum(dishStates),
      }),
    ),
    silent: z.exactOptional(z.literal(true)),
  })
  .meta({ id: 'GuestOrder', description: 'An order as its guest is told of it, and nothing else.' });
guest satisfies z.ZodType<WireGuest>;

const path = z.string().describe('Of the page, below the address by which phones reach the server.');

export const guestLink = z.object({
  path,
  bases: z.array(z.string()).describe('Addresses by which phones of the network come, likeliest first.'),
});
guestLink satisfies z.ZodType<GuestLinkOut>;

export const keptOrder = z.object({ path: path.nullable(), placed_at: time, guest });
keptOrder satisfies z.ZodType<GuestOrderOut>;

export const registered = login.extend({ username: z.string().describe('To sign in with; the kitchen chooses it.') });
registered satisfies z.ZodType<RegisteredOut>;

export const accountsOpen = z.object({ open: z.boolean() });
