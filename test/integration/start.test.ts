import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../src-main/server/store/migrate.ts';
import { migrations } from '../../src-main/server/store/migrations/migration.ts';
import type { WireOrder } from '../../src-shared/protocol/wire-order.ts';
import type { WireProduct } from '../../src-shared/protocol/wire-product.ts';
import { type Api, signIn } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { isLive, record } from '../harness/recorder.ts';
import { adminPassword, startServer } from '../harness/server-in-a-box.ts';

let dataDir: string;
const file = () => join(dataDir, 'kitchen.db');

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kitchen-pass-test-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const failure = (options = {}) =>
  startServer({ dataDir, ...options }).then(
    () => expect.unreachable('the server started'),
    (error) => error,
  );

test('[SQL1] the file is WAL, FULL and STRICT', async () => {
  const box = await startServer({ dataDir });
  await (await managerOf(box)).order();
  await box.stop();
  const db = new Database(file(), { readonly: true });
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  const tables = db
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all() as { name: string; sql: string }[];
  expect(tables.filter(({ sql }) => !/STRICT/.test(sql))).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
});

test('[LCK1] a second start on the same data names the holder, and works when the first has ended', {
  timeout: 20_000,
}, async () => {
  const first = await startServer({ dataDir, terminal: 'K' });
  expect(await failure()).toMatchObject({
    code: 'data_locked',
    message: expect.stringContaining(`terminal K (process ${process.pid}`),
  });
  await first.stop();
  await (await startServer({ dataDir })).stop();
});

test('[LCK1] a start waits for a first one that is just ending', async () => {
  const first = await startServer({ dataDir });
  const second = startServer({ dataDir });
  await first.stop();
  await (await second).stop();
});

test('[MIG1] data of a newer program is refused and left byte for byte', async () => {
  await (await startServer({ dataDir })).stop();
  const db = new Database(file());
  db.pragma('user_version = 9999');
  db.close();
  const before = readFileSync(file());
  expect(await failure()).toMatchObject({ code: 'schema_newer', message: expect.stringContaining('Update') });
  expect(readFileSync(file()).equals(before)).toBe(true);
  rmSync(`${file()}-wal`, { force: true });
});

test('[MIG1] a migration keeps the rows, makes a copy before it, and a broken one changes nothing', () => {
  const db = new Database(file());
  const shipped = migrations.length;
  migrate(db, migrations);
  db.prepare("INSERT INTO restaurants VALUES ('r', 'R', 'EUR', 'UTC', 240, 7)").run();
  const next = {
    version: shipped + 1,
    slug: 'colour',
    sql: "ALTER TABLE restaurants ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'",
  };
  const broken = { version: shipped + 2, slug: 'broken', sql: 'DELETE FROM restaurants; SELECT nonsense' };
  expect(() => migrate(db, [...migrations, next, broken])).toThrow('nonsense');
  expect(db.pragma('user_version', { simple: true })).toBe(shipped + 1);
  expect(db.prepare('SELECT id, last_seq, colour FROM restaurants').all()).toEqual([
    { id: 'r', last_seq: 7, colour: 'red' },
  ]);
  const copy = new Database(`${file()}.before-${String(shipped + 1).padStart(4, '0')}-colour`, { readonly: true });
  expect(copy.prepare('SELECT * FROM restaurants').all()).toMatchObject([{ id: 'r', last_seq: 7 }]);
  expect(copy.pragma('user_version', { simple: true })).toBe(shipped);
  copy.close();
  db.close();
});

test.each(['not a database at all', ''])('[STA1] a damaged file is named and kept (%j)', async (content) => {
  await (await startServer({ dataDir })).stop();
  const good = readFileSync(file());
  writeFileSync(file(), content === '' ? good.fill(0, 100, 8000) : content.repeat(500));
  const before = readFileSync(file());
  expect(await failure()).toMatchObject({ code: 'database_damaged' });
  expect(readFileSync(file()).equals(before)).toBe(true);
});

test('[STA1] a data folder that cannot be is named', async () => {
  writeFileSync(join(dataDir, 'file'), '');
  expect(await failure({ dataDir: join(dataDir, 'file') })).toMatchObject({ code: 'data_read_only' });
  mkdirSync(join(dataDir, 'sub', 'kitchen.db'), { recursive: true });
  expect(await failure({ dataDir: join(dataDir, 'sub') })).toMatchObject({ code: 'data_read_only' });
});

test('[STA1] a taken port and a strange address are named, and nothing stays open', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as { port: number };
  expect(await failure({ port })).toMatchObject({ code: 'port_taken', message: expect.stringContaining(String(port)) });
  expect(await failure({ host: '192.0.2.1' })).toMatchObject({ code: 'address_unavailable' });
  other.close();
  await (await startServer({ dataDir })).stop();
});

test('[STA1] data of another restaurant is not taken over', async () => {
  await (await startServer({ dataDir })).stop();
  expect(await failure({ restaurant: 'other' })).toMatchObject({ code: 'bad_setting' });
});

test('[DAY1] [NUM1] orders are counted to the business day of the time zone, and a new zone moves none of them', async () => {
  const box = await startServer({ dataDir, timeZone: 'Pacific/Kiritimati' });
  const first = (await (await managerOf(box)).order()).json;
  await box.stop();
  const moved = await startServer({ dataDir, timeZone: 'Pacific/Niue' });
  const api = await signIn(moved.url, adminPassword);
  const second = (await api.order()).json;
  expect(second.business_day < first.business_day).toBe(true);
  expect([first.number, second.number]).toEqual(['A1', 'A1']);
  expect((await api.call('GET', `/orders/${first.id}`)).json).toEqual(first);
  await moved.stop();
});

test('[TOD1] the settings name the time zone, as the program was started and by its IANA name', async () => {
  for (const [timeZone, name] of [
    ['europe/berlin', 'Europe/Berlin'],
    ['UTC', 'UTC'],
  ] as const) {
    const box = await startServer({ dataDir, timeZone });
    const api = await managerOf(box);
    expect((await api.call('GET', '/settings')).json.time_zone).toBe(name);
    expect((await api.call('PATCH', '/settings', { time_zone: 'Asia/Tokyo' })).status).toBe(400);
    const late = (await api.call('PATCH', '/settings', { late_minutes: timeZone.length + 5 })).json;
    expect(late.time_zone).toBe(name);
    await box.stop();
  }
});

test('nothing but the files that are meant lies in the data folder', async () => {
  await (await startServer({ dataDir })).stop();
  expect(readdirSync(dataDir).sort()).toEqual(['kitchen.db', 'lock.db', 'signing.key']);
  expect(existsSync(file())).toBe(true);
  copyFileSync(file(), join(dataDir, 'copy.db'));
  await (await startServer({ dataDir })).stop();
});

/** Who looks around for the first time finds one of everything that the pages can show. */
async function expectFullHouse(api: Api, orders: readonly WireOrder[]): Promise<void> {
  const { tables } = (await api.call('GET', '/settings')).json;
  expect(new Set(tables.map(({ area }: { area: string }) => area)).size).toBeGreaterThan(1);
  const known = new Set(tables.map(({ name }: { name: string }) => name));
  expect(orders.filter(({ type, table_number }) => type === 'dine_in' && !known.has(table_number))).toEqual([]);
  const states = new Set(orders.map(({ type, order_status }) => `${type} ${order_status}`));
  expect(states).toContain('takeaway ready');
  expect(orders.some(({ type, promised_at }) => type === 'delivery' && promised_at !== null)).toBe(true);
  expect(orders.some(({ items }) => items.some(({ held_at }) => held_at !== null))).toBe(true);
  const dishes = (await api.call('GET', '/products?limit=200')).json.items as readonly WireProduct[];
  expect(dishes.some(({ available }) => !available)).toBe(true);
  expect(dishes.some(({ stock_quantity }) => stock_quantity !== null)).toBe(true);
  expect(dishes.some(({ modifier_groups }) => modifier_groups.length > 0)).toBe(true);
}

test('--demo fills an empty restaurant once, and never one that has a menu', async () => {
  const box = await startServer({ dataDir, demo: true });
  const api = await managerOf(box);
  const filled = (await api.call('GET', '/orders?limit=200')).json.items;
  expect(filled.length).toBeGreaterThan(3);
  expect(filled.every((order: { total_price: number }) => order.total_price > 0)).toBe(true);
  await api.call('POST', `/orders/${filled[0].id}/cancel`);
  await expectFullHouse(api, filled);
  await box.stop();
  const again = await startServer({ dataDir, demo: true });
  const after = (await (await signIn(again.url, adminPassword)).call('GET', '/orders?limit=200')).json.items;
  expect(after.map((order: { id: string }) => order.id)).toEqual(filled.map((order: { id: string }) => order.id));
  await again.stop();
});

test('[PRM1] a stop answers what it took: each order posted meanwhile is stored exactly when its sender was told so', async () => {
  const box = await startServer({ dataDir });
  const api = await managerOf(box);
  const posting = Array.from({ length: 40 }, (_, index) => api.order({ notes: `order ${index}` }));
  await Promise.race(posting);
  const [answers] = await Promise.all([Promise.allSettled(posting), box.stop()]);
  const told = answers.flatMap((answer) =>
    answer.status === 'fulfilled' && answer.value.status === 201 ? [answer.value.json.id] : [],
  );
  expect(told.length).toBeGreaterThan(0);
  const again = await startServer({ dataDir });
  const stored = (await (await signIn(again.url, adminPassword)).call('GET', '/orders?limit=200')).json.items;
  expect(stored.map((order: { id: string }) => order.id).sort()).toEqual(told.sort());
  await again.stop();
});

test('a request that never ends does not keep the server from stopping', async () => {
  const box = await startServer({ dataDir });
  const slow = connect(box.port, '127.0.0.1');
  await new Promise((resolve) => slow.once('connect', resolve));
  slow.write('POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{');
  const cut = new Promise((resolve) => slow.once('close', resolve));
  slow.on('error', () => undefined);
  slow.resume();
  await (await managerOf(box)).order();
  await box.stop();
  await cut;
});

test('a screen that comes while the server stops is turned away and does not hold it', async () => {
  const box = await startServer({ dataDir });
  const half = connect(box.port, '127.0.0.1').resume();
  half.on('error', () => undefined);
  await new Promise((resolve) => half.once('connect', resolve));
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: a2l0Y2hlbiBwYXNzIHRlcw==';
  half.write(`GET /ws/orders/live HTTP/1.1\r\nHost: 127.0.0.1:${box.port}\r\n${upgrade}\r\n`);
  const other = record(box.url, (await managerOf(box)).token);
  await other.until(isLive);
  const stopped = box.stop();
  await other.closed;
  half.write('\r\n');
  await stopped;
});

test('housekeeping that fails keeps no server from starting', async () => {
  await (await startServer({ dataDir })).stop();
  const db = new Database(file());
  db.exec(`INSERT INTO processed (restaurant_id, subject, key, fingerprint, status, answer, at)
      VALUES ('main', 'user:admin', 'old', 'f', 200, '{}', 1);
    CREATE TRIGGER kept BEFORE DELETE ON processed BEGIN SELECT RAISE(ABORT, 'kept on purpose'); END`);
  db.close();
  const box = await startServer({ dataDir });
  expect((await (await managerOf(box)).order()).status).toBe(201);
  expect(box.logged.join('')).toContain('housekeeping failed');
  await box.stop();
});

test('stopping twice is one stop, and the second waits for its end', async () => {
  const box = await startServer({ dataDir });
  const first = box.stop();
  await box.stop();
  await (await startServer({ dataDir })).stop();
  await first;
});

test.skipIf(process.platform === 'win32')('the data files are their owner’s alone', async () => {
  const box = await startServer({ dataDir });
  await (await managerOf(box)).order();
  for (const name of ['kitchen.db', 'kitchen.db-wal', 'signing.key']) {
    expect([name, statSync(join(dataDir, name)).mode & 0o777]).toEqual([name, 0o600]);
  }
  await box.stop();
});
