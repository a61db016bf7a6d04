import type { Database } from 'better-sqlite3';
import { zoneName } from '#shared/domain/business-day.ts';
import { type Entity, entityId, entityVersion } from '#shared/domain/entity.ts';
import type { OrderId, ProductId, RestaurantId, SelfOrderId } from '#shared/domain/id.ts';
import { type Order, orderStatus } from '#shared/domain/order.ts';
import { isOnBoard } from '#shared/domain/part-state.ts';
import type { Product } from '#shared/domain/product.ts';
import type { SelfOrder } from '#shared/domain/self-order.ts';
import { firstSettings, type Settings } from '#shared/domain/settings.ts';
import { firstStations, type Stations } from '#shared/domain/station.ts';
import { fromWireOrder, type WireOrder } from '#shared/protocol/wire-order.ts';
import {
  type EventRecord,
  type LoggedEvent,
  type OrderAt,
  type OrderStore,
  type Restaurant,
  type StoredAnswer,
  TransactionLost,
} from '../ports.ts';

/** `replicating`: other terminals are to be told, so outbox rows are kept for them. */
export type OrderStoreOptions = { readonly replicating: boolean };

/** The truth, in one SQLite file. The entity's `body` is the domain object as JSON; other columns only find it. */
export function createOrderStoreSqlite(db: Database, { replicating }: OrderStoreOptions): OrderStore {
  const sql = prepare(db);
  const order = (restaurantId: RestaurantId, id: OrderId) => parsed<Order>(sql.order.get(id, restaurantId));
  const product = (restaurantId: RestaurantId, id: ProductId) => parsed<Product>(sql.product.get(id, restaurantId));
  const products = (restaurantId: RestaurantId) =>
    sql.products.all(restaurantId).map((row) => parsed<Product>(row) as Product);
  const stations = (restaurantId: RestaurantId) =>
    parsed<Stations>(sql.site.get(restaurantId, 'stations')) ?? firstStations(restaurantId);
  const selfOrder = (restaurantId: RestaurantId, id: SelfOrderId) =>
    parsed<SelfOrder>(sql.selfOrder.get(id, restaurantId));
  const waitingSelfOrders = (restaurantId: RestaurantId) =>
    sql.waitingSelfOrders.all(restaurantId).map((row) => parsed<SelfOrder>(row) as SelfOrder);
  const restaurant = (id: RestaurantId) => sql.restaurant.get(id) as Restaurant | undefined;
  /** The zone is the restaurant's, as the program was started, whatever was stored with the settings then. */
  const settings = (restaurantId: RestaurantId): Settings => {
    // An earlier program has written fewer.
    const stored = { ...firstSettings(restaurantId), ...parsed<Settings>(sql.site.get(restaurantId, 'settings')) };
    const timeZone = restaurant(restaurantId)?.timeZone;
    // What an older program has stored says nothing of what came since.
    return { ...firstSettings(restaurantId), ...stored, timeZone: timeZone === undefined ? null : zoneName(timeZone) };
  };

  return {
    transaction: (work) => db.transaction(work).immediate(),
    savepoint: (work) => savepoint(db, work),
    restaurant,
    order,
    orderAnywhere: (id) => parsed<Order>(sql.orderAnywhere.get(id)),
    product,
    view: (restaurantId) => ({
      order: (id) => order(restaurantId, id),
      product: (id) => product(restaurantId, id),
      productBySku: (sku) => parsed<Product>(sql.productBySku.get(restaurantId, sku)),
      products: () => products(restaurantId),
      stations: () => stations(restaurantId),
      settings: () => settings(restaurantId),
      selfOrder: (id) => selfOrder(restaurantId, id),
      waitingSelfOrders: () => waitingSelfOrders(restaurantId),
    }),
    stations,
    settings,
    selfOrder,
    waitingSelfOrders,
    orderEventAt: (restaurantId, id, version) => orderIn(sql.eventAt.get(id, version, restaurantId)),
    openOrders: (restaurantId) => sql.openOrders.all(restaurantId).map((row) => parsed<Order>(row) as Order),
    openOrdersOf: (restaurantId, subject) =>
      sql.openOrdersOf.all(subject, restaurantId).map((row) => parsed<Order>(row) as Order),
    placedBy: (restaurantId, id) => {
      const row = sql.placedBy.get(id, restaurantId) as { subject: string | null } | undefined;
      return row && (row.subject ?? '');
    },
    products,
    head: (restaurantId) => (sql.head.get(restaurantId) as { seq: number } | undefined)?.seq ?? 0,
    eventsAfter: (restaurantId, seq, limit) => sql.eventsAfter.all(restaurantId, seq, limit) as LoggedEvent[],
    ordersOfDay: (restaurantId, day) =>
      (sql.ordersOfDay.get(restaurantId, day) as { orders: number } | undefined)?.orders ?? 0,
    append: (record) => {
      const { seq } = sql.nextSeq.get(record.restaurantId) as { seq: number };
      writeEvent(sql, record, seq);
      writeState(sql, record);
      if (replicating) writeOutbox(sql, record);
      return seq;
    },
    answerTo: (key) => sql.answer.get(key.restaurantId, key.subject, key.key) as StoredAnswer | undefined,
    rememberAnswer: (key, answer, atMs) => {
      const { fingerprint, status, body, madeVersion } = answer;
      sql.remember.run(key.restaurantId, key.subject, key.key, fingerprint, status, body, madeVersion, atMs);
    },
    forgetAnswers: (beforeMs) => sql.forget.run(beforeMs).changes,
  };
}

type Statements = ReturnType<typeof prepare>;

function prepare(db: Database) {
  return {
    restaurant: db.prepare(
      'SELECT id, name, currency, time_zone AS timeZone, day_start_minutes AS dayStartMinutes FROM restaurants WHERE id = ?',
    ),
    order: db.prepare('SELECT body FROM orders WHERE id = ? AND restaurant_id = ?'),
    orderAnywhere: db.prepare('SELECT body FROM orders WHERE id = ?'),
    openOrders: db.prepare('SELECT body FROM orders WHERE restaurant_id = ? AND open = 1 ORDER BY created_at, rowid'),
    openOrdersOf: db.prepare(
      'SELECT body FROM orders WHERE placed_by = ? AND restaurant_id = ? AND open = 1 ORDER BY created_at, rowid',
    ),
    placedBy: db.prepare('SELECT placed_by AS subject FROM orders WHERE id = ? AND restaurant_id = ?'),
    product: db.prepare('SELECT body FROM products WHERE id = ? AND restaurant_id = ?'),
    productBySku: db.prepare('SELECT body FROM products WHERE restaurant_id = ? AND sku = ?'),
    products: db.prepare('SELECT body FROM products WHERE restaurant_id = ? AND removed = 0 ORDER BY rowid'),
    head: db.prepare('SELECT last_seq AS seq FROM restaurants WHERE id = ?'),
    nextSeq: db.prepare('UPDATE restaurants SET last_seq = last_seq + 1 WHERE id = ? RETURNING last_seq AS seq'),
    eventsAfter: db.prepare(
      'SELECT seq, type, entity_id AS entityId, body FROM events WHERE restaurant_id = ? AND seq > ? ORDER BY seq LIMIT ?',
    ),
    insertEvent: db.prepare(
      'INSERT INTO events (restaurant_id, seq, type, entity_id, version, actor, at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    insertOrder: db.prepare(
      `INSERT INTO orders (id, restaurant_id, version, business_day, number, order_number, status, open, table_number, created_at, placed_by, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    updateOrder: db.prepare(
      'UPDATE orders SET version = ?, status = ?, open = ?, table_number = ?, body = ? WHERE id = ? AND version < ?',
    ),
    saveProduct: db.prepare(
      `INSERT INTO products (id, restaurant_id, version, sku, removed, body) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, sku = excluded.sku, removed = excluded.removed, body = excluded.body`,
    ),
    site: db.prepare('SELECT body FROM site WHERE restaurant_id = ? AND kind = ?'),
    saveSite: db.prepare('INSERT OR REPLACE INTO site (restaurant_id, kind, version, body) VALUES (?, ?, ?, ?)'),
    selfOrder: db.prepare('SELECT body FROM self_orders WHERE id = ? AND restaurant_id = ?'),
    waitingSelfOrders: db.prepare(
      'SELECT body FROM self_orders WHERE restaurant_id = ? AND waiting = 1 ORDER BY placed_at, id',
    ),
    saveSelfOrder: db.prepare(
      `INSERT INTO self_orders (id, restaurant_id, version, waiting, placed_at, body) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, waiting = excluded.waiting, body = excluded.body
       WHERE restaurant_id = excluded.restaurant_id`,
    ),
    eventAt: db.prepare('SELECT body FROM events WHERE entity_id = ? AND version = ? AND restaurant_id = ?'),
    ordersOfDay: db.prepare('SELECT orders FROM day_counters WHERE restaurant_id = ? AND business_day = ?'),
    countOrder: db.prepare(
      `INSERT INTO day_counters (restaurant_id, business_day, orders) VALUES (?, ?, 1)
       ON CONFLICT DO UPDATE SET orders = orders + 1`,
    ),
    // REPLACE gives the row a new n, so that it is sent again after those that are waiting.
    outbox: db.prepare('INSERT OR REPLACE INTO outbox (restaurant_id, register, value) VALUES (?, ?, ?)'),
    answer: db.prepare(
      'SELECT fingerprint, status, answer AS body, made_version AS madeVersion FROM processed WHERE restaurant_id = ? AND subject = ? AND key = ?',
    ),
    remember: db.prepare(
      'INSERT INTO processed (restaurant_id, subject, key, fingerprint, status, answer, made_version, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    forget: db.prepare('DELETE FROM processed WHERE at < ?'),
  };
}

/**
 * A full disk can make SQLite roll back the whole transaction at once. Going on then would commit the rest of the
 * group statement by statement, so the outer transaction is given up as well.
 */
function savepoint<Result>(db: Database, work: () => Result): Result {
  try {
    return db.transaction(work)();
  } catch (error) {
    if (!db.inTransaction) throw new TransactionLost(error);
    throw error;
  }
}

function writeEvent(sql: Statements, record: EventRecord, seq: number): void {
  const { restaurantId, entity, type, actor, atMs, body } = record;
  sql.insertEvent.run(restaurantId, seq, type, entityId(entity), entityVersion(entity), actor, atMs, body);
}

function writeState(sql: Statements, { entity, actor, restaurantId }: EventRecord): void {
  if (entity.kind === 'product') writeProduct(sql, entity.product);
  else if (entity.kind === 'self_order') saveSelfOrder(sql, entity.selfOrder);
  else if (entity.kind !== 'order') sql.saveSite.run(restaurantId, entity.kind, entityVersion(entity), bodyOf(entity));
  else if (entity.order.version === 1) insertOrder(sql, entity.order, actor);
  else updateOrder(sql, entity.order);
}

function bodyOf(entity: Entity): string {
  switch (entity.kind) {
    case 'order':
      return JSON.stringify(entity.order);
    case 'product':
      return JSON.stringify(entity.product);
    case 'stations':
      return JSON.stringify(entity.stations);
    case 'settings':
      return JSON.stringify(entity.settings);
    case 'self_order':
      return JSON.stringify(entity.selfOrder);
  }
}

function writeProduct(sql: Statements, product: Product): void {
  const { id, restaurantId, version, removedAtMs } = product;
  const isRemoved = removedAtMs !== null;
  // Its sku is free again: no sku that anybody can send has a NUL in it.
  const sku = isRemoved ? `${product.sku}\u0000${id}` : product.sku;
  sql.saveProduct.run(id, restaurantId, version, sku, isRemoved ? 1 : 0, JSON.stringify(product));
}

function saveSelfOrder(sql: Statements, one: SelfOrder): void {
  const { id, restaurantId, version, state, placedAtMs } = one;
  const { changes } = sql.saveSelfOrder.run(
    ...[id, restaurantId, version, state === 'waiting' ? 1 : 0, placedAtMs, JSON.stringify(one)],
  );
  if (changes !== 1) throw new Error(`self-order ${id} is another restaurant's`);
}

function insertOrder(sql: Statements, order: Order, placedBy: string): void {
  sql.insertOrder.run(
    order.id,
    order.restaurantId,
    order.version,
    order.businessDay,
    order.number,
    order.orderNumber,
    orderStatus(order),
    isOnBoard(order) ? 1 : 0,
    order.tableNumber,
    order.createdAtMs,
    placedBy,
    JSON.stringify(order),
  );
  sql.countOrder.run(order.restaurantId, order.businessDay);
}

function updateOrder(sql: Statements, order: Order): void {
  const open = isOnBoard(order) ? 1 : 0;
  const { version, tableNumber, id } = order;
  const { changes } = sql.updateOrder.run(
    version,
    orderStatus(order),
    open,
    tableNumber,
    JSON.stringify(order),
    id,
    version,
  );
  if (changes !== 1) throw new Error(`order ${id} was not at the version before ${version}`);
}

function writeOutbox(sql: Statements, { restaurantId, entity }: EventRecord): void {
  sql.outbox.run(restaurantId, `${entity.kind}/${entityId(entity)}`, bodyOf(entity));
}

function parsed<Entity>(row: unknown): Entity | undefined {
  return row ? (JSON.parse((row as { body: string }).body) as Entity) : undefined;
}

/** Out of an event of the log, which holds the order as the wire shows it; before schema 3 it lacked half of it. */
function orderIn(row: unknown): OrderAt | undefined {
  const event = parsed<{ order?: WireOrder; data: OrderAt['data'] }>(row);
  if (event?.order?.cleared_at === undefined) return undefined;
  return { order: fromWireOrder(event.order), data: event.data };
}
