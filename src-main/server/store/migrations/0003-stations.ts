import type { Database } from 'better-sqlite3';

/** Stations and settings of a site, the order's past by version, and what a line and its shares have since then. */
export const stations = {
  version: 3,
  slug: 'stations',
  sql: `
CREATE TABLE site (
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (restaurant_id, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX events_of_entity ON events (entity_id, version);
ALTER TABLE processed ADD COLUMN made_version INTEGER;
`,
  /**
   * Rows of an earlier program get what they lack; nothing that stands in them is changed. What was closed or called
   * off was off every board, and stays so: it counts as acknowledged ([ORD4]).
   */
  upgrade: (db: Database) => {
    const write = db.prepare('UPDATE orders SET body = ? WHERE rowid = ?');
    const rows = db.prepare('SELECT rowid AS row, open, body FROM orders WHERE rowid > ? ORDER BY rowid LIMIT 500');
    for (let last = 0; ; ) {
      const some = rows.all(last) as { row: number; open: number; body: string }[];
      for (const { row, open, body } of some) write.run(JSON.stringify(completed(JSON.parse(body), open === 0)), row);
      const end = some.at(-1);
      if (!end) return;
      last = end.row;
    }
  },
} as const;

type Fields = Record<string, unknown>;
type Before = Fields & {
  createdAtMs: number;
  updatedAtMs: number;
  lines: (Fields & { voidedAtMs: number | null; progress: Fields[] })[];
};

function completed(order: Before, isClosed: boolean): Fields {
  return {
    clearedAtMs: null,
    mergedInto: null,
    splitFrom: null,
    lastRecall: null,
    ...order,
    lines: order.lines.map((line) => ({
      category: null,
      prepMinutes: null,
      addition: 0,
      addedAtMs: order.createdAtMs,
      heldAtMs: null,
      startsAtMs: null,
      firedAtMs: null,
      changedFrom: null,
      changedAtMs: null,
      voidCooked: null,
      expoSeenAtMs: null,
      quiet: null,
      ...line,
      progress: line.progress.map((part) => ({
        sinceMs: null,
        after: [],
        routedBy: 'menu-item',
        acknowledgedAtMs: isClosed || line.voidedAtMs !== null ? order.updatedAtMs : null,
        doneBy: null,
        doneByAge: false,
        turn: 0,
        ...part,
      })),
    })),
  };
}
