import type { TicketFigures, TicketReport } from '#shared/protocol/wire-report.ts';
import type { DayFacts, OrderColumns, ShareColumns } from './day-facts.ts';
import { dayPart, inOrderOfDay } from './day-part.ts';
import { createGroups, type Groups } from './groups.ts';
import { type Lateness, lateFromS } from './lateness.ts';
import { createTimes, type Times } from './times.ts';

export type Days = Iterable<{ readonly day: string; readonly facts: DayFacts }>;

/**
 * [RPT1] An order, with all its dishes, counts to the day and hour in which it came. Each is added to its day and to those of
 * its hour and type; all else is put together of these, so that a million orders are told in about a second ([RPO2]).
 */
export function ticketReport(days: Days, lateness: Lateness): TicketReport {
  const make = () => createTickets(lateness);
  const byMonth = createGroups<string, Tickets>(make);
  const byHourAndType = createGroups<string, Tickets>(make);
  const byDay: TicketReport['by_day'][number][] = [];
  // One for all days, one after the other: two years of them would take much room.
  const ofDay = make();
  for (const { day, facts } of days) {
    const { orders, shares, names } = facts;
    // Orders came, and none is done.
    if (orders.rows === 0) continue;
    ofDay.clear();
    addDay({ orders, shares, names }, ofDay, byHourAndType);
    byMonth.of(day.slice(0, 7)).merge(ofDay);
    byDay.push({ day, ...ofDay.figures() });
  }
  const fine = byHourAndType.entries();
  const merged = <Key extends string | number>(keyOf: (hour: number, type: string) => Key) => {
    const groups = createGroups<Key, Tickets>(make);
    for (const [key, tickets] of fine) groups.of(keyOf(hourIn(key), typeIn(key))).merge(tickets);
    return groups;
  };
  return {
    total: merged(() => '')
      .of('')
      .figures(),
    by_day: byDay,
    by_month: byMonth.list('month'),
    by_hour: merged((hour) => hour).list('hour'),
    by_day_part: inOrderOfDay(merged(dayPart).list('day_part')),
    by_type: merged((_, type) => type).list('type'),
  };
}

const hourIn = (key: string) => Number.parseInt(key, 10);
const typeIn = (key: string) => key.replace(/^\d+ /, '');

type Tickets = ReturnType<typeof createTickets>;

function addDay({ orders, shares, names }: DayFacts, ofDay: Tickets, byHourAndType: Groups<string, Tickets>): void {
  const known = new Map<number, Tickets>();
  /** Found once for each hour and type of a day, not for each order. */
  const groupOf = (at: number): Tickets => {
    const [hour, type] = [orders.hour[at] ?? 0, orders.type[at] ?? 0];
    const found = known.get(type * 24 + hour) ?? byHourAndType.of(`${hour} ${names.types[type]}`);
    known.set(type * 24 + hour, found);
    return found;
  };
  const groups = Array.from({ length: orders.rows }, (_, at) => groupOf(at));
  for (let at = 0; at < orders.rows; at++) {
    ofDay.addOrder(orders, at);
    groups[at]?.addOrder(orders, at);
  }
  for (let at = 0; at < shares.rows; at++) {
    ofDay.addShare(shares, at);
    groups[shares.order[at] ?? 0]?.addShare(shares, at);
  }
}

const noSums = { orders: 0, cancelled: 0, portions: 0, voided: 0, recooked: 0, late: 0 };
type Sums = { -readonly [Name in keyof typeof noSums]: number };
const sumNames = Object.keys(noSums) as readonly (keyof Sums)[];
const timesNames = ['ticket', 'prep', 'wait'] as const;

function createTickets(lateness: Lateness) {
  const [ticket, prep, wait] = [createTimes(), createTimes(), createTimes()];
  const times = { ticket, prep, wait };
  const sums: Sums = { ...noSums };

  function isLate(orders: OrderColumns, at: number): boolean {
    const promise = orders.pastPromise[at] ?? -1;
    if (promise >= 0) return promise === 1;
    return (orders.ticketS[at] ?? 0) >= lateFromS(orders.target[at] ?? -1, lateness);
  }

  return {
    addOrder: (orders: OrderColumns, at: number) => {
      sums.orders++;
      sums.cancelled += orders.cancelled[at] ?? 0;
      sums.portions += orders.portions[at] ?? 0;
      sums.voided += orders.voided[at] ?? 0;
      sums.recooked += orders.recooked[at] ?? 0;
      const ticketS = orders.ticketS[at] ?? -1;
      if (ticketS < 0) return;
      ticket.add(ticketS);
      sums.late += Number(isLate(orders, at));
    },
    addShare: ({ quantity, prepS, waitS }: ShareColumns, at: number) => {
      const [portions, waited] = [quantity[at] ?? 0, waitS[at] ?? -1];
      prep.add(prepS[at] ?? 0, portions);
      if (waited >= 0) wait.add(waited, portions);
    },
    sums,
    times,
    merge: (other: { readonly sums: Sums; readonly times: Readonly<Record<keyof typeof times, Times>> }) => {
      for (const name of sumNames) sums[name] += other.sums[name];
      for (const name of timesNames) times[name].merge(other.times[name]);
    },
    clear: () => {
      Object.assign(sums, noSums);
      for (const name of timesNames) times[name].clear();
    },
    figures: (): TicketFigures => {
      const told = ticket.figures();
      return {
        ...sums,
        ticket: told,
        on_time_share: told.count === 0 ? null : 1 - sums.late / told.count,
        prep: prep.figures(),
        wait: wait.figures(),
      };
    },
  };
}
