import type { Database } from 'better-sqlite3';
import { dayStartMinutes } from '#shared/domain/business-day.ts';
import { StartFailure } from '#shared/errors/start-failure.ts';

export type RestaurantSetup = { readonly id: string; readonly timeZone: string };

/**
 * Makes the restaurant at the first start and takes over a changed time zone. Its id is fixed from then on, because
 * every row belongs to it.
 */
export function ensureRestaurant(db: Database, { id, timeZone }: RestaurantSetup): void {
  const other = db.prepare('SELECT id FROM restaurants WHERE id <> ?').get(id) as { id: string } | undefined;
  const known = db.prepare('SELECT 1 FROM restaurants WHERE id = ?').get(id);
  if (other && !known) {
    throw new StartFailure(
      'bad_setting',
      `This data folder belongs to restaurant "${other.id}", not to "${id}" (KDS_RESTAURANT).`,
    );
  }
  db.prepare(
    `INSERT INTO restaurants (id, name, currency, time_zone, day_start_minutes) VALUES (?, ?, 'USD', ?, ?)
     ON CONFLICT (id) DO UPDATE SET time_zone = excluded.time_zone`,
  ).run(id, 'Kitchen', timeZone, dayStartMinutes);
}
