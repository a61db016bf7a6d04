import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { notStored } from '../../src-main/server/core/not-stored.ts';
import { openReadOnly } from '../../src-main/server/store/open-database.ts';
import { openReports, type Reports } from '../../src-main/server/store/open-reports.ts';
import { createOrderReaderWorker } from '../../src-main/server/store/order-reader-worker.ts';
import { restaurantId } from '../../src-shared/domain/id.ts';
import { openPastKitchen, type PastKitchen } from '../harness/past-kitchen.ts';
import { createTempDir } from '../harness/temp-dir.ts';

/** In Berlin the clock goes back at 03:00 on that day: 12:00 is 11:00 UTC. */
const noon = Date.UTC(2026, 9, 25, 11);
const soup = { name: 'Soup', unit_price: 4 };

let folder: ReturnType<typeof createTempDir>;
let orders: Database;
let kitchen: PastKitchen;
let reports: Reports;

beforeEach(async () => {
  folder = createTempDir();
  kitchen = await openPastKitchen(folder.path, 'Europe/Berlin', noon);
  orders = openReadOnly({ dataDir: folder.path, sqliteAddon: undefined });
  reports = openReports(orders, { dataDir: folder.path, sqliteAddon: undefined });
});
afterEach(() => {
  orders.close();
  kitchen.close();
  folder.remove();
});

const day = '2026-10-25';
const report = (kind: 'tickets' | 'items' | 'stations', from = day, to = from, format: 'json' | 'csv' = 'json') =>
  reports.report('main', kind, { from, to, format });
const read = (kind: 'tickets' | 'items' | 'stations', from = day, to = from) => JSON.parse(report(kind, from, to));

test('[RPT1] [RPT3] tickets: how many, how soon, how many late, by the limits that colour the boards', async () => {
  for (const minutes of [2, 4, 6, 8, 30]) await kitchen.serve(minutes, 1);
  kitchen.later(7 * 60);
  await kitchen.serve(10, 2, { ...soup, quantity: 3 });
  const { total, by_hour, by_day_part, by_day, by_type } = read('tickets');
  expect(total).toMatchObject({ orders: 6, portions: 8, cancelled: 0, late: 3, on_time_share: 0.5 });
  expect(total.ticket).toEqual({ count: 6, mean_s: 600, median_s: 360, p90_s: 1800 });
  expect(by_hour.map(({ hour, orders }: any) => [hour, orders])).toEqual([
    [12, 5],
    [19, 1],
  ]);
  expect(by_day_part.map(({ day_part, orders }: any) => [day_part, orders])).toEqual([
    ['lunch', 5],
    ['dinner', 1],
  ]);
  expect([by_day.length, by_type.length]).toEqual([1, 1]);
});

test('[RPT1] dishes and stations: until ready, and under the heat lamp, by portions', async () => {
  await kitchen.serve(4, 3, { ...soup, quantity: 2 }, { name: 'Cake', unit_price: 5 });
  await kitchen.serve(6, 1);
  expect(read('items').items).toMatchObject([
    { item: 'Soup', portions: 3, prep: { median_s: 240, p90_s: 360 }, wait: { median_s: 180 }, late: 0 },
    { item: 'Cake', portions: 1, prep: { count: 1, mean_s: 240 } },
  ]);
  const [grill] = read('stations').items;
  expect(grill).toMatchObject({ station: 'grill', portions: 4, wait: { count: 4, mean_s: 150 } });
  expect(grill.by_hour).toMatchObject([{ hour: 12, portions: 4 }]);
});

test('[RPT2] what says nothing of the service is left out of the times: forgotten, cancelled, put away, called off', async () => {
  await kitchen.serve(4, 1);
  await kitchen.serve(5 * 60, 1);
  const cancelled = await kitchen.place();
  await kitchen.change(cancelled, { kind: 'order.cancel', reason: null });
  await kitchen.place();
  const { total } = read('tickets');
  expect(total).toMatchObject({ orders: 3, cancelled: 1, portions: 2, voided: 1 });
  expect(total.ticket).toMatchObject({ count: 1, median_s: 240 });
  expect(read('items').items).toMatchObject([{ item: 'Soup', portions: 1 }]);
});

test('[RPT1] what was cancelled before anybody in the kitchen saw it counts as cancelled also when the night puts it away', async () => {
  const cancelled = await kitchen.place();
  await kitchen.change(cancelled, { kind: 'order.cancel', reason: null });
  const left = await kitchen.place();
  for (const id of [cancelled, left]) await kitchen.change(id, { kind: 'order.clear' });
  expect(read('tickets').total).toMatchObject({ orders: 1, cancelled: 1, voided: 1 });
});

test('[RPT1] a day on which nothing is done yet is in no list', async () => {
  await kitchen.place();
  expect(read('tickets')).toMatchObject({ total: { orders: 0 }, by_day: [], by_month: [], by_hour: [], by_type: [] });
});

test('[RPT1] a dish that is cooked again counts as such, with its last time', async () => {
  const id = await kitchen.serve(4, 1);
  kitchen.later(20);
  await kitchen.change(id, { kind: 'order.recall', station: null, lineIds: null, keepTimer: false });
  kitchen.later(3);
  await kitchen.bump(id, 'grill');
  await kitchen.bump(id, 'pass');
  const { total } = read('tickets');
  expect(total).toMatchObject({ orders: 1, recooked: 1, ticket: { count: 1, median_s: 180 } });
});

test('[RPT4] a day is made anew when something of it changes, and all are when the file is lost', async () => {
  await kitchen.serve(4, 1);
  expect(read('tickets').total.orders).toBe(1);
  const id = await kitchen.serve(5, 1);
  expect(read('tickets').total.orders).toBe(2);
  await kitchen.change(id, { kind: 'order.recall', station: null, lineIds: null, keepTimer: true });
  expect(read('tickets').total.orders).toBe(1);
  expect(read('tickets', '2026-10-24').total.orders).toBe(0);
  expect(read('tickets', '2026-10-01', '2026-10-31').total.orders).toBe(1);
  const file = join(folder.path, 'reports.db');
  expect(existsSync(file)).toBe(true);
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  reports = openReports(orders, { dataDir: folder.path, sqliteAddon: undefined });
  expect(read('tickets').total.orders).toBe(1);
});

test.each([
  ['all of it', 0],
  ['all behind its head', 100],
])('[RPT4] a file that is damaged is made from the orders: %s', async (_, from) => {
  await kitchen.serve(4, 1);
  expect(read('tickets').total.orders).toBe(1);
  damage(join(folder.path, 'reports.db'), from);
  reports = openReports(orders, { dataDir: folder.path, sqliteAddon: undefined });
  expect(read('tickets').total.orders).toBe(1);
  expect(reports.keepUp('main')).toBe(0);
});

/** As a disk that breaks does it: it is as long as it was, and not what it was. */
function damage(file: string, from: number): void {
  const db = new SqliteDatabase(file);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill('damaged', from));
}

test('[RPT5] as a table: one row to each part, for a spreadsheet', async () => {
  await kitchen.serve(4, 1, { name: '=1+1', unit_price: 4 });
  const lines = report('items', day, day, 'csv').split('\n');
  expect(lines[0]).toContain('part,item,portions,late,prep_count,prep_mean_s,prep_median_s,prep_p90_s,wait_count');
  expect(lines[1]).toMatch(/^items,'=1\+1,1,0,1,240,240,240,1,60,60,60/);
  expect(
    report('tickets', day, day, 'csv')
      .split('\n')
      .map((line) => line.split(',')[0]),
  ).toEqual(expect.arrayContaining(['total', 'by_day', 'by_hour', 'by_day_part', 'by_type']));
});

test('[RPT4] [ERR1] a disk that takes nothing is told as what it is, and not as a fault of the program', async () => {
  const module = new URL('../../src-main/server/store/reader-worker.ts', import.meta.url);
  const worker = createOrderReaderWorker(module, { dataDir: folder.path, sqliteAddon: undefined });
  const query = { from: day, to: day, format: 'json' } as const;
  await worker.report(restaurantId('main'), 'tickets', query);
  const other = new SqliteDatabase(join(folder.path, 'reports.db'));
  other.exec('BEGIN EXCLUSIVE');
  const error = await worker.report(restaurantId('main'), 'tickets', query).catch((thrown) => thrown);
  expect(notStored(error)?.code).toBe('not_stored');
  other.close();
  await worker.stop();
}, 30_000);
