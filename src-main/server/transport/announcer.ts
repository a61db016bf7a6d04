import type { RestaurantId } from '#shared/domain/id.ts';
import type { ClientFrame } from '#shared/protocol/client-frames.ts';
import type { EphemeralFrame, Presence, Seen, Teller } from '#shared/protocol/frames.ts';
import { toIso } from '#shared/protocol/wire-time.ts';
import type { FanoutMemory } from '../fanout/fanout-memory.ts';
import { createFrame } from '../fanout/frame.ts';
import { type Action, may } from '../permissions.ts';
import type { Caller, Clock } from '../ports.ts';
import type { Joined, Member, StreamRegistry } from './stream-registry.ts';

/** Says what is not in the log: drafts, calls for attention, who is there, what the kitchen has seen ([EPH1]). */
export interface Announcer {
  /** Passes on what a screen has said, if its person may say that. */
  tell(frame: Told, from: Member): void;
  stop(): void;
}

type Told = Exclude<ClientFrame, { type: 'ack' | 'ping' }>;

/** Many come at once after a break; they are announced together. */
const gatherMs = 1000;
/** Fast enough for a waiter who looks at the tablet, rare enough to cost nothing. */
const seenEveryMs = 250;

const needed: Readonly<Record<Told['type'], Action>> = { order_draft: 'orders.place', attention: 'orders.read' };

export function createAnnouncer(registry: StreamRegistry, fanout: FanoutMemory, clock: Clock): Announcer {
  const waiting = new Map<RestaurantId, NodeJS.Timeout>();
  const seenTold = new Map<RestaurantId, number>();
  const watch = setInterval(tellSeen, seenEveryMs);
  watch.unref();
  registry.onChange((restaurantId) => {
    if (!waiting.has(restaurantId)) waiting.set(restaurantId, setTimeout(tellPresence, gatherMs, restaurantId).unref());
  });

  function tellPresence(restaurantId: RestaurantId): void {
    waiting.delete(restaurantId);
    registry.whisper(restaurantId, presence(restaurantId, registry.of(restaurantId), clock.nowMs()));
  }

  /** Only to screens that are no boards and can say so: boards show what they have seen. */
  function tellSeen(): void {
    for (const { restaurantId, seq } of fanout.seen()) {
      if ((seenTold.get(restaurantId) ?? 0) >= seq) continue;
      seenTold.set(restaurantId, seq);
      const frame = createFrame(JSON.stringify({ type: 'seen', seq } satisfies Seen));
      for (const { member } of registry.of(restaurantId)) if (wantsSeen(member)) member.whisper(frame);
    }
  }

  return {
    tell: (frame, from) => {
      const { caller } = from.about;
      if (!from.about.isWhole || !may(caller.role, needed[frame.type])) return;
      registry.whisper(caller.restaurantId, toldFrame(frame, caller, clock.nowMs()), from);
    },
    stop: () => {
      clearInterval(watch);
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
}

const wantsSeen = ({ about }: Member) => about.isWhole && about.screen !== undefined && about.screen !== 'board';

const tellerOf = ({ userId, displayName, role }: Caller): Teller => ({ user_id: userId, name: displayName, role });

function toldFrame(frame: Told, caller: Caller, nowMs: number): EphemeralFrame {
  const head = { restaurant_id: caller.restaurantId, timestamp: toIso(nowMs), from: tellerOf(caller) };
  if (frame.type === 'attention') {
    const { order_id = null, station = null, message = null } = frame;
    return { type: 'attention', ...head, data: { order_id, station, message } };
  }
  const { draft_id, table_number = null, items, done } = frame;
  return { type: 'order_draft', ...head, data: { draft_id, table_number, items, done } };
}

function presence(restaurantId: RestaurantId, joined: readonly Joined[], nowMs: number): Presence {
  const screens = new Map<string, Presence['data']['screens'][number]>();
  for (const { member } of joined) {
    const { caller, screen = null, isWhole, transport } = member.about;
    if (!isWhole || transport === 'polling') continue;
    const key = `${caller.userId}/${screen}`;
    const known = screens.get(key) ?? { ...tellerOf(caller), screen, count: 0 };
    screens.set(key, { ...known, count: known.count + 1 });
  }
  const data = { screens: [...screens.values()] };
  return { type: 'presence', restaurant_id: restaurantId, timestamp: toIso(nowMs), data };
}
