import { z } from 'zod';
import { outUntils } from '#shared/domain/product.ts';
import { firings } from '#shared/domain/settings.ts';
import { stationKinds } from '#shared/domain/station.ts';
import type { WireProduct } from '#shared/protocol/wire-product.ts';
import type { WireSettings, WireStations } from '#shared/protocol/wire-site.ts';
import { time } from './answer-order.ts';

/** Menu, stations and settings as answers and events show them. */

const modifierGroup = z.object({
  name: z.string(),
  min: z.int(),
  max: z.int().nullable(),
  options: z.array(z.object({ name: z.string(), price: z.number() })),
});

const forGuests = {
  id: z.uuid(),
  name: z.string(),
  price: z.number(),
  currency: z.string(),
  category: z.string(),
  allergens: z.array(z.string()),
  modifier_groups: z.array(modifierGroup),
  photo: z.string().nullable(),
  available: z.boolean(),
};

export const product = z
  .object({
    ...forGuests,
    restaurant_id: z.string(),
    version: z.int(),
    sku: z.string(),
    stations: z.array(z.string()),
    prep_minutes: z.int().nullable(),
    out: z.object({ until: z.enum(outUntils), since: time }).nullable(),
    stock_quantity: z.int().nullable(),
    stock: z.object({ counted: z.int(), counted_at: time, sold: z.int() }).nullable(),
    created_at: time,
    updated_at: time,
    deleted_at: time.nullable(),
  })
  .meta({ id: 'Product', description: 'A dish on the menu.' });
product satisfies z.ZodType<WireProduct>;

export const guestMenu = z.object({ items: z.array(z.object(forGuests)) });

const station = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(stationKinds),
  categories: z.array(z.string()),
  items: z.array(z.string()),
  next: z.string().nullable(),
});

const stationsShape = { restaurant_id: z.string(), version: z.int(), items: z.array(station), updated_at: time };
export const stations = z
  .object(stationsShape)
  .meta({ id: 'Stations', description: 'All stations of a kitchen, as one thing with one version.' });
stations satisfies z.ZodType<WireStations>;
export const stationsPage = z.object({ ...stationsShape, next_cursor: z.null() });

export const settings = z
  .object({
    restaurant_id: z.string(),
    version: z.int(),
    time_zone: z.string().nullable(),
    warn_minutes: z.int(),
    late_minutes: z.int(),
    late_after_target_minutes: z.int(),
    hold_courses: z.boolean(),
    firing: z.enum(firings),
    lead_minutes: z.int(),
    lead_seconds_per_item: z.int(),
    acknowledge_allergens: z.boolean(),
    auto_bump_minutes: z.int().nullable(),
    nightly_clear: z.boolean(),
    alarm_repeat_seconds: z.int(),
    alarm_louder_seconds: z.int(),
    backup_print_seconds: z.int().nullable(),
    customer_accounts: z.boolean(),
    self_ordering: z.boolean(),
    tables: z.array(z.object({ name: z.string(), area: z.string(), seats: z.int().nullable() })),
    updated_at: time,
  })
  .meta({ id: 'Settings', description: 'What holds for all screens of a restaurant.' });
settings satisfies z.ZodType<WireSettings>;

const named = z.object({ sku: z.string(), name: z.string() });

export const menuPreview = z.object({
  created: z.array(named),
  changed: z.array(named.extend({ fields: z.record(z.string(), z.array(z.any())) })),
  removed: z.array(named),
  unchanged: z.int(),
  basis: z.string(),
});

export const menuTaken = z.object({ created: z.int(), changed: z.int(), removed: z.int() });
