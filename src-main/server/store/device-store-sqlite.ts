import type { Database } from 'better-sqlite3';
import type { Device, DeviceStore } from '../people-ports.ts';

const columns = `id, restaurant_id AS restaurantId, name, role, jti, paired_at AS pairedAtMs, paired_by AS pairedBy,
  seen_at AS seenAtMs`;

export function createDeviceStoreSqlite(db: Database): DeviceStore {
  const byToken = db.prepare(`SELECT ${columns} FROM devices WHERE jti = ? AND revoked_at IS NULL`);
  const byId = db.prepare(`SELECT ${columns} FROM devices WHERE id = ? AND revoked_at IS NULL`);
  const all = db.prepare(
    `SELECT ${columns} FROM devices WHERE restaurant_id = ? AND revoked_at IS NULL ORDER BY paired_at, id`,
  );
  const save = db.prepare(
    `INSERT INTO devices (id, restaurant_id, name, role, jti, paired_at, paired_by, seen_at)
     VALUES (@id, @restaurantId, @name, @role, @jti, @pairedAtMs, @pairedBy, @seenAtMs)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, jti = excluded.jti`,
  );
  const seen = db.prepare('UPDATE devices SET seen_at = ? WHERE id = ?');
  const revoke = db.prepare('UPDATE devices SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL');
  const endSessions = db.prepare('UPDATE sessions SET revoked_at = ? WHERE device_id = ? AND revoked_at IS NULL');
  return {
    byToken: (jti) => byToken.get(jti) as Device | undefined,
    device: (id) => byId.get(id) as Device | undefined,
    devicesOf: (restaurantId) => all.all(restaurantId) as Device[],
    save: (device) => {
      save.run(device);
    },
    seen: (id, atMs) => {
      seen.run(atMs, id);
    },
    revoke: db.transaction((id: string, atMs: number) => {
      revoke.run(atMs, id);
      endSessions.run(atMs, id);
    }),
  };
}
