/** What guests have asked for at their table ([SLF1]); `waiting` finds those that nobody has answered. */
export const selfOrders = {
  version: 11,
  slug: 'self-orders',
  sql: `
CREATE TABLE self_orders (
  id TEXT NOT NULL PRIMARY KEY,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  version INTEGER NOT NULL,
  waiting INTEGER NOT NULL CHECK (waiting IN (0, 1)),
  placed_at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX self_orders_waiting ON self_orders (restaurant_id, placed_at) WHERE waiting = 1;
`,
} as const;
