/** Devices and programs beside people; people have PINs and can be removed. */
export const people = {
  version: 4,
  slug: 'people',
  sql: `
ALTER TABLE users ADD COLUMN pin_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN removed_at INTEGER;

CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  jti TEXT NOT NULL UNIQUE,
  paired_at INTEGER NOT NULL,
  paired_by TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;

ALTER TABLE sessions ADD COLUMN device_id TEXT REFERENCES devices (id);
CREATE INDEX sessions_of_device ON sessions (device_id) WHERE device_id IS NOT NULL;

CREATE TABLE api_keys (
  id TEXT PRIMARY KEY,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  name TEXT NOT NULL,
  secret_hash TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  used_at INTEGER,
  revoked_at INTEGER
) STRICT;
`,
} as const;
