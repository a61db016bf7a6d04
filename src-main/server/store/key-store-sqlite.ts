import type { Database } from 'better-sqlite3';
import type { ApiKey, KeyStore } from '../people-ports.ts';

const columns = `id, restaurant_id AS restaurantId, name, secret_hash AS secretHash, made_at AS madeAtMs,
  made_by AS madeBy, used_at AS usedAtMs`;

export function createKeyStoreSqlite(db: Database): KeyStore {
  const byId = db.prepare(`SELECT ${columns} FROM api_keys WHERE id = ? AND revoked_at IS NULL`);
  const all = db.prepare(
    `SELECT ${columns} FROM api_keys WHERE restaurant_id = ? AND revoked_at IS NULL ORDER BY made_at, id`,
  );
  const save = db.prepare(
    `INSERT INTO api_keys (id, restaurant_id, name, secret_hash, made_at, made_by, used_at)
     VALUES (@id, @restaurantId, @name, @secretHash, @madeAtMs, @madeBy, @usedAtMs)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, secret_hash = excluded.secret_hash`,
  );
  const used = db.prepare('UPDATE api_keys SET used_at = ? WHERE id = ?');
  const revoke = db.prepare('UPDATE api_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL');
  return {
    key: (id) => byId.get(id) as ApiKey | undefined,
    keysOf: (restaurantId) => all.all(restaurantId) as ApiKey[],
    save: (key) => {
      save.run(key);
    },
    used: (id, atMs) => {
      used.run(atMs, id);
    },
    revoke: (id, atMs) => {
      revoke.run(atMs, id);
    },
  };
}
