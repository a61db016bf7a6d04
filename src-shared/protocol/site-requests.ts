import { z } from 'zod';
import { firings } from '../domain/settings.ts';
import { stationKinds } from '../domain/station.ts';
import { longestTableName, mostTables, twofoldTable } from '../domain/table.ts';
import { madeAt, slug, text, word, words } from './text.ts';

const stationIn = z.strictObject({
  id: slug,
  name: words(60),
  kind: word(stationKinds).default('prep'),
  categories: z.array(words(80)).max(100).default([]),
  items: z.array(words(200)).max(500).default([]),
  next: slug.nullable().default(null),
});

/** `PUT /stations`: all of them. */
export const stationsIn = z.strictObject({
  items: z.array(stationIn).min(1, 'a kitchen needs at least one station').max(40),
  made_at: madeAt,
});

const minutes = z.int().min(1).max(1440);
const seconds = z.int().min(5).max(3600);

const tableIn = z.strictObject({
  name: words(longestTableName),
  area: text(40).default(''),
  seats: z.int().min(1).max(99).nullable().default(null),
});

/** All of them: what is not among them is no table any more. */
const tablesIn = z
  .array(tableIn)
  .max(mostTables)
  .superRefine((tables, context) => {
    const at = twofoldTable(tables);
    if (at !== undefined)
      context.addIssue({ code: 'custom', path: [at, 'name'], message: 'two tables have this name' });
  });

/** `PATCH /settings`: what is not named stays. */
export const settingsIn = z.strictObject({
  warn_minutes: minutes.optional(),
  late_minutes: minutes.optional(),
  late_after_target_minutes: minutes.optional(),
  hold_courses: z.boolean().optional(),
  firing: word(firings).optional(),
  lead_minutes: minutes.optional(),
  lead_seconds_per_item: z.int().min(0).max(3600).optional(),
  acknowledge_allergens: z.boolean().optional(),
  auto_bump_minutes: minutes.nullable().optional(),
  nightly_clear: z.boolean().optional(),
  customer_accounts: z.boolean().optional(),
  self_ordering: z.boolean().optional(),
  alarm_repeat_seconds: seconds.optional(),
  alarm_louder_seconds: seconds.optional(),
  backup_print_seconds: z.int().min(10).max(3600).nullable().optional(),
  tables: tablesIn.optional(),
  made_at: madeAt,
});

export type StationsIn = z.output<typeof stationsIn>;
export type SettingsIn = z.output<typeof settingsIn>;
