import type { RestaurantId } from '#shared/domain/id.ts';

/** An address of another program that is told what happens ([HOK1]). */
export type Webhook = {
  readonly id: string;
  readonly restaurantId: RestaurantId;
  readonly url: string;
  /** `whsec_` and 32 random bytes in base64; both sides sign with it. */
  readonly secret: string;
  /** Which events; all where none is named. */
  readonly types: readonly string[];
  readonly madeAtMs: number;
  /** All events up to it were delivered, or are among the failed. */
  readonly seq: number;
  /** When it took something last; null for never. */
  readonly takenAtMs: number | null;
};

/** An event that an address did not take. */
export type FailedDelivery = {
  readonly hookId: string;
  readonly seq: number;
  readonly tries: number;
  /** When it is tried again; null when no more: somebody has to look ([HOK3]). */
  readonly nextAtMs: number | null;
  /** What the other side said, in a few words. */
  readonly error: string;
};

export type FailedCounts = { readonly waiting: number; readonly dead: number };

export interface WebhookStore {
  all(): Webhook[];
  of(restaurantId: RestaurantId): Webhook[];
  save(hook: Webhook): void;
  remove(id: string): void;
  /** In one transaction: how far it is, what has failed, and of what had failed before, what has arrived. */
  settle(hookId: string, outcome: Settled): void;
  /** To be tried again by then, the oldest first. */
  due(hookId: string, byMs: number, limit: number): FailedDelivery[];
  /** All that is to be tried again is to be so much sooner. */
  bringForward(byMs: number): void;
  dead(hookId: string, limit: number): FailedDelivery[];
  counts(hookId: string): FailedCounts;
  /** What was given up is tried again at once, all of it or the one event `seq`; gives how many. */
  revive(hookId: string, atMs: number, seq?: number): number;
  /** What was given up is kept no more; an event that is to be tried again stays. */
  forget(hookId: string, seq: number): void;
}

export type Settled = {
  readonly seq?: number | undefined;
  readonly takenAtMs?: number | undefined;
  readonly failed: readonly FailedDelivery[];
  readonly arrived: readonly number[];
};
