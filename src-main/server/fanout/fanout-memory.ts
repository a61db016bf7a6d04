import type { RestaurantId } from '#shared/domain/id.ts';
import type { CommittedEvent, Fanout, OrderStore } from '../ports.ts';
import type { Followed } from './attach.ts';
import { createLiveFeed, type LiveFeed } from './live-feed.ts';
import { createOrderNews, type Polled } from './order-news.ts';
import { createReadyFeed } from './ready-feed.ts';

/** The live streams of this process. A feed is read from the database when its first follower comes. */
export type FanoutMemory = Fanout & {
  feed(restaurantId: RestaurantId): LiveFeed;
  /** The feed that carries what somebody may follow. */
  feedFor(restaurantId: RestaurantId, followed: Followed): LiveFeed;
  /** The same for those who ask instead of being told. */
  polledFor(restaurantId: RestaurantId, followed: Askable): Polled;
  feeds(): number;
  /** How far each restaurant's boards have confirmed ([SEE1]). */
  seen(): readonly { readonly restaurantId: RestaurantId; readonly seq: number }[];
};

/** What can be asked for: everything, or one order. */
type Askable = Extract<Followed, { kind: 'everything' | 'ready' | 'order' }>;

export function createFanoutMemory(store: OrderStore, epoch: string): FanoutMemory {
  const feeds = new Map<RestaurantId, LiveFeed>();
  const readyFeeds = new Map<RestaurantId, LiveFeed>();
  const feed = (id: RestaurantId) => opened(feeds, id, () => createLiveFeed(store, id, epoch));
  const readyFeed = (id: RestaurantId) => opened(readyFeeds, id, () => createReadyFeed(store, id, epoch));
  const feedFor: FanoutMemory['feedFor'] = (id, { kind }) => (kind === 'ready' ? readyFeed(id) : feed(id));
  return {
    feed,
    feedFor,
    polledFor: (restaurantId, followed) => {
      const whole = feedFor(restaurantId, followed);
      return followed.kind === 'order' ? createOrderNews({ store, restaurantId, feed: whole }, followed) : whole;
    },
    feeds: () => feeds.size,
    seen: () => [...feeds].map(([restaurantId, feed]) => ({ restaurantId, seq: feed.seen() })),
    committed: (events) => {
      for (const [restaurantId, own] of byRestaurant(events)) {
        feeds.get(restaurantId)?.committed(own);
        readyFeeds.get(restaurantId)?.committed(own);
      }
    },
  };
}

function opened(feeds: Map<RestaurantId, LiveFeed>, id: RestaurantId, open: () => LiveFeed): LiveFeed {
  const known = feeds.get(id);
  if (known) return known;
  const feed = open();
  feeds.set(id, feed);
  return feed;
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
