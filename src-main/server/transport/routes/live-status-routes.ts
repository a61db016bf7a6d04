import { toIso } from '#shared/protocol/wire-time.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import type { LiveStreams } from '../live-streams.ts';
import type { Joined } from '../stream-registry.ts';
import type { Door } from './door.ts';

/** Who follows, and how far they are: of the caller's own restaurant only. */
export function liveStatusRoutes(app: Door, { registry, fanout, counters }: LiveStreams): void {
  app.get(`${apiRoot}/ws/orders/live/status`, { config: { access: 'live.follow' } }, async (request) => {
    const { restaurantId } = callerIn(request);
    const feed = fanout.feed(restaurantId);
    const joined = registry.of(restaurantId);
    const { refused, slow } = counters();
    return {
      restaurant_id: restaurantId,
      epoch: feed.epoch,
      head: feed.head(),
      seen: feed.seen(),
      total_connections: joined.length,
      by_transport: countsOf(joined),
      most_behind: Math.max(0, ...joined.map(({ member }) => member.statistics().behind)),
      refused_since_start: refused,
      too_slow_since_start: slow,
    };
  });

  app.get(`${apiRoot}/ws/orders/live/connections`, { config: { access: 'live.watch' } }, async (request) => ({
    items: registry.of(callerIn(request).restaurantId).map(toWire),
  }));
}

function countsOf(joined: readonly Joined[]): Record<string, number> {
  const counts = { websocket: 0, sse: 0, polling: 0 };
  for (const { member } of joined) counts[member.about.transport]++;
  return counts;
}

function toWire({ member, id, sinceMs, resyncs }: Joined) {
  const { caller, transport, tab = null, screen = null, isWhole } = member.about;
  const { mode, sent, acked, behind, bufferedBytes, lastSeenMs } = member.statistics();
  return {
    id,
    transport,
    user_id: caller.userId,
    name: caller.displayName,
    role: caller.role,
    tab,
    screen,
    follows: isWhole ? 'everything' : 'a part',
    connected_at: toIso(sinceMs),
    last_seen_at: toIso(lastSeenMs),
    mode,
    sent,
    acked,
    behind,
    buffered_bytes: bufferedBytes,
    resyncs,
  };
}
