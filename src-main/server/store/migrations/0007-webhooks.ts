/** Programs that are told what happens, and what they did not take. */
export const webhooks = {
  version: 7,
  slug: 'webhooks',
  sql: `
CREATE TABLE webhooks (
  id TEXT PRIMARY KEY,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  url TEXT NOT NULL,
  secret TEXT NOT NULL,
  types TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  taken_at INTEGER
) STRICT;

CREATE TABLE webhook_failures (
  hook_id TEXT NOT NULL REFERENCES webhooks (id),
  seq INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  next_at INTEGER,
  error TEXT NOT NULL,
  PRIMARY KEY (hook_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_failures_due ON webhook_failures (hook_id, next_at);
`,
} as const;
