import { pino } from 'pino';
import { createCommitQueue } from '../../src-main/server/core/commit-queue.ts';
import { createIdSource } from '../../src-main/server/core/id-source.ts';
import { createOrderDesk, type OrderChange } from '../../src-main/server/core/order-desk.ts';
import { createSiteDesk } from '../../src-main/server/core/site-desk.ts';
import { createFanoutMemory } from '../../src-main/server/fanout/fanout-memory.ts';
import type { Caller } from '../../src-main/server/ports.ts';
import { openDatabase } from '../../src-main/server/store/open-database.ts';
import { createOrderStoreSqlite } from '../../src-main/server/store/order-store-sqlite.ts';
import { orderId, restaurantId, stationId } from '../../src-shared/domain/id.ts';
import { orderIn } from '../../src-shared/protocol/order-requests.ts';
import { stationsIn } from '../../src-shared/protocol/site-requests.ts';

const minuteMs = 60_000;
const restaurant = restaurantId('main');
const caller: Caller = {
  restaurantId: restaurant,
  userId: 'u',
  subject: 'user:u',
  role: 'manager',
  displayName: 'U',
  jti: '',
};
const mark = { idempotency: undefined, ifVersion: undefined, madeAtMs: null };
const soup = { name: 'Soup', unit_price: 4 };

export type PastKitchen = Awaited<ReturnType<typeof openPastKitchen>>;

/** The server's own core and store on a data folder, at a time that the test turns: a grill, a bar, and a pass. */
export async function openPastKitchen(dataDir: string, timeZone: string, startMs: number) {
  let nowMs = startMs;
  const db = openDatabase({ dataDir, sqliteAddon: undefined }, { id: restaurant, timeZone });
  const store = createOrderStoreSqlite(db, { replicating: false });
  const fanout = createFanoutMemory(store, '0123456789abcdef');
  const meter = { transaction: (_: number, work: () => void) => work(), ended: () => undefined };
  const clock = { nowMs: () => nowMs };
  const queue = createCommitQueue({ store, clock, log: pino({ level: 'silent' }), fanout, meter });
  const desk = createOrderDesk({ queue, store, ids: createIdSource(), terminal: 'A' });
  const stations = [
    { id: 'grill', name: 'Grill' },
    { id: 'bar', name: 'Bar', items: ['Beer'] },
    { id: 'pass', name: 'Pass', kind: 'expo' },
  ];
  await createSiteDesk({ queue, store }).setStations(caller, stationsIn.parse({ items: stations }), mark);

  const change = (id: string, wish: object) =>
    desk.change(caller, { orderId: orderId(id), by: 'U', ...wish } as unknown as OrderChange, mark);
  const bump = (id: string, station: string | null, lineIds: readonly string[] | null = null) =>
    change(id, { kind: 'order.bump', station: station === null ? null : stationId(station), lineIds });
  const place = async (...items: object[]) => {
    const wish = { type: 'takeaway', items: items.length > 0 ? items : [soup] };
    return (await desk.place(caller, orderIn.parse(wish), mark)).id;
  };

  return {
    order: (id: string) => desk.order(caller, id),
    change,
    bump,
    place,
    turnTo: (ms: number) => {
      nowMs = ms;
    },
    later: (minutes: number) => {
      nowMs += minutes * minuteMs;
    },
    /** Comes now, is ready after so many minutes, handed over as many later; then it is now again. */
    serve: async (readyMin: number, waitMin: number, ...items: object[]): Promise<string> => {
      const began = nowMs;
      const id = await place(...items);
      nowMs = began + readyMin * minuteMs;
      await bump(id, 'grill');
      await bump(id, 'bar').catch(() => undefined);
      nowMs += waitMin * minuteMs;
      await bump(id, 'pass');
      nowMs = began;
      return id;
    },
    close: (): void => void db.close(),
  };
}
