import { businessDay } from '#shared/domain/business-day.ts';
import { restaurantId, stationId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import { type Order, orderTypes } from '#shared/domain/order.ts';
import { untouched } from '#shared/domain/progress.ts';
import { openDatabase } from '../../src-main/server/store/open-database.ts';
import { createOrderStoreSqlite } from '../../src-main/server/store/order-store-sqlite.ts';
import { buildLine, buildOrder } from '../harness/screen-kit.ts';
import { createSeededRandom, type SeededRandom as Random } from '../harness/seeded-random.ts';

const timeZone = 'Europe/Berlin';
const main = restaurantId('main');
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const atOnce = 5000;

export type Filling = {
  readonly dataDir: string;
  readonly orders: number;
  readonly days: number;
  readonly endMs: number;
};

/**
 * A file of so many orders that are done, spread evenly over the days before `endMs`. Orders are made here and written by
 * the server's own store, each in its last state: with its event in the log, whose body is left out.
 */
export function fillFile({ dataDir, orders, days, endMs }: Filling): void {
  const db = openDatabase({ dataDir, sqliteAddon: undefined }, { id: main, timeZone });
  const store = createOrderStoreSqlite(db, { replicating: false });
  db.pragma('synchronous = OFF');
  const random = createSeededRandom('orders', '1');
  const stepMs = (days * dayMs) / orders;
  for (let from = 0; from < orders; from += atOnce) {
    store.transaction(() => {
      for (let index = from; index < Math.min(from + atOnce, orders); index++)
        append(orderAt(index, openAt(endMs - days * dayMs + index * stepMs), random));
    });
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();

  function append(order: Order): void {
    const record = { restaurantId: main, actor: 'user:bench', atMs: order.updatedAtMs, body: '{}' };
    store.append({ ...record, type: 'order_created', entity: { kind: 'order', order } });
  }
}

/** Guests come from 11 to 23: a day's time is squeezed into those hours. */
function openAt(atMs: number): number {
  const day = Math.floor(atMs / dayMs) * dayMs;
  return day + 10 * 60 * minuteMs + (atMs - day) / 2;
}

function orderAt(index: number, createdAtMs: number, random: Random): Order {
  const dishes = Array.from({ length: 1 + random.below(4) }, (_, at) => lineAt(`${index}.${at}`, createdAtMs, random));
  const isCancelled = random.below(50) === 0;
  const number = `A${index}`;
  return buildOrder(`00000000-0000-7000-8000-${String(index).padStart(12, '0')}`, {
    number,
    orderNumber: `ORD-${number}`,
    businessDay: businessDay(createdAtMs, { timeZone, dayStartMinutes: 240 }),
    type: orderTypes[random.below(3)] ?? 'dine_in',
    promisedAtMs: random.below(5) === 0 ? createdAtMs + 20 * minuteMs : null,
    createdAtMs,
    updatedAtMs: createdAtMs + 30 * minuteMs,
    cancelledAtMs: isCancelled ? createdAtMs + minuteMs : null,
    lines: dishes,
  });
}

const stations = ['grill', 'fry', 'cold', 'bar'];

/** Two hundred dishes, one in ten of them made at two stations; one portion in twenty is forgotten for hours. */
function lineAt(id: string, addedAtMs: number, random: Random): Line {
  const dish = Math.floor((random.below(1000) * random.below(1000)) / 5000);
  const at = dish % 10 === 0 ? ['grill', 'fry'] : [stations[dish % 4] ?? 'grill'];
  const base = { name: `Dish number ${dish}`, category: 'Mains', prepMinutes: dish % 3 === 0 ? 10 : null };
  const modifiers = [
    { name: 'Extra cheese', price: 100 },
    { name: 'No onions', price: 0 },
  ].slice(random.below(3));
  return buildLine(id, {
    ...base,
    modifiers,
    addedAtMs,
    quantity: 1 + (random.below(8) === 0 ? random.below(4) : 0),
    round: random.below(40) === 0 ? 2 : 1,
    progress: at.map((station) => partAt(station, addedAtMs, random)),
  });
}

function partAt(station: string, sinceMs: number, random: Random) {
  const slow = random.below(20) === 0 ? 60 : 1;
  const readyAtMs = sinceMs + (120 + random.below(600) + random.below(600)) * 1000 * slow;
  const completedAtMs = readyAtMs + random.below(300) * 1000;
  const startedAtMs = sinceMs + 30_000;
  const times = { startedAtMs, readyAtMs, completedAtMs };
  return { ...untouched(stationId(station), 'category'), ...times, status: 'completed' as const, doneBy: 'Ana' };
}
