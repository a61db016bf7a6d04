import type { Database } from 'better-sqlite3';
import type { PeopleStore, Session, User } from '../people-ports.ts';

/** People and sessions in the same file as the orders, so that one backup holds both. */
export function createPeopleStoreSqlite(db: Database): PeopleStore {
  const sql = prepare(db);
  return {
    userByName: (username) => toUser(sql.userByName.get(username)),
    user: (id) => toUser(sql.user.get(id)),
    usersOf: (restaurantId) => sql.usersOf.all(restaurantId).flatMap((row) => toUser(row) ?? []),
    saveUser: (user, atMs) => {
      sql.saveUser.run({ ...user, passwordIsTemporary: user.passwordIsTemporary ? 1 : 0, atMs });
    },
    setPassword: (id, passwordHash) => {
      sql.setPassword.run(passwordHash, id);
    },
    removeUser: db.transaction((id: string, atMs: number) => {
      sql.removeUser.run(atMs, id);
      sql.revokeAll.run(atMs, id);
      sql.forgetOrders.run(id);
    }),
    addSession: (session, atMs) => {
      sql.addSession.run({ ...session, atMs });
    },
    session: (jti) => sql.session.get(jti) as Session | undefined,
    hasSignedInFrom: (userId, address) => sql.signedInFrom.get(userId, address) !== undefined,
    revokeSession: (jti, atMs) => {
      sql.revoke.run(atMs, jti);
    },
    revokeSessionsOf: (userId, { kinds, but = '' }, atMs) => {
      sql.revokeOf.run(atMs, userId, JSON.stringify(kinds), but);
    },
    keepNewestLogins: (userId, most, atMs) => {
      sql.keepNewest.run({ userId, most, atMs });
    },
    forgetSessions: (beforeMs) => {
      sql.forget.run(beforeMs);
    },
  };
}

const userColumns = `id, restaurant_id AS restaurantId, username, display_name AS displayName, role,
  password_hash AS passwordHash, password_is_temporary AS passwordIsTemporary, pin_hash AS pinHash`;

function prepare(db: Database) {
  return {
    userByName: db.prepare(`SELECT ${userColumns} FROM users WHERE username = ? AND removed_at IS NULL`),
    user: db.prepare(`SELECT ${userColumns} FROM users WHERE id = ? AND removed_at IS NULL`),
    usersOf: db.prepare(
      `SELECT ${userColumns} FROM users WHERE restaurant_id = ? AND removed_at IS NULL ORDER BY created_at, id`,
    ),
    saveUser: db.prepare(
      `INSERT INTO users (id, restaurant_id, username, display_name, role, password_hash, password_is_temporary, pin_hash,
         created_at)
       VALUES (@id, @restaurantId, @username, @displayName, @role, @passwordHash, @passwordIsTemporary, @pinHash, @atMs)
       ON CONFLICT (id) DO UPDATE SET username = excluded.username, display_name = excluded.display_name,
         role = excluded.role, password_hash = excluded.password_hash,
         password_is_temporary = excluded.password_is_temporary, pin_hash = excluded.pin_hash
         WHERE removed_at IS NULL`,
    ),
    setPassword: db.prepare(
      'UPDATE users SET password_hash = ?, password_is_temporary = 0 WHERE id = ? AND removed_at IS NULL',
    ),
    // Their name is free for somebody else; no name of a person has a space in front. Of staff the history needs theirs.
    removeUser: db.prepare(
      `UPDATE users SET removed_at = ?, username = ' ' || id, password_hash = '', pin_hash = '',
         display_name = CASE role WHEN 'guest' THEN '' ELSE display_name END
       WHERE id = ? AND removed_at IS NULL`,
    ),
    addSession: db.prepare(
      `INSERT INTO sessions (jti, user_id, kind, created_at, expires_at, device_id, address)
       VALUES (@jti, @userId, @kind, @atMs, @expiresAtMs, @deviceId, @address)`,
    ),
    session: db.prepare(
      `SELECT jti, user_id AS userId, kind, expires_at AS expiresAtMs, device_id AS deviceId, address FROM sessions
       WHERE jti = ? AND revoked_at IS NULL`,
    ),
    signedInFrom: db.prepare('SELECT 1 FROM sessions WHERE user_id = ? AND address = ? LIMIT 1'),
    revoke: db.prepare('UPDATE sessions SET revoked_at = ? WHERE jti = ? AND revoked_at IS NULL'),
    forget: db.prepare('DELETE FROM sessions WHERE expires_at < ?'),
    revokeAll: db.prepare('UPDATE sessions SET address = NULL, revoked_at = coalesce(revoked_at, ?) WHERE user_id = ?'),
    forgetOrders: db.prepare('DELETE FROM guest_orders WHERE user_id = ?'),
    revokeOf: db.prepare(
      `UPDATE sessions SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL
       AND kind IN (SELECT value FROM json_each(?)) AND jti <> ?`,
    ),
    // By the order in which they were opened: a clock that was set back would make the newest the oldest.
    keepNewest: db.prepare(
      `UPDATE sessions SET revoked_at = @atMs WHERE jti IN (
         SELECT jti FROM sessions
         WHERE user_id = @userId AND kind = 'login' AND revoked_at IS NULL AND expires_at > @atMs
         ORDER BY rowid DESC LIMIT -1 OFFSET @most)`,
    ),
  };
}

function toUser(row: unknown): User | undefined {
  if (!row) return undefined;
  const user = row as User;
  return { ...user, passwordIsTemporary: Boolean(user.passwordIsTemporary) };
}
