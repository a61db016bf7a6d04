import { createHash } from 'node:crypto';
import type { WireOrder } from '#shared/protocol/wire-order.ts';
import { createCrew } from './cook.ts';
import type { FileOrder } from './file-order.ts';
import { type ClientOptions, createKitchenClient, type KitchenClient } from './kitchen-client.ts';
import { ensureMenu } from './menu.ts';
import { planMenu } from './menu-plan.ts';
import { type Counts, type Posting, postOrders } from './post-orders.ts';

export type Simulation = Omit<ClientOptions, 'onRetry'> &
  Omit<Posting, 'client' | 'menu' | 'counts'> & {
    /** Work the orders through the stations too; milliseconds from one touch to the next. */
    readonly cookMs?: number | undefined;
  };

export const noCounts = (): Counts => ({
  posted: 0,
  acknowledged: 0,
  retried: 0,
  refused: 0,
  acknowledgedCents: 0,
  cooked: 0,
});

/**
 * Signs in, sees to the menu, posts the orders. `counts` is kept up to date all along, so that a run that fails half
 * way can still say how far it came. Throws `ClientFailure`.
 */
export async function runSimulation(simulation: Simulation, counts: Counts): Promise<void> {
  const client = createKitchenClient({
    ...simulation,
    onRetry: () => {
      counts.retried += 1;
    },
  });
  await client.signIn();
  const menu = await ensureMenu(client, planMenu(simulation.orders), simulation.run);
  const onAcknowledged = await cooking(simulation, client, counts);
  await postOrders({ ...simulation, client, menu, counts, ...(onAcknowledged ? { onAcknowledged } : {}) });
}

async function cooking(simulation: Simulation, client: KitchenClient, counts: Counts) {
  const { cookMs, run, signal, onAcknowledged } = simulation;
  if (cookMs === undefined) return onAcknowledged;
  const { seed } = simulation;
  const chance = (word: string) => chanceOf(`${seed}/${word}`);
  const crew = await createCrew({ client, run, cookMs, chance, signal });
  return async (order: FileOrder, stored: WireOrder): Promise<void> => {
    await onAcknowledged?.(order, stored);
    await crew.cook(stored);
    counts.cooked += 1;
  };
}

/** The same word has the same luck in every run. */
const chanceOf = (word: string): number => createHash('sha256').update(word).digest().readUInt32BE() / 2 ** 32;

/** Both must be equal at the end of a good run. */
export const allAcknowledged = (orders: readonly FileOrder[], counts: Counts): boolean =>
  counts.acknowledged === orders.length;
