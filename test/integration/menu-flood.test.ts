import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, signIn } from '../harness/api.ts';
import { liveMemory, openToLook } from '../harness/live-memory.ts';
import { type Paired, pairDevice } from '../harness/paired-device.ts';
import { askRaw, openRaw, rawRequest } from '../harness/raw-http.ts';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';

let server: ServerProcess;
let manager: Api;
let waiter: Paired;
let dish: string;
let opened: Socket[];

beforeEach(async () => {
  opened = [];
  server = await createServerProcess(openToLook);
  await server.start();
  manager = await signIn(server.url, server.password);
  waiter = await pairDevice(manager, 'waiter', 'Terrace');
  dish = await fillMenu(400);
});
afterEach(async () => {
  for (const socket of opened) socket.destroy();
  await server.remove();
});

/** A menu of 700 kB. */
async function fillMenu(count: number): Promise<string> {
  const options = Array.from({ length: 8 }, (_, n) => ({ name: `Option ${n} with some words`, price: 1.5 }));
  const groups = Array.from({ length: 4 }, (_, n) => ({ name: `Group ${n}`, max: 3, options }));
  const more = { price: 9.5, category: 'Mains', allergens: ['gluten', 'milk'], modifier_groups: groups };
  const made = await Promise.all(
    Array.from({ length: count }, (_, n) =>
      manager.call('POST', '/products', { sku: `s${n}`, name: `Dish ${n}`, ...more }),
    ),
  );
  expect(new Set(made.map(({ status }) => status))).toEqual(new Set([201]));
  return made[0]?.json.id;
}

/** How long a tablet waits for its order. */
async function orderMs(): Promise<number> {
  const sinceMs = performance.now();
  const { status } = await waiter.api.order({ items: [{ menu_item_id: dish, quantity: 1 }] });
  expect(status).toBe(201);
  return performance.now() - sinceMs;
}

const ask = (...headers: string[]) => rawRequest('GET /api/v1/menu', ['Host: 127.0.0.1', ...headers]);

/** One address asks for the menu a thousand times, fourteen times on each of seventy connections, and reads nothing. */
function askWithoutReading(): void {
  opened = Array.from({ length: 70 }, () => openRaw({ port: server.port, from: '127.0.9.1' }).pause());
  for (const socket of opened) socket.write(ask().repeat(14));
}

/** How many connections still bring all that was asked on them, for those who read at last. */
async function leftAtLast(bytesOfAll: number): Promise<number> {
  await Promise.all(opened.map((socket) => once(socket.resume(), 'close')));
  return opened.filter(({ bytesRead }) => bytesRead > bytesOfAll).length;
}

const answeredTo = (from: string, ...headers: string[]) => askRaw({ port: server.port, from }, ask(...headers));

test('[LIM5] a stranger who asks for a large menu a thousand times and reads nothing costs neither memory nor time', async () => {
  const whole = await answeredTo('127.0.9.2');
  expect(whole?.body.length).toBeGreaterThan(500_000);
  for (let n = 0; n < 5; n++) await orderMs();
  const before = await liveMemory(server);
  askWithoutReading();
  for (let n = 0; n < 30; n++) expect(await orderMs()).toBeLessThan(1000);
  // The others at that address and elsewhere are served.
  for (const from of ['127.0.9.1', '127.0.9.2']) expect((await answeredTo(from))?.body).toBe(whole?.body);
  const after = await liveMemory(server);
  expect(after.keptMb).toBeLessThan(before.keptMb + 20);
  expect(after.residentMb).toBeLessThan(before.residentMb + 50);
  expect(await leftAtLast(14 * (whole?.body.length ?? 0))).toBeLessThan(20);
});

test('[MEN10] who has the menu is told so in no more than a line, until it changes', async () => {
  const first = await answeredTo('127.0.9.2');
  const { etag = '' } = first?.headers ?? {};
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await answeredTo('127.0.9.2', `If-None-Match: ${known}`);
    expect(again).toMatchObject({ status: 304, body: '', headers: { etag } });
  }
  await manager.call('PATCH', `/products/${dish}`, { price: 12 });
  const changed = await answeredTo('127.0.9.2', `If-None-Match: ${etag}`);
  expect(changed?.status).toBe(200);
  expect(JSON.parse(changed?.body ?? '').items).toContainEqual(expect.objectContaining({ id: dish, price: 12 }));
  await manager.call('POST', `/products/${dish}/availability`, { available: false });
  await manager.call('DELETE', `/products/${dish}`);
  expect((await answeredTo('127.0.9.2'))?.body).not.toContain(dish);
});
