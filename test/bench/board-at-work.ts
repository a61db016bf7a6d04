import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { apiFor } from '../harness/api.ts';
import { findChromium } from '../run/machine.ts';
import { createBoardLoad } from './board-load.ts';
import { heapMb, type Tap, takeLongTasks, tapLast, watchBoard } from './board-watch.ts';
import { median } from './load.ts';
import { built, startBenchServer } from './server.ts';

/**
 * A grill's board with 300 tickets in Chromium while 50 events a second come from elsewhere and a cook bumps every two
 * seconds: does it stutter, grow, or lag? `BENCH_SECONDS` is 600 unless said otherwise.
 */
const open = 300;
const seconds = Number(process.env.BENCH_SECONDS ?? 600);
/** Of four to five events. */
const beatMs = 90;
const tapEvery = 22;
const samples = 10;

const server = await startBenchServer(built);
const pos = apiFor(server.url, server.token);
const load = await createBoardLoad(pos, open);

const executablePath = findChromium();
const args = ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'];
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
await watchBoard(page);
const account = { username: 'admin', password: 'a password for benchmarks' };
await page.request.post(`${server.url}/api/v1/auth/login`, { data: account });
await page.goto(`${server.url}/?station=grill`);
await page.waitForSelector(`[data-open-count="${open}"]`);
await wait(3000);
console.log(`opening the page with ${open} tickets: tasks over 50 ms: ${listed(await takeLongTasks(page))}`);

const taps: Tap[] = [];
const heaps = [await heapMb(page)];
const tasks: number[] = [];
const untilMs = performance.now() + seconds * 1000;
let events = 0;
let missed = 0;

async function tap(): Promise<void> {
  const one = await tapLast(page);
  if (!one) missed++;
  else taps.push(one);
  if (one) await load.refill();
}

/** The collection itself is a long task, and none of the board's. */
async function sample(): Promise<void> {
  tasks.push(...(await takeLongTasks(page)));
  heaps.push(await heapMb(page));
  await wait(200);
  await takeLongTasks(page);
}

let tapping = Promise.resolve();
let sampleAtMs = performance.now() + (seconds * 1000) / samples;
for (let nth = 1; performance.now() < untilMs; nth++) {
  const next = wait(beatMs);
  events += await load.beat();
  if (nth % tapEvery === 0) tapping = tapping.then(tap);
  if (performance.now() > sampleAtMs) {
    await tapping;
    await sample();
    sampleAtMs += (seconds * 1000) / samples;
  }
  await next;
}
await tapping;
tasks.push(...(await takeLongTasks(page)));

const times = taps.map(({ ms }) => ms).sort((one, other) => one - other);
const late = taps.filter(({ pictures }) => pictures > 1).length;
console.log(`${events} events in ${seconds} s: tasks over 50 ms: ${listed(tasks)}`);
console.log(`heap after collection, MB, every ${seconds / samples} s: ${heaps.map((mb) => mb.toFixed(1)).join(' ')}`);
console.log(
  `tap to gone under that load: median ${median(times).toFixed(1)} ms, most ${times.at(-1)?.toFixed(1)} ms of ${taps.length}; not in the next picture: ${late}; taps while something had just moved: ${missed}`,
);
await browser.close();
await server.stop();

function listed(all: readonly number[]): string {
  return all.length === 0 ? 'none' : all.join(', ');
}
