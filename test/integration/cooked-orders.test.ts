import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allDay } from '#shared/domain/all-day.ts';
import type { Kitchen } from '#shared/domain/apply.ts';
import { applyAll, emptyKitchen } from '#shared/domain/apply.ts';
import { stationId } from '#shared/domain/id.ts';
import { parseCursor } from '#shared/protocol/cursor.ts';
import { fromWireOrder, type WireOrder } from '#shared/protocol/wire-order.ts';
import { fromWireProduct, type WireProduct } from '#shared/protocol/wire-product.ts';
import {
  fromWireSettings,
  fromWireStations,
  type WireSettings,
  type WireStations,
} from '#shared/protocol/wire-site.ts';
import type { ScreenClient } from '../../src-renderer/store/screen-client.ts';
import { kitchenOf } from '../../src-renderer/store/screen-state.ts';
import { createTicketSelector } from '../../src-renderer/store/ticket.ts';
import { type Api, signIn } from '../harness/api.ts';
import { createNodeBoard } from '../harness/node-transports.ts';
import { loadOrders } from '../harness/real-orders.ts';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { hashOfKitchen, hashOfServer } from '../rig/kitchen-hash.ts';
import { noCounts, runSimulation } from '../simulate/run-simulation.ts';

const { name, orders } = loadOrders();
const stations = [
  { id: 'hot', name: 'Hot line', categories: ['Bowls', 'Burritos', 'Tacos', 'Menu'] },
  { id: 'cold', name: 'Cold and drinks', categories: ['Sides', 'Drinks', 'Salads'] },
  { id: 'pass', name: 'Pass', kind: 'expo' },
];

/** A screen that takes several commits in one step has not drawn each: most of them, though. */
const mostlyDrawn = 0.8;

type Screen = {
  readonly id: string;
  readonly client: ScreenClient;
  /** What it held after each event, newest last; the last ones only. */
  readonly past: Map<number, Kitchen>;
  seq(): number;
};

let server: ServerProcess;
let api: Api;
let screens: Screen[];

beforeAll(async () => {
  server = await createServerProcess();
  await server.start();
  api = await signIn(server.url, server.password);
  expect((await api.call('PUT', '/stations', { items: stations })).status).toBe(200);
  screens = stations.map(({ id }) => openScreen(id));
});
afterAll(async () => {
  for (const { client } of screens) client.signedOut();
  await server.remove();
});

function openScreen(id: string): Screen {
  const client = createNodeBoard({ url: server.url, token: api.token });
  const past = new Map<number, Kitchen>();
  let seq = 0;
  client.store.subscribe((state, before) => {
    // The kitchen is taken first, then where in the log that was.
    if (state.orderSeqs === before.orderSeqs) return;
    const { older, recent } = state.orderSeqs;
    for (const newest of [...older.values(), ...recent.values()]) seq = Math.max(seq, newest.seq);
    past.set(seq, kitchenOf(state));
    const oldest = past.keys().next().value;
    if (past.size > 500 && oldest !== undefined) past.delete(oldest);
  });
  client.showStation(stationId(id));
  client.open();
  return { id, client, past, seq: () => seq };
}

/** How often the screens were asked, and how often a screen had drawn that very state of the log. */
type Comparisons = { asked: number; compared: Map<string, number> };

/** The server's state at one event, and each screen's at the same event. */
async function compare(counts: Comparisons): Promise<void> {
  const { json } = await api.call('GET', '/sync/orders');
  const seq = parseCursor(json.cursor)?.seq ?? 0;
  const truth = hashOfKitchen(kitchenIn(json.entities));
  counts.asked++;
  for (const screen of screens) {
    await expect.poll(() => screen.seq(), { timeout: 20_000 }).toBeGreaterThanOrEqual(seq);
    const then = screen.past.get(seq);
    if (!then) continue;
    expect(hashOfKitchen(then)).toBe(truth);
    counts.compared.set(screen.id, (counts.compared.get(screen.id) ?? 0) + 1);
  }
}

type Entities = {
  readonly orders: readonly WireOrder[];
  readonly products: readonly WireProduct[];
  readonly stations: WireStations;
  readonly settings: WireSettings;
};

const kitchenIn = (entities: Entities): Kitchen =>
  applyAll(emptyKitchen, [
    ...entities.orders.map((order) => ({ order: fromWireOrder(order) })),
    ...entities.products.map((product) => ({ product: fromWireProduct(product) })),
    { stations: fromWireStations(entities.stations) },
    { settings: fromWireSettings(entities.settings) },
  ]);

test(`[EXP1] [TKT4] ${name} routed to two stations, cooked through and handed over; no screen ever disagrees with the server`, {
  timeout: 300_000,
}, async () => {
  for (const { client } of screens)
    await expect.poll(() => client.store.getState().link.phase, { timeout: 20_000 }).toBe('live');
  const counts = noCounts();
  let isOver = false;
  const run = runSimulation(
    {
      url: server.url,
      user: 'admin',
      password: server.password,
      orders,
      run: 'cooked',
      seed: '1',
      inFlight: 12,
      everyMs: 0,
      patienceMs: 10_000,
      random: Math.random,
      cookMs: 0,
    },
    counts,
  ).finally(() => {
    isOver = true;
  });
  const comparisons: Comparisons = { asked: 0, compared: new Map() };
  while (!isOver) {
    await compare(comparisons);
    await wait(20);
  }
  await run;
  expect(counts).toMatchObject({ acknowledged: orders.length, cooked: orders.length, refused: 0 });
  const { asked, compared } = comparisons;
  console.log(`asked ${asked} times on the way; compared ${[...compared].join(' ')}`);
  for (const { id } of screens) expect(compared.get(id) ?? 0).toBeGreaterThan(asked * mostlyDrawn);
  expect(asked).toBeGreaterThan(orders.length / 40);
  for (const status of ['pending', 'preparing', 'ready', 'cancelled'])
    expect((await api.call('GET', `/orders?status=${status}`)).json.items).toEqual([]);
  const truth = await hashOfServer(api);
  for (const { client } of screens) {
    await expect.poll(() => hashOfKitchen(kitchenOf(client.store.getState())), { timeout: 20_000 }).toBe(truth);
    const tickets = createTicketSelector()(client.store.getState());
    expect([tickets, allDay(tickets)]).toEqual([[], []]);
  }
});

test('[RTE1] every dish was cooked where its category says', async () => {
  const { json } = await api.call('GET', '/orders?limit=200');
  const seen = new Map<string, Set<string>>();
  for (const order of json.items as WireOrder[]) {
    for (const { category, stations: at } of order.items)
      for (const station of at) seen.set(category ?? '', (seen.get(category ?? '') ?? new Set()).add(station));
  }
  expect(seen.size).toBeGreaterThan(3);
  for (const [category, at] of seen) {
    const wanted = stations.find(({ categories }) => categories?.includes(category))?.id;
    expect([category, [...at]]).toEqual([category, [wanted]]);
  }
});
