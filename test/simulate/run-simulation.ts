import type { FileOrder } from './file-order.ts';
import { type ClientOptions, createKitchenClient } from './kitchen-client.ts';
import { ensureMenu } from './menu.ts';
import { planMenu } from './menu-plan.ts';
import { type Counts, type Posting, postOrders } from './post-orders.ts';

export type Simulation = Omit<ClientOptions, 'onRetry'> & Omit<Posting, 'client' | 'menu' | 'counts'>;

export const noCounts = (): Counts => ({ posted: 0, acknowledged: 0, retried: 0, refused: 0, acknowledgedCents: 0 });

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
  await postOrders({ ...simulation, client, menu, counts });
}

/** Both must be equal at the end of a good run. */
export const allAcknowledged = (orders: readonly FileOrder[], counts: Counts): boolean =>
  counts.acknowledged === orders.length;
