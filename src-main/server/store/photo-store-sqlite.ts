import type { Database } from 'better-sqlite3';
import type { Photo, PhotoStore } from '../photo/ports.ts';

export function createPhotoStoreSqlite(db: Database): PhotoStore {
  const sql = {
    // Who brings one again wants it kept as long as if it were new.
    save: db.prepare(
      `INSERT INTO photos (hash, type, bytes, stored_at) VALUES (@hash, @type, @bytes, @atMs)
       ON CONFLICT (hash) DO UPDATE SET stored_at = excluded.stored_at`,
    ),
    read: db.prepare('SELECT type, bytes FROM photos WHERE hash = ?'),
    // All restaurants share the table: one of them may still show what another has let go.
    forget: db.prepare(
      `DELETE FROM photos WHERE stored_at < ? AND hash NOT IN (
         SELECT body ->> '$.photo' FROM products WHERE removed = 0 AND body ->> '$.photo' IS NOT NULL)`,
    ),
  };
  return {
    save: (photo, atMs) => {
      sql.save.run({ ...photo, atMs });
    },
    read: (hash) => sql.read.get(hash) as Pick<Photo, 'type' | 'bytes'> | undefined,
    forget: (beforeMs) => sql.forget.run(beforeMs).changes,
  };
}
