/** Who placed an order, as the log has known it from the beginning: streams of one person's orders ask for it ([SCO1]). */
export const placedBy = {
  version: 2,
  slug: 'placed-by',
  sql: `
ALTER TABLE orders ADD COLUMN placed_by TEXT;
UPDATE orders SET placed_by = created.actor
  FROM events AS created WHERE created.entity_id = orders.id AND created.type = 'order_created';
CREATE INDEX orders_open_of ON orders (placed_by) WHERE open = 1;
`,
} as const;
