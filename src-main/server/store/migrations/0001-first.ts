/** First schema. Time zone, day start and business day are in it from the beginning ([DAY1]). */
export const first = {
  version: 1,
  slug: 'first',
  sql: `
CREATE TABLE restaurants (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  currency TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  day_start_minutes INTEGER NOT NULL,
  last_seq INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  username TEXT NOT NULL COLLATE NOCASE UNIQUE,
  display_name TEXT NOT NULL,
  role TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  password_is_temporary INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
  jti TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX sessions_of_user ON sessions (user_id);

CREATE TABLE products (
  id TEXT PRIMARY KEY,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  version INTEGER NOT NULL,
  sku TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (restaurant_id, sku)
) STRICT;

-- status, open and table_number repeat what body says, to be searched by; nothing is decided from them.
CREATE TABLE orders (
  id TEXT PRIMARY KEY,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  version INTEGER NOT NULL,
  business_day TEXT NOT NULL,
  number TEXT NOT NULL,
  order_number TEXT NOT NULL,
  status TEXT NOT NULL,
  open INTEGER NOT NULL,
  table_number TEXT,
  created_at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX orders_number ON orders (restaurant_id, business_day, number);
CREATE INDEX orders_by_time ON orders (restaurant_id, created_at);
CREATE INDEX orders_open ON orders (restaurant_id, created_at) WHERE open = 1;

CREATE TABLE day_counters (
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  business_day TEXT NOT NULL,
  orders INTEGER NOT NULL,
  PRIMARY KEY (restaurant_id, business_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  seq INTEGER NOT NULL,
  type TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (restaurant_id, seq)
) STRICT;

CREATE TABLE processed (
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  status INTEGER NOT NULL,
  answer TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (restaurant_id, subject, key)
) STRICT;
CREATE INDEX processed_by_time ON processed (at);

-- What other terminals have yet to be told: one row per entity, its newest state.
CREATE TABLE outbox (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  register TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (restaurant_id, register)
) STRICT;
`,
} as const;
