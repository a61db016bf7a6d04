import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { chromiumArgs } from '../config/chromium-options.ts';
import { apiFor } from '../harness/api.ts';
import { findChromium } from '../run/machine.ts';
import { createBoardLoad } from './board-load.ts';
import { type Memory, memoryOf } from './board-memory.ts';
import { verdictsOn } from './board-verdict.ts';
import { takeLateFrames, takeLongTasks, ticketsInSight, watchBoard, withoutLongTasks } from './board-watch.ts';
import { longestTasks } from './longest-tasks.ts';
import { watchPressure } from './machine-pressure.ts';
import { built, startBenchServer } from './server.ts';
import { type Tap, tapUntilGone, tracedTap } from './tap-trace.ts';

/**
 * A grill's board with 300 tickets in Chromium while 50 events a second come from elsewhere, half of the work on dishes in
 * sight, and a cook bumps every two seconds: does it stutter, grow, or lag? `BENCH_SECONDS` is 600 unless said otherwise.
 * Exit code 1 when a goal was missed.
 */
const open = 300;
const seconds = Number(process.env.BENCH_SECONDS ?? 600);
/** Of five events. */
const beatMs = 100;
const tapEvery = 20;
/** When all else is measured, because a trace is work of its own. */
const tracedTaps = 8;
/** In the end the longest tasks are asked what of their time was their own. */
const tracedMs = 40_000;
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
await takeLateFrames(page);
console.log(`opening the page with ${open} tickets: tasks over 50 ms: ${opening.join(', ') || 'none'}`);

const taps: Tap[] = [];
const memory: Memory[] = [];
let inSight = await ticketsInSight(page);
let events = 0;
let tried = 0;

async function tap(how: (id: string) => Promise<Tap>): Promise<Tap | undefined> {
  const ready = page.locator('[data-ticket]:not([aria-hidden="true"]):has([data-step="bump"])');
  const ids = await ready.evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.ticket ?? ''));
  const id = ids[tried++ % ids.length];
  return id !== undefined && (await load.give(id)) ? how(id) : undefined;
}

async function tapOnce(): Promise<void> {
  const one = await tap((id) => tapUntilGone(page, id));
  if (one) taps.push(one);
}

/** The collection itself is a long task, and none of the board's. */
async function sample(): Promise<void> {
  memory.push(await withoutLongTasks(page, () => memoryOf(browser, page)));
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

/** The load goes on until then; `meanwhile` is done between two beats. */
async function underLoad(isOver: () => boolean, meanwhile: (nth: number) => void): Promise<void> {
  const startMs = performance.now();
  for (let nth = 1; !isOver(); nth++) {
    if (beating.size < mostAtOnce) beat();
    if (nth % lookEvery === 0) inSight = await ticketsInSight(page);
    meanwhile(nth);
    await wait(Math.max(0, startMs + nth * beatMs - performance.now()));
  }
  await Promise.all([hands, ...beating]);
}

const during = watchPressure();
const startMs = performance.now();
const passedMs = () => performance.now() - startMs;
await underLoad(
  () => passedMs() >= seconds * 1000,
  (nth) => {
    if (isBusy) return;
    if (passedMs() > (memory.length * seconds * 1000) / samples) take(sample);
    else if (nth % tapEvery === 0) take(tapOnce);
  },
);
const took = { seconds: passedMs() / 1000, events };
console.log(`under that load: something waited for a processor ${during()} of the time`);
const tasks = await takeLongTasks(page);
console.log(`pictures that were late:\n  ${(await takeLateFrames(page)).join('\n  ')}`);

const traced: Tap[] = [];
let turns = 0;
await underLoad(
  () => turns >= tracedTaps,
  (nth) => {
    if (!isBusy && nth % tapEvery === 0) take(tapTraced);
  },
);
async function tapTraced(): Promise<void> {
  turns++;
  const one = await tap((id) => tracedTap(browser, page, id));
  if (one) traced.push(one);
}
console.log(
  `taps that were traced, each in ms (pictures): ${traced.map(({ ms, pictures }) => `${ms.toFixed(0)} (${pictures})`).join(', ')}`,
);
const lookedMs = performance.now();
const longest = await longestTasks(browser, page, () =>
  underLoad(
    () => performance.now() - lookedMs >= tracedMs,
    (nth) => {
      if (!isBusy && nth % tapEvery === 0) take(tapOnce);
    },
  ),
);
const told = longest.map(({ took, own, parts }) => `\n  ${own.toFixed(0)} of ${took.toFixed(0)}: ${parts.join(', ')}`);
console.log(
  `longest tasks in a trace of ${tracedMs / 1000} s, ms of the processor's own of ms in all: ${told.join('')}`,
);
await browser.close();
await server.stop();

for (const { goal, isReached, figures } of verdictsOn({ ...took, tasks, memory, taps: [...taps, ...traced] })) {
  console.log(`${isReached ? 'reached' : 'MISSED '}  ${goal}: ${figures}`);
  if (!isReached) process.exitCode = 1;
}
