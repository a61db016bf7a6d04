import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { postOrders } from './load.ts';
import { watchPressure } from './machine-pressure.ts';
import { fillFile } from './many-orders.ts';
import { type BenchServer, built, newDataDir, startBenchServer } from './server.ts';

/** How soon the page of reports has all it shows, over a million orders of two years; and what orders feel of it. */
const orders = Number(process.env.BENCH_ORDERS ?? 1_000_000);
const days = 730;
const goalMs = 2000;
const endMs = Date.UTC(2026, 10, 1);
const dateAt = (daysBefore: number) => new Date(endMs - daysBefore * 86_400_000).toISOString().slice(0, 10);

const spans = { 'one day': [1, 1], '30 days': [30, 1], 'all of it': [days, 0] } as const;
type Span = readonly [number, number];

const pressure = watchPressure();
const dataDir = newDataDir();
const started = performance.now();
fillFile({ dataDir, orders, days, endMs });
console.log(`${orders} orders made in ${since(started)}, ${megabytes('kitchen.db')} MB`);

let missed = 0;
await eachSpan('nothing kept yet (after an update, or a lost reports.db)', false);
console.log(`kept of them: ${megabytes('reports.db')} MB`);
await eachSpan('server just started, files out of the cache', true);
await beside();
rmSync(dataDir, { recursive: true, force: true });
console.log(`something waited for a processor ${pressure()} of the time`);
if (missed > 0) process.exitCode = 1;

async function eachSpan(title: string, isJudged: boolean): Promise<void> {
  console.log(`\n${title}`);
  for (const [name, span] of Object.entries(spans)) {
    for (const file of readdirSync(dataDir)) forget(join(dataDir, file));
    const server = await startBenchServer(built, dataDir);
    const first = await untilTold(server, span);
    const again = [await open(server, span), await open(server, span), await open(server, span)].sort((a, b) => a - b);
    await server.stop();
    if (isJudged) missed += Number(first > goalMs);
    console.log(`${name.padEnd(10)} first ${ms(first)}  again ${ms(again[1] ?? 0)}`);
  }
}

/** As the page does: what is not answered within 75 s is asked again, and what was made meanwhile is kept. */
async function untilTold(server: BenchServer, span: Span): Promise<number> {
  const begin = performance.now();
  for (let turn = 0; turn < 10; turn++) {
    const told = await open(server, span).catch(() => undefined);
    if (told !== undefined) return performance.now() - begin;
  }
  throw new Error('no answer');
}

/** What the page asks when it is opened, at once; until the last byte of the last answer is there. */
async function open({ url, token }: Pick<BenchServer, 'url' | 'token'>, [from, to]: Span): Promise<number> {
  const begin = performance.now();
  const length = from - to + 1;
  const own = `from=${dateAt(from)}&to=${dateAt(to)}`;
  const before = `from=${dateAt(from + length)}&to=${dateAt(to + length)}`;
  const asked = [`tickets?${own}`, `tickets?${before}`, `items?${own}`, `stations?${own}`];
  const headers = { authorization: `Bearer ${token}` };
  await Promise.all(
    asked.map(async (path) => {
      const answer = await fetch(`${url}/api/v1/reports/${path}`, { headers });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      await answer.json();
    }),
  );
  return performance.now() - begin;
}

/** Orders that are taken while somebody reads, beside the same without a reader. */
async function beside(): Promise<void> {
  console.log('\norders taken meanwhile, 4 clients, each order on disk before it is answered');
  for (const reading of ['nobody reads', 'all of it is read again and again', 'all days are made anew']) {
    if (reading.startsWith('all days')) for (const file of readdirSync(dataDir)) forgetKept(file);
    const server = await startBenchServer(built, dataDir);
    let isOver = false;
    let read = 0;
    const reader = async () => {
      while (!isOver && !reading.startsWith('nobody')) {
        await open(server, spans['all of it'])
          .then(() => read++)
          .catch(() => undefined);
        await turn();
      }
    };
    const reads = reader();
    const { perSecond, p50, p99, failed } = await postOrders({ ...server, clients: 4, seconds: 5 });
    isOver = true;
    await server.stop();
    await reads;
    console.log(
      `${reading.padEnd(34)} ${perSecond.toFixed(0)}/s  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  failed ${failed}, reports read ${read}`,
    );
  }
}

function forgetKept(file: string): void {
  if (file.startsWith('reports.db')) rmSync(join(dataDir, file));
}

/** Out of the cache of the system, where it has a way that touches no other file. */
function forget(file: string): void {
  if (process.platform === 'linux') execFileSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none']);
}

function megabytes(name: string): string {
  return (statSync(join(dataDir, name)).size / 1e6).toFixed(0);
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`.padStart(9);
}

function since(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(0)} s`;
}
