import { readFile } from 'node:fs/promises';
import { orderCents } from './file-order.ts';
import { ClientFailure } from './kitchen-client.ts';
import { BadOption, type Options, readOptions, usage } from './options.ts';
import { BrokenFile, parseOrders } from './orders-file.ts';
import type { Counts } from './post-orders.ts';
import { showProgress } from './progress.ts';
import { allAcknowledged, noCounts, runSimulation } from './run-simulation.ts';

/** `npm run simulate`: real orders from a file into a running Kitchen Pass. Exit code 0 only if it has them all. */
async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) return console.log(usage);
  const options = readOptions(argv, process.env);
  const orders = parseOrders(await readText(options.orders)).slice(0, options.limit);
  const counts = noCounts();
  try {
    await simulate(options, orders, counts);
  } finally {
    console.log(summary(counts));
  }
  if (!allAcknowledged(orders, counts)) process.exitCode = 1;
}

/** The first few tell what is wrong; hundreds more would tell the same. */
const refusalsShown = 5;

type Orders = ReturnType<typeof parseOrders>;

async function simulate(options: Options, orders: Orders, counts: Counts): Promise<void> {
  const cents = orders.reduce((sum, order) => sum + orderCents(order), 0);
  console.error(`${orders.length} orders for ${money(cents)}, run ${options.run}`);
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort(new ClientFailure('interrupted')));
  const progress = showProgress(process.stderr, orders.length, counts);
  try {
    await runSimulation(
      {
        ...options,
        orders,
        random: Math.random,
        patienceMs: 60_000,
        signal: interrupted.signal,
        onRefused: (order, reason) => {
          if (counts.refused <= refusalsShown) progress.note(`order ${order.id} was refused: ${reason}`);
        },
      },
      counts,
    );
  } finally {
    progress.stop();
  }
}

const money = (cents: number): string => (cents / 100).toFixed(2);

function summary({ posted, acknowledged, retried, refused, acknowledgedCents, cooked }: Counts): string {
  const counts = `posted ${posted}, acknowledged ${acknowledged}, retried ${retried}, refused ${refused}`;
  const handedOver = cooked > 0 ? `\nhanded over ${cooked}` : '';
  return `${counts}\ntotal acknowledged ${money(acknowledgedCents)}${handedOver}`;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new BrokenFile(missing ? 'there is no such file' : (error as Error).message);
  }
}

/** One line for what a person can mend; anything else is our own fault and shows where. */
function explain(error: unknown): string {
  const cause = error instanceof Error && error.name === 'AbortError' ? error.cause : error;
  if (cause instanceof BadOption) return `simulate: ${cause.message} (--help shows the options)`;
  if (cause instanceof BrokenFile) return `simulate: the orders file: ${cause.message}`;
  if (cause instanceof ClientFailure) return `simulate: ${cause.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = error instanceof BadOption ? 2 : 1;
}
