import type { BusinessCalendar } from '#shared/domain/business-day.ts';
import type { KitchenView } from '#shared/domain/decision.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { OrderEvent } from '#shared/domain/event.ts';
import type { OrderId, ProductId, RestaurantId, SelfOrderId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Product } from '#shared/domain/product.ts';
import type { Role } from '#shared/domain/role.ts';
import type { SelfOrder } from '#shared/domain/self-order.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Stations } from '#shared/domain/station.ts';
import type { BumpedListQuery, OrderListQuery } from '#shared/protocol/list-requests.ts';
import type { ReportQuery } from '#shared/protocol/report-requests.ts';

/** What the core needs from outside. Owned here, so that no part of the core knows SQLite, sockets or the clock. */

export interface Clock {
  nowMs(): number;
}

export interface IdSource {
  /** A new id nobody can guess; ordered by time (UUIDv7), which keeps indexes compact. */
  random(): string;
  /** The same parts give the same id at every terminal (UUIDv5); that makes a repeated command the same order ([ID1]). */
  derived(...parts: readonly string[]): string;
}

/** The restaurant as the core needs it. */
export type Restaurant = BusinessCalendar & {
  readonly id: RestaurantId;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
};

/** An event as it lies in the log: `body` is the wire event without `seq` and `epoch`, encoded once. */
export type LoggedEvent = {
  readonly seq: number;
  readonly type: string;
  readonly entityId: string;
  readonly body: string;
};

/** One event with the entity's new state, ready to be written. */
export type EventRecord = {
  readonly restaurantId: RestaurantId;
  readonly type: string;
  readonly entity: Entity;
  readonly body: string;
  /** Who caused it: `user:admin`. */
  readonly actor: string;
  readonly atMs: number;
};

/** An event that has got its place in the log. `entityJson` is the entity alone, as `record.body` holds it. */
export type CommittedEvent = { readonly seq: number; readonly record: EventRecord; readonly entityJson: string };

/** Carries what is on disk to the screens. Called after COMMIT only; must not throw for one bad connection. */
export interface Fanout {
  /** The events of one commit, in log order; they may belong to several restaurants. */
  committed(events: readonly CommittedEvent[]): void;
}

/**
 * How a command ended: `stored` with events, `unchanged` because everything was as wanted or the command came before,
 * `refused` with a reason, `failed` so that nothing of it is stored and its sender still has it.
 */
export type CommandEnd = 'stored' | 'unchanged' | 'refused' | 'failed';

/** Counts what the core does ([MET1]). Must not throw: a command is not to fail for want of a figure. */
export interface Meter {
  /** Runs the transaction of one group of commands and takes its time, also when it throws. */
  transaction(commands: number, work: () => void): void;
  ended(end: CommandEnd): void;
}

/** The answer that a command was given first; its repeats get the same ([CMD1]). */
export type StoredAnswer = {
  readonly fingerprint: string;
  readonly status: number;
  readonly body: string;
  /** Of its one order, the version that the command made; null when it made none, or changed several ([UND1]). */
  readonly madeVersion: number | null;
};

export type AnswerKey = { readonly restaurantId: RestaurantId; readonly subject: string; readonly key: string };

/** Thrown by `savepoint` when the transaction around it is gone too; nothing of the group is stored then. */
export class TransactionLost extends Error {
  override readonly name = 'TransactionLost';
  constructor(cause: unknown) {
    super('the database rolled the whole transaction back', { cause });
  }
}

/** An order as an event left it, and what the event said of it. */
export type OrderAt = { readonly order: Order; readonly data: OrderEvent['data'] };

/**
 * The truth. Every method is synchronous: a promise inside a transaction would let foreign work into it.
 * Writing methods may be called only inside `transaction`.
 */
export interface OrderStore {
  /** `BEGIN IMMEDIATE` … `COMMIT`. When it throws, nothing of `work` has happened. */
  transaction(work: () => void): void;
  /** Undoes `work` alone when it throws; the transaction around it goes on ([GRP1]). */
  savepoint<Result>(work: () => Result): Result;

  restaurant(id: RestaurantId): Restaurant | undefined;
  view(restaurantId: RestaurantId): KitchenView;
  order(restaurantId: RestaurantId, id: OrderId): Order | undefined;
  /** By its id alone, for whoever has nothing but that; the order says whose it is. */
  orderAnywhere(id: OrderId): Order | undefined;
  product(restaurantId: RestaurantId, id: ProductId): Product | undefined;
  openOrders(restaurantId: RestaurantId): Order[];
  /** What made that version, out of the log; `undefined` when there was none, or an earlier program wrote it. */
  orderEventAt(restaurantId: RestaurantId, id: OrderId, version: number): OrderAt | undefined;
  /** Open orders that this user or device placed. */
  openOrdersOf(restaurantId: RestaurantId, subject: string): Order[];
  /** The subject that placed the order; `undefined` for an order of another restaurant, or none. */
  placedBy(restaurantId: RestaurantId, id: OrderId): string | undefined;
  products(restaurantId: RestaurantId): Product[];
  stations(restaurantId: RestaurantId): Stations;
  settings(restaurantId: RestaurantId): Settings;
  selfOrder(restaurantId: RestaurantId, id: SelfOrderId): SelfOrder | undefined;
  /** Oldest first. */
  waitingSelfOrders(restaurantId: RestaurantId): readonly SelfOrder[];

  /** Newest `seq`; 0 for an empty log. */
  head(restaurantId: RestaurantId): number;
  /** Events after `seq`, oldest first. */
  eventsAfter(restaurantId: RestaurantId, seq: number, limit: number): LoggedEvent[];

  /** How many orders the business day has had; the next gets one more ([NUM1]). */
  ordersOfDay(restaurantId: RestaurantId, businessDay: string): number;
  /** Writes event, state and outbox row; gives the event's `seq`. */
  append(record: EventRecord): number;

  answerTo(key: AnswerKey): StoredAnswer | undefined;
  rememberAnswer(key: AnswerKey, answer: StoredAnswer, atMs: number): void;
  /** Forgets answers older than `beforeMs`; gives how many. */
  forgetAnswers(beforeMs: number): number;
}

/** Slow reads, on a read-only connection in another thread, never in the way of an order ([RDR1]). */
export interface OrderReader {
  /** JSON text `{items, next_cursor}`, encoded where it was read. */
  listOrders(restaurantId: RestaurantId, query: OrderListQuery): Promise<string>;
  /** JSON text `{items}`: what happened to an order, oldest first ([RCL3]). */
  history(restaurantId: RestaurantId, orderId: OrderId): Promise<string>;
  /** What has left a board on the business day of `nowMs`. */
  listBumped(restaurantId: RestaurantId, query: BumpedListQuery, nowMs: number): Promise<string>;
  listProducts(restaurantId: RestaurantId, query: { cursor?: string | undefined; limit: number }): Promise<string>;
}

/** Reports take as long as they take, in a thread that no list waits for ([RPT4]). */
export interface ReportReader {
  /** JSON or CSV text, made where the days were read. */
  report(restaurantId: RestaurantId, kind: 'tickets' | 'items' | 'stations', query: ReportQuery): Promise<string>;
  /** Makes some of what reports are made of; says how many days are left to make. */
  keepUp(restaurantId: RestaurantId): Promise<number>;
  /** Gives back the memory of a thread that nobody asks anything of; the next question starts it anew. */
  rest(): Promise<void>;
}

/** Who is asking; made by the door from a verified credential, never from the request's body. */
export type Caller = {
  readonly restaurantId: RestaurantId;
  readonly userId: string;
  /** Owner of Idempotency-Keys: the user, device or program, not the token ([ID2]). */
  readonly subject: string;
  readonly role: Role;
  readonly displayName: string;
  readonly jti: string;
  /** The paired device it is, or a person is at. */
  readonly deviceId?: string | undefined;
};
