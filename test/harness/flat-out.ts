import type { FileOrder } from '../simulate/file-order.ts';
import { noCounts, runSimulation } from '../simulate/run-simulation.ts';
import { adminPassword } from './server-in-a-box.ts';

/** Posts the orders as fast as they are taken; gives what became of them. */
export async function postFlatOut(url: string, orders: readonly FileOrder[]) {
  const counts = noCounts();
  await runSimulation(
    {
      url,
      user: 'admin',
      password: adminPassword,
      orders,
      run: 'flat-out',
      seed: '1',
      inFlight: 16,
      everyMs: 0,
      patienceMs: 10_000,
      random: Math.random,
      onAcknowledged: () => undefined,
    },
    counts,
  );
  return counts;
}
