import type { Database } from 'better-sqlite3';
import { type OrderId, orderId } from '#shared/domain/id.ts';
import type { GuestOrderStore } from '../people-ports.ts';

/** Which orders are in whose account; nothing of the orders themselves. */
export function createGuestOrderStoreSqlite(db: Database): GuestOrderStore {
  const sql = {
    keep: db.prepare('INSERT OR IGNORE INTO guest_orders (user_id, order_id, kept_at) VALUES (?, ?, ?)'),
    // What was kept in the same millisecond has an order, too, or a list would turn round by itself.
    list: db.prepare(
      'SELECT order_id AS id FROM guest_orders WHERE user_id = ? ORDER BY kept_at DESC, order_id LIMIT ?',
    ),
    trim: db.prepare(
      `DELETE FROM guest_orders WHERE user_id = @userId AND order_id IN (
         SELECT order_id FROM guest_orders WHERE user_id = @userId ORDER BY kept_at DESC, order_id LIMIT -1 OFFSET @most)`,
    ),
  };
  return {
    keep: db.transaction((userId: string, id: OrderId, atMs: number, most: number) => {
      sql.keep.run(userId, id, atMs);
      sql.trim.run({ userId, most });
    }),
    ordersOf: (userId, most) => (sql.list.all(userId, most) as { id: string }[]).map(({ id }) => orderId(id)),
  };
}
