/** Orders that a guest has kept in their account ([GST9]); the order itself knows nothing of it. */
export const guestOrders = {
  version: 9,
  slug: 'guest-orders',
  sql: `
CREATE TABLE guest_orders (
  user_id TEXT NOT NULL REFERENCES users (id),
  order_id TEXT NOT NULL REFERENCES orders (id),
  kept_at INTEGER NOT NULL,
  PRIMARY KEY (user_id, order_id)
) STRICT, WITHOUT ROWID;
`,
} as const;
