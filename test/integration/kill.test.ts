import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WireOrder } from '#shared/protocol/wire-order.ts';
import { signIn } from '../harness/api.ts';
import { followLive, type LiveFollower } from '../harness/live-follower.ts';
import { loadOrders } from '../harness/real-orders.ts';
import { scale } from '../harness/scale.ts';
import { createSeededRandom } from '../harness/seeded-random.ts';
import { createServerProcess, databaseIn, type ServerProcess } from '../harness/server-process.ts';
import { type FileOrder, orderCents } from '../simulate/file-order.ts';
import { noCounts, runSimulation } from '../simulate/run-simulation.ts';

const kills = scale({ short: 12, long: 200 });
const source = loadOrders();
const orders = source.orders.slice(0, scale({ short: 600, long: source.orders.length }));
const random = createSeededRandom('kill');

let server: ServerProcess;
let screen: LiveFollower;
const acknowledged = new Map<FileOrder, WireOrder>();
/** Told of every acknowledgement. */
const progress = new EventEmitter();

beforeAll(async () => {
  server = await createServerProcess();
  await server.start();
  const { token } = await signIn(server.url, server.password);
  screen = followLive({ url: server.url, token, batch: true });
  await screen.until(screen.isLive);
});
afterAll(async () => {
  await screen.close();
  await server.remove();
});

/** The work that must survive: posted, retried under its keys, each answer noted. */
async function postAll() {
  const counts = noCounts();
  await runSimulation(
    {
      url: server.url,
      user: 'admin',
      password: server.password,
      orders,
      run: 'kill',
      seed: '1',
      inFlight: 16,
      everyMs: 0,
      patienceMs: 60_000,
      random: random.next,
      onAcknowledged: (order, answer) => {
        acknowledged.set(order, answer);
        progress.emit('acknowledged');
      },
    },
    counts,
  );
  return counts;
}

/**
 * After how many acknowledgements each kill comes: from the first on, since a client that has never reached a server
 * says so at once; the last tenth is left to finish in peace.
 */
function instants(chance = random): number[] {
  const end = Math.floor(orders.length * 0.9);
  return Array.from({ length: kills }, () => 1 + chance.below(end - 1)).toSorted((a, b) => a - b);
}

/** Now and then it dies again while it is still starting. */
async function killAndRestart(): Promise<void> {
  await wait(random.next() * 8);
  await server.kill('SIGKILL');
  if (random.next() < 0.2) {
    server.launch();
    await wait(random.next() * 500);
    await server.kill('SIGKILL');
  }
  await server.start();
}

async function killAtInstants(): Promise<void> {
  for (const instant of instants()) {
    while (acknowledged.size < instant) await once(progress, 'acknowledged');
    await killAndRestart();
  }
}

test(`[PRM1] [PRM2] [CMD1] ${kills} kills in the middle of ${orders.length} orders: nothing lost, nothing doubled`, async () => {
  const [counts] = await Promise.all([postAll(), killAtInstants()]);
  expect(counts).toMatchObject({ posted: orders.length, acknowledged: orders.length, refused: 0 });
  expect(counts.retried).toBeGreaterThanOrEqual(kills);
  expect(counts.acknowledgedCents).toBe(orders.reduce((sum, order) => sum + orderCents(order), 0));

  await screen.untilShows(orders.length);
  expect(screen.faults).toEqual([]);
  expect(screen.modes.length).toBeGreaterThan(kills / 2);
  expect(await server.kill('SIGTERM')).toBe(0);

  const told = [...acknowledged.values()].map(identity).toSorted(byId);
  expect(new Set(told.map(({ id }) => id)).size).toBe(orders.length);
  expect(ordersOnDisk()).toEqual(told);
  expect([...screen.shown.values()].map(identity).toSorted(byId)).toEqual(told);
});

test('seed 890648310 once killed the server before the first sign-in: every kill is in the middle of the orders', () => {
  expect(instants(createSeededRandom('instants', '890648310'))[0]).toBeGreaterThanOrEqual(1);
});

test('[EVT3] the log has every place once, each order one birth, and the file is whole', () => {
  const db = new Database(databaseIn(server.dataDir), { readonly: true });
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    const places = db.prepare('SELECT seq FROM events ORDER BY id').pluck().all() as number[];
    expect(places).toEqual(places.map((_, index) => index + 1));
    const births = db.prepare("SELECT count(*), count(DISTINCT entity_id) FROM events WHERE type = 'order_created'");
    expect(births.raw().get()).toEqual([orders.length, orders.length]);
    const restaurant = db.prepare("SELECT last_seq FROM restaurants WHERE id = 'main'").pluck().get();
    expect(restaurant).toBe(places.length);
  } finally {
    db.close();
  }
});

type Identity = { readonly id: string; readonly number: string; readonly order_number: string };
const identity = ({ id, number, order_number }: Identity): Identity => ({ id, number, order_number });
const byId = (a: Identity, b: Identity) => (a.id < b.id ? -1 : 1);

function ordersOnDisk(): Identity[] {
  const db = new Database(databaseIn(server.dataDir), { readonly: true });
  try {
    return db.prepare('SELECT id, number, order_number FROM orders ORDER BY id').all() as Identity[];
  } finally {
    db.close();
  }
}
