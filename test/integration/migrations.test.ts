import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeUndo } from '../../src-main/server/core/make-undo.ts';
import type { User } from '../../src-main/server/people-ports.ts';
import type { Caller } from '../../src-main/server/ports.ts';
import { migrate } from '../../src-main/server/store/migrate.ts';
import { migrations } from '../../src-main/server/store/migrations/migration.ts';
import { createOrderStoreSqlite } from '../../src-main/server/store/order-store-sqlite.ts';
import { createPeopleStoreSqlite } from '../../src-main/server/store/people-store-sqlite.ts';
import { orderId, restaurantId } from '../../src-shared/domain/id.ts';
import { isOnBoard } from '../../src-shared/domain/part-state.ts';
import { ticketAt } from '../../src-shared/domain/station-ticket.ts';

/** Each shipped step, from a file as the version before it wrote it. */
let dir: string;
let db: Database.Database;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kitchen-pass-test-'));
  db = new Database(join(dir, 'kitchen.db'));
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

test('[MIG1] steps are numbered without gaps', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});

test('[MIG1] [SCO1] [OWN1] 2: who placed an order comes from the log, all else stays', () => {
  migrate(db, migrations.slice(0, 1));
  db.exec(`
    INSERT INTO restaurants VALUES ('main', 'Main', 'EUR', 'UTC', 240, 3);
    INSERT INTO orders VALUES ('o1', 'main', 2, '2026-11-20', 'A1', 'ORD-1', 'ready', 1, '4', 100, '{"id":"o1"}');
    INSERT INTO orders VALUES ('o2', 'main', 1, '2026-11-20', 'A2', 'ORD-2', 'pending', 1, NULL, 200, '{"id":"o2"}');
    INSERT INTO events VALUES (1, 'main', 1, 'order_created', 'o1', 1, 'user:anna', 100, '{}');
    INSERT INTO events VALUES (2, 'main', 2, 'order_created', 'o2', 1, 'user:ben', 200, '{}');
    INSERT INTO events VALUES (3, 'main', 3, 'order_status_changed', 'o1', 2, 'user:cook', 300, '{}');
  `);
  const before = db.prepare('SELECT * FROM orders ORDER BY id').all() as object[];
  migrate(db, migrations.slice(0, 2));
  expect(db.prepare('SELECT * FROM orders ORDER BY id').all()).toEqual([
    { ...before[0], placed_by: 'user:anna' },
    { ...before[1], placed_by: 'user:ben' },
  ]);
  const copy = join(dir, 'kitchen.db.before-0002-placed-by');
  expect(existsSync(copy)).toBe(true);
  if (process.platform !== 'win32') expect(statSync(copy).mode & 0o777).toBe(0o600);
});

const earlierPart = { station: 'grill', status: 'ready', startedAtMs: 5, readyAtMs: 6, completedAtMs: null };
const earlierLine = {
  id: 'l1',
  name: 'Burger',
  quantity: 2,
  allergens: [],
  round: 1,
  voidedAtMs: null,
  progress: [earlierPart],
};
const earlierOrder = {
  id: 'o1',
  version: 2,
  createdAtMs: 100,
  updatedAtMs: 100,
  cancelledAtMs: null,
  lines: [earlierLine],
};

test('[MIG1] 3: orders get what they lack, nothing that stands in them is changed, and the program can go on with them', () => {
  migrate(db, migrations.slice(0, 2));
  db.exec("INSERT INTO restaurants VALUES ('main', 'Main', 'EUR', 'UTC', 240, 3)");
  const insert = db.prepare(
    "INSERT INTO orders VALUES (?, 'main', 2, '2026-11-20', ?, 'ORD-1', 'ready', 1, '4', 100, ?, 'user:anna')",
  );
  for (let index = 0; index < 1203; index++) insert.run(`o${index}`, `A${index}`, JSON.stringify(earlierOrder));
  migrate(db, migrations.slice(0, 3));
  const bodies = db.prepare('SELECT body FROM orders').all() as { body: string }[];
  expect(bodies.length).toBe(1203);
  for (const { body } of bodies) {
    const order = JSON.parse(body);
    expect(order).toMatchObject({ ...earlierOrder, clearedAtMs: null, lastRecall: null });
    expect(order.lines[0]).toMatchObject({ ...earlierLine, addition: 0, addedAtMs: 100, heldAtMs: null });
    expect(order.lines[0].progress[0]).toMatchObject({ ...earlierPart, turn: 0, after: [], acknowledgedAtMs: null });
    expect(ticketAt(order, { station: null, goal: 'completed' }, 1000)?.sinceMs).toBe(100);
  }
  expect(existsSync(join(dir, 'kitchen.db.before-0003-stations'))).toBe(true);
});

test.each([
  ['cancelled', 0, { cancelledAtMs: 200 }, null],
  ['completed, with a line called off', 0, {}, 150],
  ['open, with a line called off', 1, {}, 150],
])(
  '[MIG1] [ORD4] 3: an order that was %s brings nothing back on a board that was off it',
  (_what, open, more, voidedAtMs) => {
    migrate(db, migrations.slice(0, 2));
    db.exec("INSERT INTO restaurants VALUES ('main', 'Main', 'EUR', 'UTC', 240, 3)");
    const begun = { ...earlierPart, status: 'preparing', readyAtMs: null };
    const lines = [{ ...earlierLine, voidedAtMs, progress: [begun] }];
    const body = JSON.stringify({ ...earlierOrder, updatedAtMs: 300, ...more, lines });
    db.prepare(
      "INSERT INTO orders VALUES ('o1', 'main', 2, '2026-11-20', 'A1', 'ORD-1', 'x', ?, '4', 100, ?, 'user:anna')",
    ).run(open, body);
    migrate(db, migrations.slice(0, 3));
    const order = JSON.parse((db.prepare('SELECT body FROM orders').get() as { body: string }).body);
    expect(isOnBoard(order)).toBe(false);
    expect(order.lines[0].progress[0].acknowledgedAtMs).toBe(300);
  },
);

test('[UND1] 3: what was done before the step cannot be undone after it, and says so', () => {
  migrate(db, migrations.slice(0, 2));
  db.exec("INSERT INTO restaurants VALUES ('main', 'Main', 'EUR', 'UTC', 240, 3)");
  db.prepare(
    "INSERT INTO orders VALUES ('o1', 'main', 2, '2026-11-20', 'A1', 'ORD-1', 'ready', 1, '4', 100, ?, 'user:anna')",
  ).run(JSON.stringify(earlierOrder));
  const event = db.prepare("INSERT INTO events VALUES (?, 'main', ?, 'order_updated', 'o1', ?, 'user:anna', 100, ?)");
  const item = {
    id: 'l1',
    name: 'Burger',
    quantity: 2,
    modifiers: [],
    progress: [{ station: 'grill', status: 'ready' }],
  };
  for (const version of [1, 2])
    event.run(version, version, version, JSON.stringify({ data: {}, order: { id: 'o1', version, items: [item] } }));
  migrate(db, migrations);
  const store = createOrderStoreSqlite(db, { replicating: false });
  const cook = { restaurantId: restaurantId('main'), role: 'manager' } as Caller;
  const made = makeUndo(store, cook, orderId('o1'), { version: 2 } as never);
  expect(made).toMatchObject({ refused: { code: 'cannot_undo' } });
});

test('[MIG1] 3: an order that cannot be read stops the step, and the file stays as it was', () => {
  migrate(db, migrations.slice(0, 2));
  db.exec(`INSERT INTO restaurants VALUES ('main', 'Main', 'EUR', 'UTC', 240, 3);
    INSERT INTO orders VALUES ('o1', 'main', 2, '2026-11-20', 'A1', 'ORD-1', 'ready', 1, '4', 100, '{"broken', 'x')`);
  expect(() => migrate(db, migrations.slice(0, 3))).toThrow();
  expect(db.pragma('user_version', { simple: true })).toBe(2);
  expect(db.prepare('SELECT body FROM orders').get()).toEqual({ body: '{"broken' });
});

test('[MIG1] [STF1] 5: a name that somebody who was removed has taken back is free again; those who are here stay', () => {
  migrate(db, migrations.slice(0, 4));
  db.exec(`INSERT INTO restaurants VALUES ('main', 'Main', 'EUR', 'UTC', 240, 3);
    INSERT INTO users VALUES ('u1', 'main', 'carl', 'Carl', 'waiter', 'h', 0, 100, 'p', 200);
    INSERT INTO users VALUES ('u2', 'main', 'dora', 'Dora', 'waiter', 'h', 0, 100, 'p', NULL)`);
  migrate(db, migrations);
  const people = createPeopleStoreSqlite(db);
  const dora = people.userByName('dora');
  expect(dora).toMatchObject({ id: 'u2', passwordHash: 'h', pinHash: 'p' });
  people.saveUser({ ...(dora as User), id: 'u3', username: 'carl' }, 300);
  expect(people.userByName('carl')?.id).toBe('u3');
});

test('[MIG1] a new file has nothing to be copied', () => {
  migrate(db, migrations);
  expect(existsSync(join(dir, 'kitchen.db.before-0002-placed-by'))).toBe(false);
});

test('[MIG1] [MEN7] 6: the menu stays as it is, and what was out stays out until somebody puts it back', () => {
  migrate(db, migrations.slice(0, 5));
  const soup = { id: 'p1', sku: 'soup', name: 'Soup', price: 400, available: false, updatedAtMs: 7 };
  const cake = { id: 'p2', sku: 'cake', name: 'Cake', price: 500, available: true, updatedAtMs: 8 };
  db.exec("INSERT INTO restaurants VALUES ('main', 'Main', 'EUR', 'UTC', 240, 3);");
  const insert = db.prepare("INSERT INTO products VALUES (?, 'main', 2, ?, ?)");
  for (const product of [soup, cake]) insert.run(product.id, product.sku, JSON.stringify(product));
  migrate(db, migrations);
  const added = { modifierGroups: [], stock: null, photo: null, removedAtMs: null };
  expect(createOrderStoreSqlite(db, { replicating: false }).products(restaurantId('main'))).toEqual([
    { ...soup, ...added, out: { until: 'changed', sinceMs: 7 } },
    { ...cake, ...added, out: null },
  ]);
  expect(existsSync(join(dir, 'kitchen.db.before-0006-menu'))).toBe(true);
});

test('[MIG1] [PHO1] 10: the menu stays as it is, and no dish has a photo yet', () => {
  migrate(
    db,
    migrations.filter(({ version }) => version < 10),
  );
  const soup = { id: 'p1', sku: 'soup', name: 'Soupe à l’ail', price: 400, modifierGroups: [{ min: 0, max: null }] };
  db.exec("INSERT INTO restaurants VALUES ('main', 'Main', 'EUR', 'UTC', 240, 3)");
  db.prepare("INSERT INTO products VALUES ('p1', 'main', 2, 'soup', ?, 0)").run(JSON.stringify(soup));
  migrate(db, migrations);
  const store = createOrderStoreSqlite(db, { replicating: false });
  expect(store.products(restaurantId('main'))).toEqual([{ ...soup, photo: null }]);
  expect(db.prepare('SELECT * FROM photos').all()).toEqual([]);
  expect(existsSync(join(dir, 'kitchen.db.before-0010-photos'))).toBe(true);
});

test('[MIG1] [GST9] 9: nobody has kept an order yet, and only people and orders that there are can be put together', () => {
  migrate(
    db,
    migrations.filter(({ version }) => version < 9),
  );
  db.pragma('foreign_keys = ON');
  db.exec("INSERT INTO restaurants VALUES ('main', 'Main', 'EUR', 'UTC', 240, 3)");
  migrate(db, migrations);
  expect(db.prepare('SELECT * FROM guest_orders').all()).toEqual([]);
  expect(() => db.exec("INSERT INTO guest_orders VALUES ('nobody', 'nothing', 5)")).toThrow('FOREIGN KEY');
});
