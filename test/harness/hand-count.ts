import type { Database } from 'better-sqlite3';

/** One order of the log, as somebody with paper and pencil would write it down. Times in ms. */
export type CountedOrder = {
  readonly day: string;
  readonly hour: number;
  readonly type: string;
  readonly isCancelled: boolean;
  readonly ticketMs: number | null;
  readonly recooked: number;
  readonly voided: number;
  /** One to each dish that was served. */
  readonly dishes: readonly CountedDish[];
};

type CountedDish = {
  readonly name: string;
  readonly station: string;
  readonly quantity: number;
  readonly prepMs: number;
  readonly waitMs: number;
};

type Event = {
  readonly type: string;
  readonly timestamp: string;
  readonly order: any;
};

const longestMs = 4 * 3600_000;

/**
 * Reckons from the events alone, by when each was told, and knows nothing of what the program keeps of a day: an order
 * whose last event says that it is over; each dish of it that is made at one station and not scheduled.
 */
export function countByHand(db: Database, timeZone: string): readonly CountedOrder[] {
  const rows = db.prepare("SELECT body FROM events WHERE type LIKE '%order%' OR type LIKE 'item%' ORDER BY seq").all();
  const stories = new Map<string, Event[]>();
  for (const { body } of rows as { body: string }[]) {
    const event = JSON.parse(body) as Event;
    if (event.order) stories.set(event.order.id, [...(stories.get(event.order.id) ?? []), event]);
  }
  return [...stories.values()].flatMap((story) => countOrder(story, timeZone) ?? []);
}

function countOrder(story: readonly Event[], timeZone: string): CountedOrder | undefined {
  const last = story.at(-1)?.order;
  if (last.cleared_at && last.order_status !== 'cancelled') return undefined;
  if (!['completed', 'cancelled'].includes(last.order_status)) return undefined;
  const isCancelled = last.order_status === 'cancelled';
  const all: readonly any[] = last.items;
  const served = isCancelled ? [] : all.filter(({ status }) => status !== 'voided');
  const dishes = served.map((item) => ({ item, ...timesOf(story, item.id) }));
  const ticketMs = Math.max(...dishes.map(({ ready }) => ready)) - Math.min(...dishes.map(({ since }) => since));
  const createdMs = Date.parse(last.created_at);
  return {
    day: dayOf(createdMs, timeZone),
    hour: hourOf(createdMs, timeZone),
    type: last.type,
    isCancelled,
    ticketMs: dishes.length > 0 && ticketMs <= longestMs ? ticketMs : null,
    recooked: served.reduce((sum, { round }) => sum + round - 1, 0),
    voided: portions(all) - portions(served),
    dishes: dishes
      .map(({ item, since, ready, out }) => ({
        name: item.name,
        station: item.progress[0].station,
        quantity: item.quantity,
        prepMs: ready - since,
        waitMs: out - ready,
      }))
      .filter(({ prepMs }) => prepMs <= longestMs),
  };
}

const portions = (items: readonly any[]): number => items.reduce((sum, { quantity }) => sum + quantity, 0);

/** Since it came, or since it was called back to be cooked again; until the event that said so for the last time. */
function timesOf(story: readonly Event[], id: string) {
  const steps = story.map(({ timestamp, order, type }) => ({
    type,
    at: Date.parse(timestamp),
    item: order.items.find((one: any) => one.id === id),
  }));
  const from = steps.findLastIndex(
    ({ item, type }, at) => type === 'order_recalled' && item.round > steps[at - 1]?.item.round,
  );
  const round = steps.slice(Math.max(0, from));
  const first = (statuses: readonly string[]) => round.find(({ item }) => statuses.includes(item?.status))?.at ?? 0;
  return {
    since: round[0]?.at ?? 0,
    ready: first(['ready', 'completed']),
    out: first(['completed']),
  };
}

/** Before four in the morning it is still yesterday. */
function dayOf(ms: number, timeZone: string): string {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone }).format(ms);
  const yesterday = new Date(Date.parse(`${date}T12:00:00Z`) - 24 * 3600_000).toISOString().slice(0, 10);
  return hourOf(ms, timeZone) < 4 ? yesterday : date;
}

const hourOf = (ms: number, timeZone: string) =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(ms));

/** The smallest that at least that share of all took at most, in whole seconds. */
export function quantileOf(ms: readonly number[], share: number): number | null {
  const sorted = ms.map((one) => Math.round(one / 1000)).sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? null;
}

/** Once for each portion. */
export const byPortion = (dishes: readonly CountedDish[], time: 'prepMs' | 'waitMs'): readonly number[] =>
  dishes.flatMap((dish) => Array.from({ length: dish.quantity }, () => dish[time]));
