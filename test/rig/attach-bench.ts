import type { Database } from 'better-sqlite3';
import { productId, restaurantId } from '#shared/domain/id.ts';
import type { Product } from '#shared/domain/product.ts';
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

/** A real log on a real file, where event n makes product n, and where something can be committed at any instant. */
export type AttachBench = {
  readonly feed: LiveFeed;
  /** Something happens now; the chosen instant is one of these. */
  moment(): void;
  /** From here on: at the `at`th moment, so many commits; at none when it is negative. */
  arm(at: number, commits: number): void;
  /** How many moments there were at most between two calls of `arm`. */
  most(): number;
  commit(): void;
  head(): number;
  /** Sku of product n, so long that few fit into a part of a snapshot. */
  readonly sku: (n: number) => string;
  close(): void;
};

export function createAttachBench(): AttachBench {
  const folder = createTempDir();
  const db: Database = openDatabase({ dataDir: folder.path, sqliteAddon: undefined }, { id: 'main', timeZone: 'UTC' });
  const store = createOrderStoreSqlite(db, { replicating: false });
  const feed = createLiveFeed(store, caller.restaurantId, epoch);
  let at = -1;
  let commits = 0;
  let moments = 0;
  let most = 0;

  const commit = () => feed.committed([write(store, feed.head() + 1)]);

  function moment(): void {
    if (moments++ !== at) return;
    for (let index = 0; index < commits; index++) commit();
  }

  return {
    feed: betweenSteps(feed, moment),
    moment,
    arm: (nextAt, nextCommits) => {
      at = nextAt;
      commits = nextCommits;
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

function write(store: OrderStore, n: number): CommittedEvent {
  const id = `0195e0a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const product = { id: productId(id), restaurantId: caller.restaurantId, version: 1, sku: sku(n) } as Product;
  const body = JSON.stringify({ type: 'product_created', product });
  const entity = { kind: 'product', product } as const;
  const record = { restaurantId: product.restaurantId, type: 'product_created', entity, body, actor: 'a', atMs: 0 };
  let seq = 0;
  store.transaction(() => {
    seq = store.append(record);
  });
  return { seq, record, entityJson: JSON.stringify(product) };
}
