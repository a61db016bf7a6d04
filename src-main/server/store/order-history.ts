import type { Database } from 'better-sqlite3';

type Row = {
  readonly seq: number;
  readonly type: string;
  readonly version: number;
  readonly actor: string;
  readonly data: string;
  readonly timestamp: string;
  readonly name: string | null;
};

/** More than any order lives through; a program that changes one without end must not fill the memory. */
const mostEvents = 2000;

/** What happened to an order, by whom and when, out of the log ([RCL3]). */
export function historyOf(db: Database, restaurantId: string, orderId: string): string {
  const rows = db
    .prepare(
      `SELECT events.seq, events.type, events.version, events.actor, events.body ->> 'timestamp' AS timestamp,
              events.body -> 'data' AS data, users.display_name AS name
       FROM events LEFT JOIN users ON events.actor = 'user:' || users.id
       WHERE events.entity_id = ? AND events.restaurant_id = ? ORDER BY events.version LIMIT ?`,
    )
    .all(orderId, restaurantId, mostEvents) as Row[];
  return JSON.stringify({ items: rows.map(itemOf), next_cursor: null });
}

const itemOf = ({ seq, type, version, actor, name, timestamp, data }: Row) => ({
  seq,
  type,
  version,
  at: timestamp,
  by: name,
  actor,
  data: JSON.parse(data) as object,
});
