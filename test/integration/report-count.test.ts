import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepReportsUp } from '../../src-main/server/reports/keep-up.ts';
import { openReadOnly } from '../../src-main/server/store/open-database.ts';
import { openReports, type Reports } from '../../src-main/server/store/open-reports.ts';
import { createOrderReaderWorker } from '../../src-main/server/store/order-reader-worker.ts';
import { restaurantId } from '../../src-shared/domain/id.ts';
import { byPortion, type CountedOrder, countByHand, quantileOf } from '../harness/hand-count.ts';
import { openPastKitchen, type PastKitchen } from '../harness/past-kitchen.ts';
import { cookEvening } from '../harness/past-service.ts';
import { createTempDir } from '../harness/temp-dir.ts';

const zone = 'Europe/Berlin';
/** The limit of a kitchen that has set nothing: eight minutes ([AGE1]). */
const lateMs = 8 * 60_000;

let folder: ReturnType<typeof createTempDir>;
let db: Database;
let kitchen: PastKitchen;
let reports: Reports;

beforeEach(async () => {
  folder = createTempDir();
  const options = { dataDir: folder.path, sqliteAddon: undefined };
  kitchen = await openPastKitchen(folder.path, zone, Date.UTC(2026, 2, 28, 17));
  db = openReadOnly(options);
  reports = openReports(db, options);
});
afterEach(() => {
  db.close();
  kitchen.close();
  folder.remove();
});

const read = (kind: 'tickets' | 'items' | 'stations', from: string, to = from) =>
  JSON.parse(reports.report('main', kind, { from, to, format: 'json' }));

/** What a report says of these, by hand. */
function ticketsOf(counted: readonly CountedOrder[]) {
  const ticket = counted.flatMap(({ ticketMs }) => ticketMs ?? []);
  const dishes = counted.flatMap((order) => order.dishes);
  const late = ticket.filter((ms) => ms >= lateMs).length;
  return {
    orders: counted.length,
    cancelled: counted.filter(({ isCancelled }) => isCancelled).length,
    voided: counted.reduce((sum, order) => sum + order.voided, 0),
    recooked: counted.reduce((sum, order) => sum + order.recooked, 0),
    late,
    on_time_share: ticket.length > 0 ? 1 - late / ticket.length : null,
    ticket: timesOf(ticket),
    prep: timesOf(byPortion(dishes, 'prepMs')),
    wait: timesOf(byPortion(dishes, 'waitMs')),
  };
}

const timesOf = (ms: readonly number[]) => ({
  count: ms.length,
  median_s: quantileOf(ms, 0.5),
  p90_s: quantileOf(ms, 0.9),
});

function sharesOf(counted: readonly CountedOrder[], of: 'name' | 'station', key: string) {
  const dishes = counted.flatMap((order) => order.dishes).filter((dish) => dish[of] === key);
  const prep = byPortion(dishes, 'prepMs');
  const late = prep.filter((ms) => ms >= lateMs).length;
  return { portions: prep.length, late, prep: timesOf(prep), wait: timesOf(byPortion(dishes, 'waitMs')) };
}

test.each([
  ['the clock goes forward', Date.UTC(2026, 2, 28, 21), '2026-03-28'],
  ['the clock goes back', Date.UTC(2026, 9, 24, 21), '2026-10-24'],
  ['a day like any other', Date.UTC(2026, 6, 3, 15), '2026-07-03'],
])('[RPT1] [RPT2] every figure is what a hand count of the log says: %s', async (_, startMs, day) => {
  await cookEvening(kitchen, startMs);
  // Past midnight, through the hour that is not there or comes twice, and on the day that follows.
  await cookEvening(kitchen, startMs + 3 * 3600_000);
  await cookEvening(kitchen, startMs + 14 * 3600_000);
  const all = countByHand(db, zone);
  const counted = all.filter((order) => order.day === day);
  expect(counted.length).toBeGreaterThan(15);
  expect(all.length).toBeGreaterThan(counted.length);

  const { total, by_hour, by_type, by_day_part } = read('tickets', day);
  expect(total).toMatchObject(ticketsOf(counted));
  expect(by_type).toMatchObject([{ type: 'takeaway', ...ticketsOf(counted) }]);
  const hours = [...new Set(counted.map(({ hour }) => hour))].sort((a, b) => a - b);
  expect(by_hour).toMatchObject(
    hours.map((hour) => ({ hour, ...ticketsOf(counted.filter((order) => order.hour === hour)) })),
  );
  expect(by_day_part.reduce((sum: number, part: any) => sum + part.orders, 0)).toBe(counted.length);

  const items = new Map<string, object>(read('items', day).items.map((row: any) => [row.item, row]));
  for (const name of ['Soup', 'Burger', 'Beer']) expect(items.get(name)).toMatchObject(sharesOf(counted, 'name', name));
  expect(read('stations', day).items).toMatchObject(
    ['bar', 'grill'].map((station) => ({ station, ...sharesOf(counted, 'station', station) })),
  );

  const days = [...new Set(all.map((order) => order.day))].sort();
  const whole = read('tickets', '2026-01-01', '2026-12-31');
  expect(whole.total).toMatchObject(ticketsOf(all));
  expect(whole.by_day).toMatchObject(
    days.map((one) => ({ day: one, ...ticketsOf(all.filter((order) => order.day === one)) })),
  );
  expect(whole.by_month).toMatchObject([{ month: day.slice(0, 7), ...ticketsOf(all) }]);
});

test('[RPO2] only the days that are asked for are made; the rest in bites, and nothing twice', async () => {
  for (let day = 1; day <= 20; day++) {
    kitchen.turnTo(Date.UTC(2026, 4, day, 12));
    await kitchen.serve(day, 1);
  }
  expect(read('tickets', '2026-05-07').total).toMatchObject({ orders: 1, ticket: { median_s: 7 * 60 } });
  expect(reports.keepUp('main')).toBe(11);
  expect(reports.keepUp('main')).toBe(3);
  expect(reports.keepUp('main')).toBe(0);
  expect(reports.keepUp('main')).toBe(0);
  kitchen.turnTo(Date.UTC(2026, 4, 3, 18));
  await kitchen.serve(30, 1);
  expect(read('tickets', '2026-05-01', '2026-05-31').total).toMatchObject({ orders: 21, ticket: { p90_s: 19 * 60 } });
  expect(read('tickets', '2026-05-03').total).toMatchObject({ orders: 2, ticket: { p90_s: 1800 } });
  expect(reports.keepUp('main')).toBe(0);
});

test('[RPO2] [RPT4] the thread of reports makes all that is left and goes; who asks later is answered all the same', async () => {
  await cookEvening(kitchen, Date.UTC(2026, 6, 3, 15));
  await cookEvening(kitchen, Date.UTC(2026, 6, 5, 15));
  const module = new URL('../../src-main/server/store/reader-worker.ts', import.meta.url);
  const worker = createOrderReaderWorker(module, { dataDir: folder.path, sqliteAddon: undefined });
  await keepReportsUp({ reports: worker, restaurantId: restaurantId('main'), log: pino({ level: 'silent' }) });
  const kept = new SqliteDatabase(join(folder.path, 'reports.db'), { readonly: true });
  expect(kept.prepare('SELECT day FROM days ORDER BY day').pluck().all()).toEqual(['2026-07-03', '2026-07-05']);
  expect(kept.prepare('SELECT count(*) FROM dirty').pluck().get()).toBe(0);
  kept.close();
  const query = { from: '2026-07-03', to: '2026-07-05', format: 'json' } as const;
  const [first, second] = await Promise.all([
    worker.report(restaurantId('main'), 'tickets', query),
    worker.report(restaurantId('main'), 'tickets', query),
  ]);
  expect(first).toBe(second);
  expect(JSON.parse(first).total).toMatchObject(ticketsOf(countByHand(db, zone)));
  await worker.stop();
});

test('[RPO2] a thread that cannot make them is told in the log, and keeps nobody up', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const module = new URL('../../src-main/server/store/reader-worker.ts', import.meta.url);
  const worker = createOrderReaderWorker(module, { dataDir: join(folder.path, 'none'), sqliteAddon: undefined });
  await keepReportsUp({ reports: worker, restaurantId: restaurantId('main'), log });
  expect(lines.join('')).toContain('reports are not kept up');
});
