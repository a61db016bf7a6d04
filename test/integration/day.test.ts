import type { Database } from 'better-sqlite3';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCommitQueue } from '../../src-main/server/core/commit-queue.ts';
import { keepDay } from '../../src-main/server/core/day-keeper.ts';
import { createIdSource } from '../../src-main/server/core/id-source.ts';
import { createMenuDesk, type MenuDesk } from '../../src-main/server/core/menu-desk.ts';
import { createOrderDesk, type OrderChange, type OrderDesk } from '../../src-main/server/core/order-desk.ts';
import { createSiteDesk, type SiteDesk } from '../../src-main/server/core/site-desk.ts';
import { createFanoutMemory } from '../../src-main/server/fanout/fanout-memory.ts';
import { scopeOf } from '../../src-main/server/fanout/scope.ts';
import type { Caller, OrderStore } from '../../src-main/server/ports.ts';
import { listBumped } from '../../src-main/server/store/bumped-list.ts';
import { openDatabase } from '../../src-main/server/store/open-database.ts';
import { listOrders } from '../../src-main/server/store/order-list.ts';
import { createOrderStoreSqlite } from '../../src-main/server/store/order-store-sqlite.ts';
import { orderId, restaurantId } from '../../src-shared/domain/id.ts';
import { orderListQuery } from '../../src-shared/protocol/list-requests.ts';
import { itemsIn, orderIn } from '../../src-shared/protocol/order-requests.ts';
import { productIn } from '../../src-shared/protocol/product-requests.ts';
import { settingsIn, stationsIn } from '../../src-shared/protocol/site-requests.ts';
import { createTempDir } from '../harness/temp-dir.ts';

/** The core on a real file, with the clock in the test's hand. */
const main = restaurantId('main');
const caller: Caller = {
  restaurantId: main,
  userId: 'a',
  subject: 'user:a',
  role: 'manager',
  displayName: 'A',
  jti: 'j',
};
const mark = { idempotency: undefined, ifVersion: undefined, madeAtMs: null };
const log = pino({ level: 'silent' });
const evening = Date.UTC(2026, 10, 21, 21);
const hour = 3600_000;
const minute = 60_000;
const everything = { station: null, lineIds: null } as const;

let folder: ReturnType<typeof createTempDir>;
let db: Database;
let store: OrderStore;
let desk: OrderDesk;
let site: SiteDesk;
let menu: MenuDesk;
let turn: () => Promise<void>;
let nowMs: number;

beforeEach(() => {
  folder = createTempDir();
  nowMs = evening;
  const clock = { nowMs: () => nowMs };
  db = openDatabase({ dataDir: folder.path, sqliteAddon: undefined }, { id: 'main', timeZone: 'UTC' });
  store = createOrderStoreSqlite(db, { replicating: false });
  const fanout = createFanoutMemory(store, '0123456789abcdef');
  const meter = { transaction: (_: number, work: () => void) => work(), ended: () => undefined };
  const queue = createCommitQueue({ store, clock, log, fanout, meter });
  const ids = createIdSource();
  desk = createOrderDesk({ queue, store, ids, terminal: 'A' });
  site = createSiteDesk({ queue, store });
  menu = createMenuDesk({ queue, store, ids });
  turn = () => keepDay({ queue, store, clock, log, restaurantId: main });
});
afterEach(() => {
  db.close();
  folder.remove();
});

async function place(more: object = {}): Promise<string> {
  const items = [{ name: 'Soup', unit_price: 4 }];
  return (await desk.place(caller, orderIn.parse({ type: 'takeaway', items, ...more }), mark)).id;
}
const open = () => store.openOrders(main).map(({ id }) => id);
const set = (change: object) => site.changeSettings(caller, settingsIn.parse(change), mark);

test('[CLR1] what was left over goes when the new day has begun, keeps its status, and a recall brings it back', async () => {
  const id = await place();
  nowMs = evening + 6.9 * hour;
  await turn();
  expect(open()).toEqual([id]);
  nowMs = evening + 7.1 * hour;
  await turn();
  expect(open()).toEqual([]);
  expect(desk.order(caller, id)).toMatchObject({ order_status: 'pending', cleared_at: expect.any(String) });
  await turn();
  expect(desk.order(caller, id).version).toBe(2);
  await desk.change(
    caller,
    { kind: 'order.recall', orderId: orderId(id), station: null, lineIds: null, keepTimer: true, by: 'A' },
    mark,
  );
  expect(open()).toEqual([id]);
  expect(desk.order(caller, id)).toMatchObject({ order_status: 'pending', cleared_at: null, version: 3 });
});

test('[CLR1] [RCL4] what was put away is in the list of the day, and comes back with a new clock if so wanted', async () => {
  const id = await place();
  nowMs = evening + 8 * hour;
  await turn();
  const listed = () => JSON.parse(listBumped(db, main, { limit: 50 }, nowMs)).items;
  expect(listed()).toMatchObject([{ id, cleared_at: new Date(nowMs).toISOString() }]);
  nowMs += hour;
  const recall = { kind: 'order.recall', orderId: orderId(id), station: null, lineIds: null } as const;
  await desk.change(caller, { ...recall, keepTimer: false, by: 'A' }, mark);
  expect([listed(), open()]).toEqual([[], [id]]);
  expect(desk.order(caller, id).items[0]).toMatchObject({ round: 1, progress: [{ status: 'pending' }] });
  expect(store.openOrders(main)[0]?.lines[0]?.progress[0]?.sinceMs).toBe(nowMs);
});

test('[MEN7] what is out until tomorrow is back with the new day; what is out until somebody says so is not', async () => {
  const dish = (sku: string) => ({ sku, name: sku, price: 4, category: 'c' });
  const off = async (sku: string, until: 'tomorrow' | 'changed') => {
    const { id } = await menu.create(caller, productIn.parse(dish(sku)), mark);
    await menu.setAvailability(caller, id, { available: false, until }, mark);
  };
  await off('soup', 'tomorrow');
  await off('cake', 'changed');
  const out = () => store.products(main).flatMap(({ sku, available }) => (available ? [] : [sku]));
  nowMs = evening + 6.9 * hour;
  await turn();
  expect(out()).toEqual(['soup', 'cake']);
  nowMs = evening + 7.1 * hour;
  await turn();
  expect(out()).toEqual(['cake']);
});

test('[CLR2] what was put away takes payment and what brings it back; its stream and its status are over', async () => {
  const id = await place();
  nowMs = evening + 8 * hour;
  await turn();
  const part = { store, restaurantId: main, epoch: '0' };
  const scope = scopeOf(part, { kind: 'order', orderId: orderId(id), view: 'whole' });
  const isOver = [scope.hasEnded()];
  for (const event of store.eventsAfter(main, 0, 9)) {
    scope.take(event);
    isOver.push(scope.hasEnded());
  }
  expect(isOver).toEqual([true, false, true]);
  const listed = (status?: 'pending') =>
    JSON.parse(listOrders(db, main, orderListQuery.parse({ ...(status ? { status } : {}) }))).items.length;
  expect([listed('pending'), listed()]).toEqual([0, 1]);
  const ask = async (change: OrderChange) => (await desk.change(caller, change, mark)).status;
  const on = { orderId: orderId(id) };
  const work = { ...on, station: null, lineIds: null, by: null };
  expect(await ask({ kind: 'order.set-status', ...on, status: 'completed', by: null })).toBe(409);
  expect(await ask({ kind: 'order.bump', ...work })).toBe(409);
  expect(await ask({ kind: 'order.cancel', ...on, reason: null })).toBe(409);
  const lineOf = () => desk.order(caller, id).items[0]?.id ?? '';
  expect((await desk.split(caller, id, { items: [{ id: lineOf() }] }, mark)).status).toBe(409);
  expect(await ask({ kind: 'order.set-payment', ...on, status: 'paid', method: 'cash' })).toBe(200);
  expect(open()).toEqual([]);
  expect(await ask({ kind: 'order.recall', ...work, keepTimer: true })).toBe(200);
  expect([open(), listed('pending')]).toEqual([[id], 1]);
  expect(await ask({ kind: 'order.bump', ...work })).toBe(200);
});

test('[CLR1] a kitchen that cooks on through the change of day keeps what it has in hand, and what is promised for later', async () => {
  nowMs = evening + 6 * hour;
  const inHand = await place();
  const later = await place({ promised_at: new Date(evening + 20 * hour).toISOString() });
  nowMs = evening + 7.5 * hour;
  await turn();
  expect(open()).toEqual([inHand, later]);
  nowMs = evening + 9 * hour;
  await turn();
  expect(open()).toEqual([later]);
});

test('[DAY2] [CLR1] an order of the day before for noon is there at noon and after, and goes with the day that it is for', async () => {
  const noon = evening + 15 * hour;
  const id = await place({ promised_at: new Date(noon).toISOString() });
  expect(desk.order(caller, id)).toMatchObject({ business_day: '2026-11-22', order_number: 'ORD-261122120000-A1' });
  for (nowMs = noon - hour; nowMs < noon + 15 * hour; nowMs += hour) await turn();
  expect(open()).toEqual([id]);
  nowMs = noon + 20 * hour;
  await turn();
  expect(open()).toEqual([]);
});

test('[CLR1] one that was counted to the day on which it was placed stays for two hours after it was promised', async () => {
  const id = await place({ promised_at: new Date(evening + 15 * hour).toISOString() });
  db.exec(`UPDATE orders SET body = json_set(body, '$.businessDay', '2026-11-21')`);
  expect(store.openOrders(main)[0]?.businessDay).toBe('2026-11-21');
  nowMs = evening + 16.9 * hour;
  await turn();
  expect(open()).toEqual([id]);
  nowMs = evening + 17.1 * hour;
  await turn();
  expect(open()).toEqual([]);
});

test('[DAY2] [NUM1] no number is given twice for one day, whatever day the orders were taken on', async () => {
  const promised_at = new Date(evening + 15 * hour).toISOString();
  const ids = [await place({ promised_at }), await place(), await place({ promised_at })];
  nowMs = evening + 8 * hour;
  ids.push(await place());
  const numbers = ids
    .map((id) => desk.order(caller, id))
    .map(({ number, business_day }) => `${business_day} ${number}`);
  expect(numbers).toEqual(['2026-11-22 A1', '2026-11-21 A1', '2026-11-22 A2', '2026-11-22 A3']);
});

test('[CLR1] what was cancelled and never acknowledged goes as well; where it is switched off nothing does', async () => {
  const id = await place();
  await desk.change(caller, { kind: 'order.cancel', orderId: orderId(id), reason: null }, mark);
  await set({ nightly_clear: false });
  nowMs = evening + 12 * hour;
  await turn();
  expect(open()).toEqual([id]);
  await set({ nightly_clear: true });
  await turn();
  expect(open()).toEqual([]);
});

const progressOf = (id: string) => desk.order(caller, id).items.map(({ progress }) => progress[0]);
const grillAndPass = [
  { id: 'grill', name: 'Grill' },
  { id: 'pass', name: 'Pass', kind: 'expo' },
];

test('[AUB1] if so set, a ticket leaves its station at its age, and it is marked; off is the default', async () => {
  const id = await place();
  nowMs = evening + hour;
  await turn();
  expect(desk.order(caller, id).version).toBe(1);
  await set({ auto_bump_minutes: 61 });
  await turn();
  expect(desk.order(caller, id).version).toBe(1);
  nowMs += minute;
  await turn();
  expect(progressOf(id)).toMatchObject([{ status: 'completed', done_by: null, done_by_age: true }]);
});

test('[AUB1] at the pass nothing is handed over by age, however old: neither what is ready nor what was just fired', async () => {
  await site.setStations(caller, stationsIn.parse({ items: grillAndPass }), mark);
  await set({ auto_bump_minutes: 30, hold_courses: true });
  const items = ['Soup', 'Steak'].map((name, index) => ({ name, unit_price: 4, course: index + 1 }));
  const id = await place({ items });
  nowMs = evening + 28 * minute;
  await desk.change(caller, { kind: 'order.fire', orderId: orderId(id), ...everything, course: null }, mark);
  nowMs = evening + 31 * minute;
  await turn();
  expect(progressOf(id)).toMatchObject([{ status: 'ready', done_by_age: true }, { status: 'pending' }]);
  nowMs = evening + 59 * minute;
  await turn();
  await turn();
  expect(progressOf(id)).toMatchObject([{ status: 'ready' }, { status: 'ready', done_by_age: true }]);
  expect(open()).toEqual([id]);
});

test('[AUB1] what was added to an old ticket a minute ago stays', async () => {
  await set({ auto_bump_minutes: 30 });
  const id = await place();
  nowMs = evening + 29.5 * minute;
  await desk.addItems(caller, id, itemsIn.parse({ items: [{ name: 'Bread', unit_price: 2 }] }), mark);
  nowMs = evening + 30.5 * minute;
  await turn();
  expect(progressOf(id)).toMatchObject([{ status: 'completed' }, { status: 'pending' }]);
});

test('[AUB1] [ALG2] a dish with allergens that nobody has acknowledged stays, and holds up none beside it', async () => {
  await set({ auto_bump_minutes: 1, acknowledge_allergens: true });
  const soup = { name: 'Soup', unit_price: 4, allergens: ['celery'] };
  const id = await place({ items: [soup, { name: 'Fries', unit_price: 3 }] });
  nowMs = evening + hour;
  await turn();
  expect(progressOf(id)).toMatchObject([{ status: 'pending' }, { status: 'completed', done_by_age: true }]);
  await turn();
  expect([open(), desk.order(caller, id).version]).toEqual([[id], 2]);
});

test('[AUB1] [VOI1] what was called off stays, however old, until somebody has seen it', async () => {
  await set({ auto_bump_minutes: 30 });
  const id = await place();
  const change = (one: OrderChange) => desk.change(caller, one, mark);
  await change({ kind: 'order.set-status', orderId: orderId(id), status: 'preparing', by: 'A' });
  await change({ kind: 'order.cancel', orderId: orderId(id), reason: null });
  nowMs = evening + hour;
  await turn();
  expect([open(), desk.order(caller, id).version]).toEqual([[id], 3]);
  await change({ kind: 'order.bump', orderId: orderId(id), ...everything, by: 'A' });
  expect(open()).toEqual([]);
});
