import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WireOrder } from '#shared/protocol/wire-order.ts';
import { type Api, signIn } from '../harness/api.ts';
import { followLive, type LiveFollower } from '../harness/live-follower.ts';
import { loadOrders } from '../harness/real-orders.ts';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { type FileOrder, orderCents } from '../simulate/file-order.ts';
import { noCounts, runSimulation } from '../simulate/run-simulation.ts';

const { name, orders } = loadOrders();
const fileCents = orders.reduce((sum, order) => sum + orderCents(order), 0);
const cents = (sold: Iterable<WireOrder>) =>
  [...sold].reduce((sum, order) => sum + Math.round(order.total_price * 100), 0);

let server: ServerProcess;
let api: Api;
let bare: LiveFollower;
let batched: LiveFollower;
const stored = new Map<string, { readonly order: FileOrder; readonly answer: WireOrder }>();

const post = (counts = noCounts()) =>
  runSimulation(
    {
      url: server.url,
      user: 'admin',
      password: server.password,
      orders,
      run: 'real-orders',
      seed: '1',
      inFlight: 16,
      everyMs: 0,
      patienceMs: 10_000,
      random: Math.random,
      onAcknowledged: (order, answer) => stored.set(answer.id, { order, answer }),
    },
    counts,
  ).then(() => counts);

beforeAll(async () => {
  server = await createServerProcess();
  await server.start();
  api = await signIn(server.url, server.password);
  bare = followLive({ url: server.url, token: api.token });
  batched = followLive({ url: server.url, token: api.token, batch: true });
  await Promise.all([bare.until(bare.isLive), batched.until(batched.isLive)]);
});
afterAll(async () => {
  await Promise.all([bare.close(), batched.close()]);
  await server.remove();
});

test(`[PRM1] [EVT3] ${name}, flat out: every one acknowledged, and on every screen once and in order`, async () => {
  const counts = await post();
  expect(counts).toEqual({
    posted: orders.length,
    acknowledged: orders.length,
    retried: 0,
    refused: 0,
    acknowledgedCents: fileCents,
    cooked: 0,
  });
  expect(stored.size).toBe(orders.length);
  for (const screen of [bare, batched]) {
    await screen.untilShows(orders.length);
    expect(screen.faults).toEqual([]);
    expect(screen.modes).toEqual(['snapshot']);
    const created = screen.events.filter((event) => event.type === 'order_created');
    expect(created.length).toBe(orders.length);
    expect(cents(screen.orders.values())).toBe(fileCents);
    expect(new Set([...screen.orders.values()].map((order) => order.number)).size).toBe(orders.length);
  }
  expect(batched.events).toEqual(bare.events);
});

test('[MEN1] [MON2] each order is stored with the names, pieces, choices and prices of the file', () => {
  for (const { order, answer } of stored.values()) {
    expect(
      answer.items.map(({ name, quantity, unit_price, modifiers }) => ({
        name,
        quantity,
        unitCents: Math.round(unit_price * 100),
        modifiers: modifiers.map((modifier) => modifier.name),
      })),
    ).toEqual(order.lines);
    expect(answer.items.every((item) => item.menu_item_id !== null)).toBe(true);
  }
});

test('[LST1] GET /orders gives them all, page by page, each once and in the order of the log', async () => {
  const listed: WireOrder[] = [];
  let cursor = '';
  do {
    const page = (await api.call('GET', `/orders?limit=200${cursor && `&cursor=${cursor}`}`)).json;
    listed.push(...page.items);
    cursor = page.next_cursor ?? '';
  } while (cursor);
  const created = bare.events.flatMap((event) => (event.type === 'order_created' ? [event.order] : []));
  expect(listed).toEqual(created);
  expect(cents(listed)).toBe(fileCents);
});

test('[CMD1] the same run again is answered the same and doubles nothing', async () => {
  const head = bare.cursor();
  const before = new Map([...stored].map(([id, { answer }]) => [id, answer]));
  expect((await post()).acknowledgedCents).toBe(fileCents);
  expect(new Map([...stored].map(([id, { answer }]) => [id, answer]))).toEqual(before);
  expect((await api.order()).status).toBe(201);
  await bare.untilShows(orders.length + 1);
  expect(bare.cursor()).toBe(head?.replace(/\d+$/, (seq) => String(Number(seq) + 1)));
  expect(bare.faults).toEqual([]);
});
