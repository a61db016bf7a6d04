import type { RestaurantId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { formatCursor, parseCursor } from '#shared/protocol/cursor.ts';
import type { OrderStore } from '../ports.ts';
import type { Followed } from './attach.ts';
import type { CatchUp } from './catch-up.ts';
import type { LiveFeed } from './live-feed.ts';
import { entitiesOf } from './order-view.ts';

/** What can be asked again and again instead of being followed ([POL1]). */
export type Polled = Pick<LiveFeed, 'epoch' | 'head' | 'seen' | 'boardHas' | 'catchUp' | 'onCommit'>;

type OrderNewsDeps = {
  readonly store: Pick<OrderStore, 'order' | 'settings'>;
  readonly restaurantId: RestaurantId;
  readonly feed: Pick<LiveFeed, 'epoch' | 'onCommit'>;
};

/** One order for those who ask: whole when its version is another one than theirs, else nothing ([GST5]). */
export function createOrderNews(
  { store, restaurantId, feed }: OrderNewsDeps,
  { orderId, view }: Extract<Followed, { kind: 'order' }>,
): Polled {
  const orderNow = (): Order | undefined => store.order(restaurantId, orderId);
  const versionNow = () => orderNow()?.version ?? 0;

  function catchUp(lastEventId: string | undefined): CatchUp {
    const order = orderNow();
    const seq = order?.version ?? 0;
    const known = parseCursor(lastEventId);
    const cursor = formatCursor({ epoch: feed.epoch, seq });
    if (known?.epoch === feed.epoch && known.seq === seq)
      return { mode: 'replay', cursor, isNews: false, body: '"events":[]' };
    const { timeZone } = store.settings(restaurantId);
    return { mode: 'snapshot', cursor, isNews: true, body: `"entities":${entitiesOf(order, view, timeZone)}` };
  }

  return {
    epoch: feed.epoch,
    head: versionNow,
    // What the kitchen's boards show is said in numbers of another log ([SEE1]).
    seen: () => 0,
    boardHas: () => undefined,
    catchUp,
    onCommit: (listener) => {
      const before = versionNow();
      // What else happens in the restaurant answers nobody's poll of this order.
      return feed.onCommit(() => versionNow() !== before && listener());
    },
  };
}
