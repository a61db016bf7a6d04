import type { Logger } from 'pino';
import type { CommitQueue } from '../core/commit-queue.ts';
import type { Caller } from '../ports.ts';
import type { PrintStore, Unnoted } from './ports.ts';

/**
 * Tells the orders what was printed of them, so that a screen that comes back says so ([PRT8]). What was not told before
 * the program ended is told at its next start; a second time it changes nothing.
 */
export async function notePrinted(prints: PrintStore, queue: CommitQueue, log: Logger): Promise<void> {
  for (const one of prints.unnoted(atOnce)) {
    await queue
      .submit(submissionOf(one))
      .then(() => prints.noted(one.n))
      .catch((error) => log.warn({ err: error }, 'an order could not be told that it was printed; the next turn will'));
  }
}

const atOnce = 50;

/** In the kitchen's own name, and without a sound. An order that is gone has nothing to be told. */
function submissionOf({ restaurantId, orderId, station, atMs }: Unnoted) {
  const caller: Caller = {
    restaurantId,
    userId: 'kitchen',
    subject: 'kitchen',
    role: 'manager',
    displayName: '',
    jti: '',
  };
  const command = { kind: 'order.note-printed', restaurantId, orderId, station, atMs } as const;
  return {
    caller,
    idempotency: undefined,
    madeAtMs: null,
    isSilent: true,
    successStatus: 200,
    make: () => ({ command }),
    current: () => null,
  } as const;
}
