import type { ItemFigures, ShareFigures, StationFigures } from '#shared/protocol/wire-report.ts';
import type { ShareColumns } from './day-facts.ts';
import { dayPart, inOrderOfDay } from './day-part.ts';
import { createGroups } from './groups.ts';
import { type Lateness, lateFromS } from './lateness.ts';
import type { Days } from './ticket-report.ts';
import { createTimes, type Times } from './times.ts';

/** By dish, the most sold first. */
export function itemReport(days: Days, lateness: Lateness): readonly ItemFigures[] {
  const items = createGroups<string, Shares>(() => createShares(lateness));
  for (const { facts } of days) {
    const { shares, names } = facts;
    const groups = names.items.map((name) => items.of(name));
    for (let at = 0; at < shares.rows; at++) groups[shares.item[at] ?? 0]?.add(shares, at);
  }
  return items.list('item').toSorted((a, b) => b.portions - a.portions);
}

export function stationReport(days: Days, lateness: Lateness): readonly StationFigures[] {
  const stations = createGroups<string, ReturnType<typeof createStation>>(() => createStation(lateness));
  for (const { facts } of days) {
    const { shares, names } = facts;
    const groups = names.stations.map((name) => stations.of(name));
    for (let at = 0; at < shares.rows; at++) groups[shares.station[at] ?? 0]?.add(shares, at);
  }
  return stations.list('station');
}

/** Portions are added to their hour; the whole is put together of the hours. */
function createStation(lateness: Lateness) {
  const make = () => createShares(lateness);
  const byHour = createGroups<number, Shares>(make);
  const hours = Array.from({ length: 24 }, (): Shares | undefined => undefined);
  return {
    add: (shares: ShareColumns, at: number) => {
      const hour = shares.hour[at] ?? 0;
      const ofHour = hours[hour] ?? byHour.of(hour);
      hours[hour] = ofHour;
      ofHour.add(shares, at);
    },
    figures: () => {
      const whole = make();
      const byPart = createGroups<string, Shares>(make);
      for (const [hour, shares] of byHour.entries()) {
        whole.merge(shares);
        byPart.of(dayPart(hour)).merge(shares);
      }
      return {
        ...whole.figures(),
        by_hour: byHour.list('hour'),
        by_day_part: inOrderOfDay(byPart.list('day_part')),
      };
    },
  };
}

type Shares = ReturnType<typeof createShares>;
type Sums = { portions: number; late: number };
type Merged = { readonly sums: Sums; readonly prep: Times; readonly wait: Times };

function createShares(lateness: Lateness) {
  const [prep, wait] = [createTimes(), createTimes()];
  const sums: Sums = { portions: 0, late: 0 };
  return {
    add: ({ quantity, prepS, waitS, target }: ShareColumns, at: number) => {
      const [portions, took, waited] = [quantity[at] ?? 0, prepS[at] ?? 0, waitS[at] ?? -1];
      sums.portions += portions;
      prep.add(took, portions);
      if (waited >= 0) wait.add(waited, portions);
      if (took >= lateFromS(target[at] ?? -1, lateness)) sums.late += portions;
    },
    sums,
    prep,
    wait,
    merge: (other: Merged) => {
      sums.portions += other.sums.portions;
      sums.late += other.sums.late;
      prep.merge(other.prep);
      wait.merge(other.wait);
    },
    figures: (): ShareFigures => ({ ...sums, prep: prep.figures(), wait: wait.figures() }),
  };
}
