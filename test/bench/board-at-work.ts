import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { type Api, apiFor } from '../harness/api.ts';
import { findChromium } from '../run/machine.ts';
import { median } from './load.ts';
import { built, startBenchServer } from './server.ts';

/** A board of 300 tickets in Chromium while 50 events a second come from elsewhere: does it stutter, grow, or lag? */
const open = 300;
const seconds = Number(process.env.BENCH_SECONDS ?? 60);
/** Each beat has one new order, one bump, and three dishes begun or ready. */
const beatMs = 100;
const dishes = ['Chicken Bowl', 'Steak Burrito', 'Caesar salad', 'Fish & chips', 'Mushroom risotto'];

type Placed = { readonly id: string; readonly lineId: string };

async function place(pos: Api, nth: number): Promise<Placed> {
  const names = dishes.slice(nth % 3, (nth % 3) + 1 + (nth % 3));
  const items = names.map((name) => ({ name, unit_price: 9.5, quantity: 1, modifiers: ['no onion'] }));
  const { json } = await pos.order({ type: 'dine_in', table_number: String(nth), items });
  return { id: json.id, lineId: json.items[0].id };
}

async function beat(pos: Api, orders: Placed[], nth: number): Promise<void> {
  const [oldest, ...next] = orders.slice(nth, nth + 13);
  const cooked = next.filter((_, place) => place % 4 === nth % 4).slice(0, 3);
  const work = [
    place(pos, open + nth).then((order) => orders.push(order)),
    oldest && pos.call('POST', `/orders/${oldest.id}/bump`, {}),
    ...cooked.map(({ id, lineId }, place) =>
      pos.call('PATCH', `/orders/${id}/items/${lineId}`, { status: (nth + place) % 2 ? 'preparing' : 'ready' }),
    ),
  ];
  await Promise.all(work);
}

/** Tasks of more than 50 ms, as the browser counts them. */
const watchTasks = `globalThis.longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => Math.round(duration))))
    .observe({ type: 'longtask' });`;
const longTasks = (page: Page) => page.evaluate<number[]>('longTasks.splice(0)');

async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 2 ** 20;
}

type Tap = { readonly ms: number; readonly pictures: number };

/** From the tap on *Bump* to the picture without the ticket. Null when the tap did not count: a gap had just closed. */
const tapToGone = (page: Page) =>
  page.evaluate<Tap | null>(`new Promise((resolve) => {
    const card = document.querySelector('[data-ticket]:not([aria-hidden="true"])');
    const id = card.dataset.ticket;
    const start = performance.now();
    let pictures = 0;
    const look = () => {
      pictures++;
      const isGone = !document.querySelector('[data-ticket="' + id + '"]');
      if (isGone) resolve({ ms: performance.now() - start, pictures });
      else if (pictures > 60) resolve(null);
      else requestAnimationFrame(look);
    };
    card.querySelector('[data-bump]').click();
    requestAnimationFrame(look);
  })`);

const server = await startBenchServer(built);
const pos = apiFor(server.url, server.token);
const orders: Placed[] = [];
for (let nth = 0; nth < open; nth++) orders.push(await place(pos, nth));

const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
await page.addInitScript(watchTasks);
await page.request.post(`${server.url}/api/v1/auth/login`, {
  data: { username: 'admin', password: 'a password for benchmarks' },
});
await page.goto(server.url);
await page.waitForSelector(`[data-open-count="${open}"]`);
await wait(3000);
console.log(`opening the page with ${open} tickets: tasks over 50 ms: ${(await longTasks(page)).join(', ') || 'none'}`);

const before = await heapMb(page);
const beats = (seconds * 1000) / beatMs;
for (let nth = 0; nth < beats; nth++) {
  const next = wait(beatMs);
  await beat(pos, orders, nth);
  await next;
}
await wait(1000);
const during = await longTasks(page);
console.log(`${beats * 5} events in ${seconds} s: tasks over 50 ms: ${during.join(', ') || 'none'}`);
console.log(`heap after collection: ${before.toFixed(1)} MB before, ${(await heapMb(page)).toFixed(1)} MB after`);

const taps: Tap[] = [];
for (let tap = 0; tap < 30; tap++) {
  const one = await tapToGone(page);
  if (one) taps.push(one);
  await wait(400);
}
const times = taps.map(({ ms }) => ms);
const late = taps.filter(({ pictures }) => pictures > 1).length;
console.log(
  `tap to gone: median ${median(times).toFixed(1)} ms, most ${Math.max(...times).toFixed(1)} ms of ${taps.length}; not in the next picture: ${late}`,
);
await browser.close();
await server.stop();
