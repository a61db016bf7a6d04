import { setTimeout as wait } from 'node:timers/promises';
import type { WireOrder } from '#shared/protocol/wire-order.ts';
import type { FileOrder } from './file-order.ts';
import type { KitchenClient } from './kitchen-client.ts';
import { reasonOf } from './menu.ts';
import { type MenuItem, toOrderBody } from './order-body.ts';

/** How far a run is. `retried` counts attempts beyond the first, of whatever request. */
export type Counts = {
  posted: number;
  acknowledged: number;
  retried: number;
  refused: number;
  /** Sum of the acknowledged orders' totals, in cents, as the server told them. */
  acknowledgedCents: number;
  /** Worked through the stations and handed over. */
  cooked: number;
};

export type Posting = {
  readonly client: KitchenClient;
  readonly orders: readonly FileOrder[];
  readonly menu: ReadonlyMap<string, MenuItem>;
  /** Names this run in the Idempotency-Keys: the same run again doubles nothing. */
  readonly run: string;
  readonly seed: string;
  readonly inFlight: number;
  /** Milliseconds from one order to the next; 0 is flat out. */
  readonly everyMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly counts: Counts;
  /** The next order of the same place goes when it resolves. */
  onAcknowledged?(order: FileOrder, stored: WireOrder): unknown;
  onRefused?(order: FileOrder, reason: string): void;
};

/** Posts every order once and resolves when each has been answered. The first failure of the client ends it. */
export async function postOrders(posting: Posting): Promise<void> {
  const startedAtMs = performance.now();
  const queue = posting.orders.entries();
  const work = async () => {
    for (const [index, order] of queue) {
      await untilDue(startedAtMs + index * posting.everyMs, posting.signal);
      await postOne(posting, order);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: posting.inFlight }, work));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Late orders go at once: a kitchen's guests do not wait for the clock to catch up. */
async function untilDue(dueAtMs: number, signal: AbortSignal | undefined): Promise<void> {
  const aheadMs = dueAtMs - performance.now();
  if (aheadMs > 0) await wait(aheadMs, undefined, { signal });
}

async function postOne(posting: Posting, order: FileOrder): Promise<void> {
  const { client, menu, run, seed, counts } = posting;
  counts.posted += 1;
  const answer = await client.send({
    method: 'POST',
    path: '/orders',
    body: toOrderBody(order, menu, seed),
    key: `simulate-${run}-${order.id}`,
  });
  if (answer.status !== 201) {
    counts.refused += 1;
    posting.onRefused?.(order, reasonOf(answer.json));
    return;
  }
  const stored = answer.json as WireOrder;
  counts.acknowledged += 1;
  counts.acknowledgedCents += Math.round(stored.total_price * 100);
  await posting.onAcknowledged?.(order, stored);
}
