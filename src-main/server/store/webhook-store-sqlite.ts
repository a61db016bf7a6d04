import type { Database } from 'better-sqlite3';
import type { RestaurantId } from '#shared/domain/id.ts';
import type { FailedCounts, FailedDelivery, Webhook, WebhookStore } from '../webhooks/ports.ts';

const columns = `id, restaurant_id AS restaurantId, url, secret, types, made_at AS madeAtMs, seq, taken_at AS takenAtMs`;
const failedColumns = 'hook_id AS hookId, seq, tries, next_at AS nextAtMs, error';

type Row = Omit<Webhook, 'types'> & { readonly types: string };

export function createWebhookStoreSqlite(db: Database): WebhookStore {
  const sql = {
    all: db.prepare(`SELECT ${columns} FROM webhooks ORDER BY made_at, id`),
    of: db.prepare(`SELECT ${columns} FROM webhooks WHERE restaurant_id = ? ORDER BY made_at, id`),
    save: db.prepare(
      `INSERT INTO webhooks (id, restaurant_id, url, secret, types, made_at, seq, taken_at)
       VALUES (@id, @restaurantId, @url, @secret, @types, @madeAtMs, @seq, @takenAtMs)`,
    ),
    remove: db.prepare('DELETE FROM webhooks WHERE id = ?'),
    removeFailed: db.prepare('DELETE FROM webhook_failures WHERE hook_id = ?'),
    move: db.prepare('UPDATE webhooks SET seq = coalesce(?, seq), taken_at = coalesce(?, taken_at) WHERE id = ?'),
    // A hook that was removed meanwhile has no failures any more.
    fail: db.prepare(
      `INSERT INTO webhook_failures (hook_id, seq, tries, next_at, error)
       SELECT @hookId, @seq, @tries, @nextAtMs, @error WHERE EXISTS (SELECT 1 FROM webhooks WHERE id = @hookId)
       ON CONFLICT (hook_id, seq) DO UPDATE SET tries = excluded.tries, next_at = excluded.next_at, error = excluded.error`,
    ),
    arrived: db.prepare('DELETE FROM webhook_failures WHERE hook_id = ? AND seq = ?'),
    due: db.prepare(
      `SELECT ${failedColumns} FROM webhook_failures WHERE hook_id = ? AND next_at <= ? ORDER BY seq LIMIT ?`,
    ),
    bringForward: db.prepare('UPDATE webhook_failures SET next_at = next_at - ? WHERE next_at IS NOT NULL'),
    dead: db.prepare(
      `SELECT ${failedColumns} FROM webhook_failures WHERE hook_id = ? AND next_at IS NULL ORDER BY seq DESC LIMIT ?`,
    ),
    counts: db.prepare(
      'SELECT count(next_at) AS waiting, count(*) - count(next_at) AS dead FROM webhook_failures WHERE hook_id = ?',
    ),
    revive: db.prepare(
      `UPDATE webhook_failures SET next_at = @atMs, tries = 0
       WHERE hook_id = @hookId AND next_at IS NULL AND (@seq IS NULL OR seq = @seq)`,
    ),
    forget: db.prepare('DELETE FROM webhook_failures WHERE hook_id = ? AND seq = ? AND next_at IS NULL'),
  };
  const parsed = (rows: unknown[]): Webhook[] =>
    (rows as Row[]).map(({ types, ...hook }) => ({ ...hook, types: JSON.parse(types) as string[] }));

  return {
    all: () => parsed(sql.all.all()),
    of: (restaurantId: RestaurantId) => parsed(sql.of.all(restaurantId)),
    save: (hook) => {
      sql.save.run({ ...hook, types: JSON.stringify(hook.types) });
    },
    remove: db.transaction((id: string) => {
      sql.removeFailed.run(id);
      sql.remove.run(id);
    }),
    settle: db.transaction((hookId, { seq, takenAtMs, failed, arrived }) => {
      sql.move.run(seq ?? null, takenAtMs ?? null, hookId);
      for (const one of failed) sql.fail.run(one);
      for (const one of arrived) sql.arrived.run(hookId, one);
    }) as WebhookStore['settle'],
    due: (hookId, byMs, limit) => sql.due.all(hookId, byMs, limit) as FailedDelivery[],
    bringForward: (byMs) => {
      sql.bringForward.run(byMs);
    },
    dead: (hookId, limit) => sql.dead.all(hookId, limit) as FailedDelivery[],
    counts: (hookId) => sql.counts.get(hookId) as FailedCounts,
    revive: (hookId, atMs, seq) => sql.revive.run({ hookId, atMs, seq: seq ?? null }).changes,
    forget: (hookId, seq) => {
      sql.forget.run(hookId, seq);
    },
  };
}
