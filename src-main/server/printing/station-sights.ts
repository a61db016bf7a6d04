import type { RestaurantId, StationId } from '#shared/domain/id.ts';
import type { Clock } from '../ports.ts';
import type { PrintStore } from './ports.ts';

/** A board has confirmed what it shows ([SEE1]). */
export type BoardSight = {
  readonly restaurantId: RestaurantId;
  /** Whose work the board shows; `undefined` for that of the whole kitchen. */
  readonly station: string | undefined;
  /** All that has happened until now. */
  readonly isCurrent: boolean;
};

export type StationSight = {
  /** When a screen that shows this station was heard of last; the program's start, where none was since. */
  readonly heardAtMs: number;
  /** Up to when they have shown everything. */
  readonly seenAtMs: number;
};

/** When somebody could last see the work of each station on a screen. */
export interface StationSights {
  saw(sight: BoardSight): void;
  /** By the boards of that station and those of the whole kitchen. */
  of(restaurantId: RestaurantId, station: StationId): StationSight;
  /** On disk, so that a start does not print what was seen before it; `isLast` when the program ends. */
  keep(restaurantId: RestaurantId, isLast?: boolean): void;
}

/** Stations are named by the screens; a kitchen has no more. */
const mostStations = 100;
const wholeKitchen = '';
/** What is written at a time, in place of every single confirmation. */
const keptEveryMs = 5000;

type Seen = { heardAtMs: number; seenAtMs: number; keptMs: number };

export function createStationSights({ prints, clock }: { prints: PrintStore; clock: Clock }): StationSights {
  let startedAtMs = clock.nowMs();
  const restaurants = new Map<RestaurantId, Map<string, Seen>>();

  function seenIn(restaurantId: RestaurantId): Map<string, Seen> {
    const known = restaurants.get(restaurantId);
    if (known) return known;
    const kept = [...prints.sights(restaurantId)].map(
      ([station, seenAtMs]) => [station, { heardAtMs: startedAtMs, seenAtMs, keptMs: seenAtMs }] as const,
    );
    const made = new Map<string, Seen>(kept);
    restaurants.set(restaurantId, made);
    return made;
  }

  /** A clock that was put back makes nobody see what is yet to come. */
  function keepTime(all: ReadonlyMap<string, Seen>): void {
    const nowMs = clock.nowMs();
    startedAtMs = Math.min(startedAtMs, nowMs);
    for (const seen of all.values()) {
      seen.heardAtMs = Math.min(seen.heardAtMs, nowMs);
      seen.seenAtMs = Math.min(seen.seenAtMs, nowMs - 1);
    }
  }

  return {
    saw: ({ restaurantId, station = wholeKitchen, isCurrent }) => {
      const all = seenIn(restaurantId);
      const seen = all.get(station) ?? { heardAtMs: startedAtMs, seenAtMs: 0, keptMs: 0 };
      if (!all.has(station) && all.size >= mostStations) return;
      all.set(station, seen);
      seen.heardAtMs = clock.nowMs();
      // What is stored in the rest of this millisecond has not been seen.
      if (isCurrent) seen.seenAtMs = clock.nowMs() - 1;
    },
    of: (restaurantId, station) => {
      const all = seenIn(restaurantId);
      keepTime(all);
      const both = [station, wholeKitchen].flatMap((name) => all.get(name) ?? []);
      return {
        heardAtMs: Math.max(startedAtMs, ...both.map(({ heardAtMs }) => heardAtMs)),
        seenAtMs: Math.max(0, ...both.map(({ seenAtMs }) => seenAtMs)),
      };
    },
    keep: (restaurantId, isLast = false) => {
      const leastMs = isLast ? 1 : keptEveryMs;
      const news = [...seenIn(restaurantId)].filter(
        ([, { seenAtMs, keptMs }]) => Math.abs(seenAtMs - keptMs) >= leastMs,
      );
      if (news.length === 0) return;
      prints.keepSights(
        restaurantId,
        news.map(([station, { seenAtMs }]) => [station, seenAtMs]),
      );
      for (const [, seen] of news) seen.keptMs = seen.seenAtMs;
    },
  };
}
