import type { Settings } from '#shared/domain/settings.ts';
import { type DayFacts, type OrderRow, ordersIn, type ShareRow, sharesIn } from './day-facts.ts';
import { createTimes, type TimeFigures, type Times } from './times.ts';

/** By which a ticket is late, the same as on the boards ([AGE1]). */
export type Lateness = Pick<Settings, 'lateMinutes' | 'lateAfterTargetMinutes'>;

type Days = Iterable<{ readonly day: string; readonly facts: DayFacts }>;

/** Orders that were done, and how soon. */
export type TicketFigures = {
  readonly orders: number;
  readonly cancelled: number;
  readonly portions: number;
  readonly voided: number;
  readonly recooked: number;
  readonly ticket: TimeFigures;
  readonly late: number;
  /** Of those that say how long they took; null where none does. */
  readonly on_time_share: number | null;
};

type Keyed<Name extends string, Figures> = { readonly [Key in Name]: string | number } & Figures;

export type TicketReport = {
  readonly total: TicketFigures;
  readonly by_day: readonly Keyed<'day', TicketFigures>[];
  readonly by_hour: readonly Keyed<'hour', TicketFigures>[];
  readonly by_day_part: readonly Keyed<'day_part', TicketFigures>[];
  readonly by_type: readonly Keyed<'type', TicketFigures>[];
};

/** [RPT1] */
export function ticketReport(days: Days, lateness: Lateness): TicketReport {
  const total = createTickets(lateness);
  const [byDay, byHour, byPart, byType] = [0, 1, 2, 3].map(() => createGroups(() => createTickets(lateness)));
  for (const { day, facts } of days) {
    for (const order of ordersIn(facts)) {
      total.add(order);
      byDay?.of(day).add(order);
      byHour?.of(order.hour).add(order);
      byPart?.of(dayPart(order.hour)).add(order);
      byType?.of(order.type).add(order);
    }
  }
  return {
    total: total.figures(),
    by_day: byDay?.list('day') ?? [],
    by_hour: byHour?.list('hour') ?? [],
    by_day_part: byPart?.list('day_part') ?? [],
    by_type: byType?.list('type') ?? [],
  };
}

/** By the hour in which an order came. */
const dayParts = { breakfast: 4, lunch: 11, afternoon: 15, dinner: 17, late: 22 } as const;

function dayPart(hour: number): string {
  const parts = Object.entries(dayParts);
  return parts.findLast(([, from]) => hour >= from)?.[0] ?? 'late';
}

function createTickets({ lateMinutes, lateAfterTargetMinutes }: Lateness) {
  const ticket = createTimes();
  const sums = { orders: 0, cancelled: 0, portions: 0, voided: 0, recooked: 0, late: 0 };

  function isLate({ ticketS, target, pastPromise }: OrderRow): boolean {
    if (pastPromise >= 0) return pastPromise === 1;
    return ticketS >= 60 * (target < 0 ? lateMinutes : target + lateAfterTargetMinutes);
  }

  return {
    add: (order: OrderRow) => {
      sums.orders++;
      sums.cancelled += Number(order.isCancelled);
      sums.portions += order.portions;
      sums.voided += order.voided;
      sums.recooked += order.recooked;
      if (order.ticketS < 0) return;
      ticket.add(order.ticketS);
      sums.late += Number(isLate(order));
    },
    figures: (): TicketFigures => {
      const times = ticket.figures();
      return { ...sums, ticket: times, on_time_share: times.count === 0 ? null : 1 - sums.late / times.count };
    },
  };
}

/** Portions of a dish, or of a station, and how soon they were ready. */
export type ShareFigures = {
  readonly portions: number;
  readonly prep: TimeFigures;
  /** Under the heat lamp, until it was handed over. */
  readonly wait: TimeFigures;
  readonly late: number;
};

/** By dish, the most sold first. */
export const itemReport = (days: Days, lateness: Lateness): readonly Keyed<'item', ShareFigures>[] =>
  sharesBy(days, lateness, ({ item }) => item)
    .list('item')
    .toSorted((a, b) => b.portions - a.portions);

export type StationReport = readonly (Keyed<'station', ShareFigures> & {
  readonly by_hour: readonly Keyed<'hour', ShareFigures>[];
})[];

export function stationReport(
  days: readonly { readonly day: string; readonly facts: DayFacts }[],
  lateness: Lateness,
): StationReport {
  const whole = sharesBy(days, lateness, ({ station }) => station).list('station');
  const hours = sharesBy(days, lateness, ({ station, hour }) => `${String(hour).padStart(2, '0')} ${station}`).list(
    'key',
  );
  return whole.map((one) => ({
    ...one,
    by_hour: hours.flatMap(({ key, ...figures }) => {
      const [hour, station] = [String(key).slice(0, 2), String(key).slice(3)];
      return station === one.station ? [{ hour: Number(hour), ...figures }] : [];
    }),
  }));
}

function sharesBy(days: Days, lateness: Lateness, keyOf: (share: ShareRow) => string) {
  const groups = createGroups(() => createShares(lateness));
  for (const { facts } of days) for (const share of sharesIn(facts)) groups.of(keyOf(share)).add(share);
  return groups;
}

function createShares({ lateMinutes, lateAfterTargetMinutes }: Lateness) {
  const [prep, wait]: readonly Times[] = [createTimes(), createTimes()];
  const sums = { portions: 0, late: 0 };
  return {
    add: ({ quantity, prepS, waitS, target }: ShareRow) => {
      sums.portions += quantity;
      prep?.add(prepS, quantity);
      if (waitS >= 0) wait?.add(waitS, quantity);
      const limitS = 60 * (target < 0 ? lateMinutes : target + lateAfterTargetMinutes);
      if (prepS >= limitS) sums.late += quantity;
    },
    figures: (): ShareFigures => ({ ...sums, prep: prep?.figures() ?? nothing, wait: wait?.figures() ?? nothing }),
  };
}

const nothing: TimeFigures = { count: 0, mean_s: null, median_s: null, p90_s: null };

function createGroups<Group extends { figures(): object }>(create: () => Group) {
  const groups = new Map<string | number, Group>();
  return {
    of: (key: string | number): Group => {
      const known = groups.get(key);
      if (known) return known;
      const made = create();
      groups.set(key, made);
      return made;
    },
    list: <Name extends string>(name: Name) =>
      [...groups]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, group]) => ({ [name]: key, ...group.figures() }) as Keyed<Name, ReturnType<Group['figures']>>),
  };
}
