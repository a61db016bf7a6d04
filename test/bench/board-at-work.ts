import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { chromiumArgs } from '../config/chromium-options.ts';
import { apiFor } from '../harness/api.ts';
import { findChromium } from '../run/machine.ts';
import { createBoardLoad } from './board-load.ts';
import { type Memory, memoryOf } from './board-memory.ts';
import { verdictsOn } from './board-verdict.ts';
import { takeLongTasks, ticketsInSight, watchBoard } from './board-watch.ts';
import { watchPressure } from './machine-pressure.ts';
import { built, startBenchServer } from './server.ts';
import { type Tap, tapUntilGone } from './tap-trace.ts';

/**
 * A grill's board with 300 tickets in Chromium while 50 events a second come from elsewhere, half of them to what is in
 * sight, and a cook bumps every two seconds: does it stutter, grow, or lag? `BENCH_SECONDS` is 600 unless said otherwise.
 * Exit code 1 when a goal was missed.
 */
const open = 300;
const seconds = Number(process.env.BENCH_SECONDS ?? 600);
/** Of five events. */
const beatMs = 100;
const tapEvery = 20;
const lookEvery = 5;
const samples = Math.min(20, Math.ceil(seconds / 10));
/** So many beats may be on their way: a slow answer does not make the load lighter. */
const mostAtOnce = 4;

const before = watchPressure();
await wait(3000);
console.log(`before: something waited for a processor ${before()} of the time`);
const server = await startBenchServer(built);
const pos = apiFor(server.url, server.token);
const load = await createBoardLoad(pos, open);

const executablePath = findChromium();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...chromiumArgs] });
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
await watchBoard(page);
const account = { username: 'admin', password: 'a password for benchmarks' };
await page.request.post(`${server.url}/api/v1/auth/login`, { data: account });
await page.goto(`${server.url}/?station=grill`);
await page.waitForSelector(`[data-open-count="${open}"]`);
await wait(3000);
const opening = await takeLongTasks(page);
console.log(`opening the page with ${open} tickets: tasks over 50 ms: ${opening.join(', ') || 'none'}`);

const taps: Tap[] = [];
const memory: Memory[] = [];
const tasks: number[] = [];
let inSight = await ticketsInSight(page);
let events = 0;
let tried = 0;

async function tap(): Promise<void> {
  const ready = page.locator('[data-ticket]:not([aria-hidden="true"]):has([data-step="bump"])');
  const ids = await ready.evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.ticket ?? ''));
  const id = ids[tried++ % ids.length];
  if (id === undefined || !(await load.give(id))) return;
  taps.push(await tapUntilGone(browser, page, id));
}

/** The collection itself is a long task, and none of the board's. */
async function sample(): Promise<void> {
  tasks.push(...(await takeLongTasks(page)));
  memory.push(await memoryOf(browser, page));
  await wait(200);
  await takeLongTasks(page);
}

let hands = sample();
let isBusy = false;
/** One thing at a time: a cook whose tap was held up tries again before the next one. */
function take(deed: () => Promise<void>): void {
  isBusy = true;
  hands = deed().finally(() => {
    isBusy = false;
  });
}
await hands;

const beating = new Set<Promise<void>>();
function beat(): void {
  const one = load.beat(inSight).then((made) => {
    events += made;
    beating.delete(one);
  });
  beating.add(one);
}

const during = watchPressure();
const startMs = performance.now();
for (let nth = 1; performance.now() - startMs < seconds * 1000; nth++) {
  if (beating.size < mostAtOnce) beat();
  if (nth % lookEvery === 0) inSight = await ticketsInSight(page);
  const isTime = performance.now() - startMs > (memory.length * seconds * 1000) / samples;
  if (!isBusy && isTime) take(sample);
  else if (!isBusy && nth % tapEvery === 0) take(tap);
  await wait(Math.max(0, startMs + nth * beatMs - performance.now()));
}
const tookSeconds = (performance.now() - startMs) / 1000;
console.log(`under that load: something waited for a processor ${during()} of the time`);
await Promise.all([hands, ...beating]);
tasks.push(...(await takeLongTasks(page)));
await browser.close();
await server.stop();

for (const { goal, isReached, figures } of verdictsOn({ seconds: tookSeconds, events, tasks, memory, taps })) {
  console.log(`${isReached ? 'reached' : 'MISSED '}  ${goal}: ${figures}`);
  if (!isReached) process.exitCode = 1;
}
