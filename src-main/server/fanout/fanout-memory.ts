import type { RestaurantId } from '#shared/domain/id.ts';
import type { CommittedEvent, Fanout, OrderStore } from '../ports.ts';
import { createLiveFeed, type LiveFeed } from './live-feed.ts';

/** The live streams of this process. A feed is read from the database when its first follower comes. */
export type FanoutMemory = Fanout & {
  feed(restaurantId: RestaurantId): LiveFeed;
  feeds(): number;
  /** How far each restaurant's boards have confirmed ([SEE1]). */
  seen(): readonly { readonly restaurantId: RestaurantId; readonly seq: number }[];
};

export function createFanoutMemory(store: OrderStore, epoch: string): FanoutMemory {
  const feeds = new Map<RestaurantId, LiveFeed>();
  return {
    feed: (restaurantId) => {
      const known = feeds.get(restaurantId);
      if (known) return known;
      const opened = createLiveFeed(store, restaurantId, epoch);
      feeds.set(restaurantId, opened);
      return opened;
    },
    feeds: () => feeds.size,
    seen: () => [...feeds].map(([restaurantId, feed]) => ({ restaurantId, seq: feed.seen() })),
    committed: (events) => {
      for (const [restaurantId, own] of byRestaurant(events)) feeds.get(restaurantId)?.committed(own);
    },
  };
}

function byRestaurant(events: readonly CommittedEvent[]): Map<RestaurantId, CommittedEvent[]> {
  const grouped = new Map<RestaurantId, CommittedEvent[]>();
  for (const event of events) {
    const own = grouped.get(event.record.restaurantId);
    if (own) own.push(event);
    else grouped.set(event.record.restaurantId, [event]);
  }
  return grouped;
}
