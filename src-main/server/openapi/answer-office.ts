import { z } from 'zod';
import type { LoginOut } from '#shared/protocol/auth-requests.ts';
import type { DeviceOut, KeyOut, PairedOut, PairRequestOut, WindowOut } from '#shared/protocol/device-requests.ts';
import type { UserOut } from '#shared/protocol/people-requests.ts';
import type { FailedEventOut, WebhookOut } from '#shared/protocol/webhook-requests.ts';
import { time, timeOrNull } from './answer-order.ts';

/** Sessions, people, devices, keys, webhooks and reports as answers show them. */

const textOrNull = z.string().nullable();
export const listOf = (entry: z.ZodType) => z.object({ items: z.array(entry) });

export const login = z.object({
  access_token: z.string(),
  token_type: z.literal('bearer'),
  expires_in: z.int(),
  user_id: z.string(),
  role: z.string(),
  restaurant_id: z.string(),
  password_is_temporary: z.boolean(),
});
login satisfies z.ZodType<LoginOut>;

export const me = z.object({
  user_id: z.string(),
  username: z.string().optional(),
  display_name: z.string(),
  role: z.string(),
  restaurant_id: z.string(),
  restaurant_name: z.string().optional(),
  device_id: textOrNull,
  paired_as: textOrNull,
  password_is_temporary: z.boolean(),
});

export const person = z.object({
  id: z.string(),
  username: z.string(),
  display_name: z.string(),
  role: z.string(),
  has_password: z.boolean(),
  has_pin: z.boolean(),
});
person satisfies z.ZodType<UserOut>;
export const namedPerson = z.object({ id: z.string(), display_name: z.string() });

export const device = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  paired_at: time,
  paired_by: z.string(),
  seen_at: time,
});
device satisfies z.ZodType<DeviceOut>;

const keyShape = { id: z.string(), name: z.string(), made_at: time, made_by: z.string(), used_at: timeOrNull };
export const apiKey = z.object(keyShape);
apiKey satisfies z.ZodType<KeyOut>;
export const newApiKey = z.object({ ...keyShape, key: z.string() });

export const pairWindow = z.object({
  open: z.boolean(),
  secret: textOrNull,
  role: textOrNull,
  expires_at: timeOrNull,
});
pairWindow satisfies z.ZodType<WindowOut>;

const pairRequestShape = {
  request_id: z.string(),
  code: z.string(),
  name: z.string(),
  address: z.string(),
  expires_at: time,
};
export const pairRequest = z.object(pairRequestShape);
pairRequest satisfies z.ZodType<PairRequestOut>;
export const newPairRequest = z.object({ ...pairRequestShape, pickup_secret: z.string() });

const pairedShape = {
  access_token: z.string(),
  token_type: z.literal('bearer'),
  device_id: z.string(),
  name: z.string(),
  role: z.string(),
};
export const paired = z.object(pairedShape);
paired satisfies z.ZodType<PairedOut>;
export const pickedUp = z.union([
  z.object({ state: z.literal('waiting'), code: z.string(), expires_at: time }),
  z.object({ state: z.literal('approved'), ...pairedShape }),
  z.object({ state: z.enum(['over', 'refused']) }),
]);

const webhookShape = {
  id: z.string(),
  url: z.string(),
  types: z.array(z.string()),
  made_at: time,
  taken_at: timeOrNull,
  waiting: z.int(),
  failed: z.int(),
};
export const webhook = z.object(webhookShape);
webhook satisfies z.ZodType<WebhookOut>;
export const newWebhook = z.object({ ...webhookShape, secret: z.string() });
export const webhookTest = z.object({ taken: z.boolean(), said: z.string() });
export const failedEvent = z.object({
  seq: z.int(),
  tries: z.int(),
  error: z.string(),
  type: textOrNull,
  at: timeOrNull,
  number: textOrNull,
});
failedEvent satisfies z.ZodType<FailedEventOut>;

/** What a report counts is described with the reports themselves; more may be told at any time. */
export const report = z.looseObject({ from: z.iso.date(), to: z.iso.date() });
