import { z } from 'zod';
import { orderEventTypes, productEventTypes } from '../domain/event.ts';

const eventTypes = [
  ...orderEventTypes,
  ...productEventTypes,
  'station_changed',
  'settings_changed',
  'self_order_changed',
] as const;

/** As whoever calls it will read it: `http:////somebody@host/` has a name, too. */
const hasName = (url: string) => /^https?:[/\\]*[^/\\?#]*@/i.test(url);

/** `POST /webhooks`; without `types` all events. What stands before an @ in an address would be in the list for all to see. */
export const webhookIn = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: 'an address that begins with https:// or http://' })
    .max(2000)
    .refine((url) => !hasName(url), 'no user name or password in the address'),
  types: z.array(z.enum(eventTypes)).max(eventTypes.length).default([]),
});

export type WebhookOut = {
  readonly id: string;
  readonly url: string;
  readonly types: readonly string[];
  readonly made_at: string;
  readonly taken_at: string | null;
  /** Events that are tried again, and those that were given up. */
  readonly waiting: number;
  readonly failed: number;
};

/** An event that was given up; `type` and `at` are null when the log has it no more, `number` is of its order. */
export type FailedEventOut = {
  readonly seq: number;
  readonly tries: number;
  readonly error: string;
  readonly type: string | null;
  readonly at: string | null;
  readonly number: string | null;
};
