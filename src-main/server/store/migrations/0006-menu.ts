import type { Database } from 'better-sqlite3';

type OldProduct = { readonly available: boolean; readonly updatedAtMs: number };

/** Items have modifiers, a count, and a reason to be out; one that was removed is kept out of sight. */
export const menu = {
  version: 6,
  slug: 'menu',
  sql: 'ALTER TABLE products ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;',
  upgrade: (db: Database): void => {
    const save = db.prepare('UPDATE products SET body = ? WHERE id = ?');
    for (const { id, body } of db.prepare('SELECT id, body FROM products').all() as { id: string; body: string }[]) {
      save.run(JSON.stringify(asNow(JSON.parse(body) as OldProduct)), id);
    }
  },
} as const;

const asNow = (product: OldProduct) => ({
  ...product,
  modifierGroups: [],
  out: product.available ? null : { until: 'changed', sinceMs: product.updatedAtMs },
  stock: null,
  removedAtMs: null,
});
