import { createLiveFeed, type LiveFeed } from '../../src-main/server/fanout/live-feed.ts';
import type { Caller, CommittedEvent, OrderStore } from '../../src-main/server/ports.ts';
import { openDatabase } from '../../src-main/server/store/open-database.ts';
import { createOrderStoreSqlite } from '../../src-main/server/store/order-store-sqlite.ts';
import { productId, restaurantId } from '../../src-shared/domain/id.ts';
import type { Product } from '../../src-shared/domain/product.ts';

/** A live feed over a database of its own, whose commits the test makes. */
export type FeedInHand = {
  readonly feed: LiveFeed;
  /** So many events in one commit; `name` makes each as large as wanted. */
  commit(count: number, name?: string): void;
  close(): void;
};

const main = restaurantId('main');

export const feedCaller: Caller = {
  restaurantId: main,
  userId: 'admin',
  subject: 'user:admin',
  role: 'manager',
  displayName: 'M',
  jti: 'j',
};

export function createFeedInHand(dataDir: string): FeedInHand {
  const db = openDatabase({ dataDir, sqliteAddon: undefined }, { id: 'main', timeZone: 'UTC' });
  const store = createOrderStoreSqlite(db, { replicating: false });
  const feed = createLiveFeed(store, main, '0123456789abcdef');
  let products = 0;
  return {
    feed,
    commit: (count, name = '') => {
      let events: CommittedEvent[] = [];
      store.transaction(() => {
        events = Array.from({ length: count }, () => write(store, ++products, name));
      });
      feed.committed(events);
    },
    close: () => db.close(),
  };
}

/** An event as the core would have written it. */
function write(store: OrderStore, n: number, name: string): CommittedEvent {
  // Short, so that a commit of forty is no large frame yet.
  const id = `p${n}`;
  const product: Product = {
    ...{ id: productId(id), restaurantId: main, version: 1, sku: id, name, price: 0, currency: 'EUR', category: 'c' },
    ...{ stations: [], modifierGroups: [], allergens: [], prepMinutes: null, available: true, out: null, stock: null },
    ...{ createdAtMs: 0, updatedAtMs: 0, removedAtMs: null, photo: null },
  };
  const body = JSON.stringify({ type: 'product_created', product });
  const record = {
    restaurantId: main,
    type: 'product_created',
    entity: { kind: 'product', product } as const,
    body,
    actor: 'a',
    atMs: 0,
  };
  return { seq: store.append(record), record, entityJson: JSON.stringify(product) };
}
