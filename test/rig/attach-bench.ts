import type { Database } from 'better-sqlite3';
import type { Entity } from '#shared/domain/entity.ts';
import { productId, restaurantId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Product } from '#shared/domain/product.ts';
import { toWireOrder } from '#shared/protocol/wire-order.ts';
import { createLiveFeed, type LiveFeed } from '../../src-main/server/fanout/live-feed.ts';
import type { Caller, CommittedEvent, OrderStore } from '../../src-main/server/ports.ts';
import { openDatabase } from '../../src-main/server/store/open-database.ts';
import { createOrderStoreSqlite } from '../../src-main/server/store/order-store-sqlite.ts';
import { createTempDir } from '../harness/temp-dir.ts';

export const epoch = '0123456789abcdef';
export const caller: Caller = {
  restaurantId: restaurantId('main'),
  userId: 'admin',
  subject: 'user:admin',
  role: 'manager',
  displayName: 'M',
  jti: 'j',
};

/** A real log on a real file, where something can be committed at any instant. */
export type AttachBench = {
  readonly feed: LiveFeed;
  /** Something happens now; the chosen instant is one of these. */
  moment(): void;
  /** From here on: at the `at`th moment, so many commits of so many events; at none when it is negative. */
  arm(at: number, commits: number, events?: number): void;
  /** How many moments there were at most between two calls of `arm`. */
  most(): number;
  commit(events?: number): void;
  head(): number;
  /** Sku of product n, so long that few fit into a part of a snapshot. */
  readonly sku: (n: number) => string;
  close(): void;
};

/** Writes event n. */
export type WriteEvent = (store: OrderStore, n: number) => CommittedEvent;

/** Unless told otherwise event n makes product n. */
export function createAttachBench(write: WriteEvent = writeProduct): AttachBench {
  const folder = createTempDir();
  const db: Database = openDatabase({ dataDir: folder.path, sqliteAddon: undefined }, { id: 'main', timeZone: 'UTC' });
  const store = createOrderStoreSqlite(db, { replicating: false });
  const feed = createLiveFeed(store, caller.restaurantId, epoch);
  let at = -1;
  let commits = 0;
  let events = 1;
  let moments = 0;
  let most = 0;

  function commit(count = 1): void {
    const head = feed.head();
    feed.committed(Array.from({ length: count }, (_, index) => write(store, head + 1 + index)));
  }

  function moment(): void {
    if (moments++ !== at) return;
    for (let index = 0; index < commits; index++) commit(events);
  }

  return {
    feed: betweenSteps(feed, moment),
    moment,
    arm: (nextAt, nextCommits, nextEvents = 1) => {
      at = nextAt;
      commits = nextCommits;
      events = nextEvents;
      most = Math.max(most, moments);
      moments = 0;
    },
    most: () => Math.max(most, moments),
    commit,
    head: feed.head,
    sku,
    close: () => {
      db.close();
      folder.remove();
    },
  };
}

/** Every call is a step: there is a moment before it and one after it. Joining those who are told is one step with being told. */
function betweenSteps<Target extends object>(target: Target, moment: () => void): Target {
  return new Proxy(target, {
    get: (object, name) => {
      const value = Reflect.get(object, name);
      if (typeof value !== 'function') return value;
      return (...words: unknown[]) => {
        moment();
        const answer = value.apply(object, words);
        if (name !== 'onCommit') moment();
        return answer;
      };
    },
  });
}

const sku = (n: number) => `${n}-${'x'.repeat(400)}`;

export function writeProduct(store: OrderStore, n: number): CommittedEvent {
  const id = `0195e0a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const named = { id: productId(id), restaurantId: caller.restaurantId, sku: sku(n) };
  const product = { ...named, version: 1, removedAtMs: null } as Product;
  return writeEntity(store, { kind: 'product', product }, { type: 'product_created', product });
}

export function writeOrder(store: OrderStore, order: Order): CommittedEvent {
  return writeEntity(store, { kind: 'order', order }, { type: 'order_updated', order: toWireOrder(order) });
}

/** Its type, and the entity under the name of its kind. */
type EventBody = { readonly type: string; readonly [kind: string]: unknown };

function writeEntity(store: OrderStore, entity: Entity, event: EventBody): CommittedEvent {
  const { type, ...state } = event;
  const { restaurantId } = caller;
  const record = { restaurantId, type, entity, body: JSON.stringify(event), actor: 'a', atMs: 0 };
  let seq = 0;
  store.transaction(() => {
    seq = store.append(record);
  });
  return { seq, record, entityJson: JSON.stringify(Object.values(state)[0]) };
}
