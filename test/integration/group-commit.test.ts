import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CommitQueue, createCommitQueue } from '../../src-main/server/core/commit-queue.ts';
import { createIdSource } from '../../src-main/server/core/id-source.ts';
import { createMenuDesk, type MenuDesk } from '../../src-main/server/core/menu-desk.ts';
import { createOrderDesk, type OrderDesk } from '../../src-main/server/core/order-desk.ts';
import { createFanoutMemory } from '../../src-main/server/fanout/fanout-memory.ts';
import type { Frame } from '../../src-main/server/fanout/frame.ts';
import type { Caller, CommandEnd, Meter, OrderStore } from '../../src-main/server/ports.ts';
import { openDatabase } from '../../src-main/server/store/open-database.ts';
import { createOrderStoreSqlite } from '../../src-main/server/store/order-store-sqlite.ts';
import { type RestaurantId, restaurantId } from '../../src-shared/domain/id.ts';
import { orderIn } from '../../src-shared/protocol/order-requests.ts';
import { productIn } from '../../src-shared/protocol/product-requests.ts';

/** The core on a real file, with hands on the database to make real statements and real COMMITs fail. */
let dir: string;
let db: Database;
let store: OrderStore;
let queue: CommitQueue;
let desk: OrderDesk;
let menu: MenuDesk;
const sent: string[] = [];
const ended: CommandEnd[] = [];
const groups: number[] = [];
const meter: Meter = {
  transaction: (commands, work) => {
    groups.push(commands);
    work();
  },
  ended: (end) => ended.push(end),
};

const main: RestaurantId = restaurantId('main');
const caller: Caller = {
  restaurantId: main,
  userId: 'admin',
  subject: 'user:admin',
  role: 'manager',
  displayName: 'M',
  jti: 'j',
};
const mark = (key?: string) => ({
  idempotency: key ? { key, fingerprint: key } : undefined,
  ifVersion: undefined,
  madeAtMs: null,
});
const order = (notes: string) => orderIn.parse({ type: 'takeaway', notes, items: [{ name: 'Soup', unit_price: 4 }] });
const soup = productIn.parse({ sku: 'soup', name: 'Soup', price: 4, category: 'c' });
const count = (table: string) => (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kitchen-pass-test-'));
  db = openDatabase({ dataDir: dir, sqliteAddon: undefined }, { id: 'main', timeZone: 'UTC' });
  store = createOrderStoreSqlite(db, { replicating: true });
  const fanout = createFanoutMemory(store, '0123456789abcdef');
  const feed = fanout.feed(main);
  sent.length = 0;
  ended.length = 0;
  groups.length = 0;
  const sink = {
    bufferedBytes: () => 0,
    takenBytes: () => 0,
    fail: () => undefined,
    send: (frame: Frame) => sent.push(String(frame.json())),
  };
  feed
    .follow(sink, feed.attach({ followed: { kind: 'everything' }, lastEventId: undefined, batch: true, acks: false }))
    .run();
  sent.length = 0;
  queue = createCommitQueue({
    store,
    clock: { nowMs: () => 1_800_000_000_000 },
    log: pino({ level: 'silent' }),
    fanout,
    meter,
  });
  const ids = createIdSource();
  desk = createOrderDesk({ queue, store, ids, terminal: 'A' });
  menu = createMenuDesk({ queue, store, ids });
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

test('[GRP1] a command that breaks in the middle of its writes leaves its neighbours committed and answered', async () => {
  db.exec(`CREATE TEMP TRIGGER breaks BEFORE INSERT ON main.outbox WHEN NEW.value LIKE '%break me%'
    BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END`);
  const answers = await Promise.allSettled([
    desk.place(caller, order('one'), mark('k1')),
    desk.place(caller, order('break me'), mark('k2')),
    desk.place(caller, order('three'), mark('k3')),
  ]);
  expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(answers[1]).toMatchObject({ reason: { code: 'internal' } });
  expect(['orders', 'events', 'processed', 'outbox'].map(count)).toEqual([2, 2, 2, 2]);
  const frame = JSON.parse(sent[0] ?? '');
  expect([frame.from, frame.to, sent.length]).toEqual([1, 2, 1]);
  expect(frame.events.map((event: { order: { number: string } }) => event.order.number)).toEqual(['A1', 'A2']);
});

test('[GRP1] a refused command takes no number and leaves its neighbours alone', async () => {
  const nothing = orderIn.parse({
    type: 'takeaway',
    items: [{ menu_item_id: '6b58208f-d318-5f90-a7e1-d68f433967ed' }],
  });
  const answers = await Promise.all([
    desk.place(caller, order('one'), mark()),
    desk.place(caller, nothing, mark('refused')),
    desk.place(caller, order('two'), mark()),
  ]);
  expect(answers.map((answer) => answer.status)).toEqual([201, 400, 201]);
  expect(answers.flatMap((answer) => JSON.parse(answer.body).number ?? [])).toEqual(['A1', 'A2']);
});

test('[GRP2] [PRM2] when COMMIT fails nobody is told, nothing is stored, and the next group works', async () => {
  // A deferred foreign key is checked by COMMIT itself, so the writes succeed and COMMIT really fails.
  db.exec(`CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE child (id INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED) STRICT;
    CREATE TRIGGER orphan AFTER INSERT ON events BEGIN INSERT INTO child (id) VALUES (NEW.seq); END`);
  const answers = await Promise.allSettled([
    desk.place(caller, order('one'), mark('k1')),
    desk.place(caller, order('two'), mark('k2')),
  ]);
  expect(answers).toMatchObject([{ reason: { code: 'not_stored' } }, { reason: { code: 'not_stored' } }]);
  expect(sent).toEqual([]);
  expect(['orders', 'events', 'processed', 'outbox', 'day_counters'].map(count)).toEqual([0, 0, 0, 0, 0]);
  expect(store.head(main)).toBe(0);

  db.exec('DROP TRIGGER orphan');
  const retried = await desk.place(caller, order('one'), mark('k1'));
  expect(JSON.parse(retried.body).number).toBe('A1');
  expect(JSON.parse(sent[0] ?? '')).toMatchObject({ from: 1, to: 1 });
});

test('[GRP2] a full disk in the middle of a group fails the whole group, never a part of it', async () => {
  const pages = Number(db.pragma('page_count', { simple: true }));
  db.pragma(`max_page_count = ${pages + 3}`);
  const big = (notes: string) => order(notes.repeat(1900));
  const answers = await Promise.allSettled(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((notes) => desk.place(caller, big(notes), mark(notes))),
  );
  const stored = answers.filter((answer) => answer.status === 'fulfilled');
  expect(stored).toHaveLength(count('orders'));
  expect(count('events')).toBe(count('orders'));
  expect(answers.filter((answer) => answer.status === 'rejected').length).toBeGreaterThan(0);

  db.pragma('max_page_count = 1000000');
  await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((notes) => desk.place(caller, big(notes), mark(notes))));
  expect(count('orders')).toBe(6);
  const seqs = db.prepare('SELECT seq FROM events ORDER BY seq').all() as { seq: number }[];
  expect(seqs.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('[GRP1] commands of one turn are one commit and one frame', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => desk.place(caller, order(`n${index}`), mark())));
  expect(sent).toHaveLength(1);
  expect(JSON.parse(sent[0] ?? '')).toMatchObject({ type: 'events', from: 1, to: 20 });
});

test('[PRM1] what was handed in before the stop is stored and answered; later ones are told to come back', async () => {
  const before = desk.place(caller, order('before'), mark());
  queue.stop();
  expect((await before).status).toBe(201);
  await expect(desk.place(caller, order('after'), mark())).rejects.toMatchObject({ code: 'stopping' });
});

test('[CMD1] a repeat that comes after its answer was forgotten is refused, and the order is not taken twice', async () => {
  const first = await desk.place(caller, order('once'), mark('k'));
  expect(store.forgetAnswers(Number.MAX_SAFE_INTEGER)).toBe(1);
  const late = await desk.place(caller, order('once'), mark('k'));
  expect([first.status, late.status, late.id, count('orders')]).toEqual([201, 409, first.id, 1]);
});

test('[CMD1] a late repeat is told of its order, also when the dish is out by then', async () => {
  const product = JSON.parse((await menu.create(caller, soup, mark())).body);
  const input = orderIn.parse({ type: 'takeaway', items: [{ menu_item_id: product.id }] });
  await desk.place(caller, input, mark('k'));
  store.forgetAnswers(Number.MAX_SAFE_INTEGER);
  db.prepare("UPDATE products SET body = json_set(body, '$.available', json('false'))").run();
  expect(JSON.parse((await desk.place(caller, input, mark('k'))).body).code).toBe('order_exists');
  expect(JSON.parse((await desk.place(caller, input, mark('new'))).body).code).toBe('item_unavailable');
});

test('[MEN3] who may not set prices can neither name a dish nor price a modifier', async () => {
  const waiter: Caller = { ...caller, role: 'waiter' };
  const product = JSON.parse((await menu.create(caller, soup, mark())).body);
  const refusalOf = async (item: object) =>
    JSON.parse((await desk.place(waiter, orderIn.parse({ type: 'takeaway', items: [item] }), mark())).body).errors?.[0]
      .path;
  expect(await refusalOf({ menu_item_id: product.id, unit_price: 0.01 })).toBe('items[0].unit_price');
  expect(await refusalOf({ menu_item_id: product.id, name: 'Caviar' })).toBe('items[0].name');
  expect(await refusalOf({ menu_item_id: product.id, modifiers: ['hot', { name: 'x', price: 1 }] })).toBe(
    'items[0].modifiers',
  );
  expect(await refusalOf({ menu_item_id: product.id, modifiers: ['hot'] })).toBeUndefined();
});

test('[MON1] an order whose total could not be exact is refused', async () => {
  const items = Array.from({ length: 200 }, () => ({
    name: 'gold',
    unit_price: 1_000_000,
    quantity: 999,
    modifiers: Array.from({ length: 50 }, () => ({ name: 'more', price: 1_000_000 })),
  }));
  db.exec("UPDATE restaurants SET currency = 'KWD'");
  const answer = await desk.place(caller, orderIn.parse({ type: 'takeaway', items }), mark());
  expect(JSON.parse(answer.body)).toMatchObject({ code: 'invalid', errors: [{ path: 'items' }] });
});

test('[MET2] each command of a group is counted once, by how it ended', async () => {
  db.exec(`CREATE TEMP TRIGGER breaks BEFORE INSERT ON main.events WHEN NEW.body LIKE '%break me%'
    BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END`);
  await desk.place(caller, order('one'), mark('k1'));
  await Promise.allSettled([
    desk.place(caller, order('one'), mark('k1')),
    desk.place(caller, order('break me'), mark('k2')),
    desk.place(caller, order('another body'), {
      ...mark(),
      idempotency: { key: 'k1', fingerprint: 'other' },
    }),
    menu.create(caller, soup, mark()),
  ]);
  expect(ended).toEqual(['stored', 'unchanged', 'failed', 'refused', 'stored']);
  expect(groups).toEqual([1, 4]);
});

test('[MET2] when COMMIT fails all of the group are counted as failed', async () => {
  db.exec(`CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE child (id INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED) STRICT;
    CREATE TRIGGER orphan AFTER INSERT ON events BEGIN INSERT INTO child (id) VALUES (NEW.seq); END`);
  await Promise.allSettled([desk.place(caller, order('one'), mark()), desk.place(caller, order('two'), mark())]);
  expect(ended).toEqual(['failed', 'failed']);
});

test('[OUT1] the outbox holds the newest state of each entity once, in the order of change', async () => {
  const first = JSON.parse((await desk.place(caller, order('1'), mark())).body);
  await desk.place(caller, order('2'), mark());
  await desk.change(caller, { kind: 'order.set-status', orderId: first.id, status: 'ready', by: null }, mark());
  const rows = db.prepare('SELECT register, value FROM outbox ORDER BY n').all() as {
    register: string;
    value: string;
  }[];
  expect(rows.map((row) => JSON.parse(row.value).version)).toEqual([1, 2]);
  expect(rows[1]?.register).toBe(`order/${first.id}`);
});
