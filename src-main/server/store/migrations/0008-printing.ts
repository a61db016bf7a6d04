/** Printers, what is to be printed on them, and up to when the screens of a station have shown everything. */
export const printing = {
  version: 8,
  slug: 'printing',
  sql: `
CREATE TABLE printers (
  id TEXT PRIMARY KEY,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  name TEXT NOT NULL,
  host TEXT NOT NULL,
  port INTEGER NOT NULL,
  paper INTEGER NOT NULL,
  letters TEXT NOT NULL,
  language TEXT NOT NULL,
  stations TEXT NOT NULL,
  guest INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  reached_at INTEGER,
  trouble TEXT,
  trouble_at INTEGER
) STRICT;
CREATE INDEX printers_restaurant ON printers (restaurant_id);

CREATE TABLE print_jobs (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  printer_id TEXT NOT NULL REFERENCES printers (id),
  restaurant_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  order_id TEXT,
  station TEXT,
  slip TEXT NOT NULL,
  news TEXT NOT NULL,
  ask_key TEXT,
  made_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  begun INTEGER NOT NULL DEFAULT 0,
  done_at INTEGER,
  noted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (printer_id, ask_key)
) STRICT;
CREATE INDEX print_jobs_state ON print_jobs (printer_id, state, n);
CREATE INDEX print_jobs_order ON print_jobs (order_id, station);
CREATE INDEX print_jobs_unnoted ON print_jobs (n) WHERE kind = 'backup' AND state = 'printed' AND noted = 0;

CREATE TABLE print_sights (
  restaurant_id TEXT NOT NULL,
  station TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (restaurant_id, station)
) STRICT, WITHOUT ROWID;
`,
} as const;
