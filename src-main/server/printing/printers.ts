import type { StationId } from '#shared/domain/id.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { PrintersSummary } from '#shared/protocol/printer-requests.ts';
import type { PrinterTrouble } from '#shared/protocol/printer-words.ts';
import type { Caller, Clock, IdSource, OrderStore } from '../ports.ts';
import { isForeign } from './near-address.ts';
import type { JobCounts, Printer, PrinterWish, PrintStore } from './ports.ts';
import type { Press } from './press.ts';
import { testSlip } from './sample-order.ts';

export type ListedPrinter = Printer & JobCounts;

/** Where a manager says what is printed where ([PRT1]). Throws `printer_not_found` and `invalid`. */
export interface Printers {
  list(caller: Caller): readonly ListedPrinter[];
  make(caller: Caller, wish: PrinterWish): ListedPrinter;
  change(caller: Caller, id: string, change: Partial<PrinterWish>): ListedPrinter;
  remove(caller: Caller, id: string): void;
  /** Prints a line that says so; null when it came out. */
  test(caller: Caller, id: string): Promise<PrinterTrouble | null>;
  /** For whoever works here. */
  summary(caller: Caller): PrintersSummary;
}

export type PrintersDeps = {
  readonly prints: PrintStore;
  readonly store: Pick<OrderStore, 'restaurant' | 'stations'>;
  readonly press: Press;
  readonly clock: Clock;
  readonly ids: Pick<IdSource, 'random'>;
};

/** More printers no restaurant has. */
const mostPrinters = 20;
const dayMs = 24 * 3600_000;

export function createPrinters({ prints, store, press, clock, ids }: PrintersDeps): Printers {
  const listed = (printer: Printer): ListedPrinter => ({
    ...printer,
    ...prints.counts(printer.id, clock.nowMs() - dayMs),
  });

  function own({ restaurantId }: Caller, id: string): Printer {
    const found = prints.of(restaurantId).find((printer) => printer.id === id);
    if (!found) throw new AppError('printer_not_found');
    return found;
  }

  /** What `wish` says that cannot be, told by its field. */
  function check({ restaurantId }: Caller, { host, stations }: Partial<PrinterWish>): void {
    if (host !== undefined && isForeign(host)) throw refusedField('host', 'is no address of this network');
    const known = store.stations(restaurantId).list.map(({ id }) => id);
    const stray = stations?.find((id) => !known.includes(id));
    if (stray) throw refusedField('stations', `there is no station ${stray}`);
  }

  return {
    list: ({ restaurantId }) => prints.of(restaurantId).map(listed),
    make: (caller, wish) => {
      const { restaurantId } = caller;
      check(caller, wish);
      if (prints.of(restaurantId).length >= mostPrinters)
        throw new AppError('invalid', `There are ${mostPrinters} printers already; remove one first.`);
      const printer: Printer = {
        ...wish,
        stations: unique(wish.stations),
        id: ids.random(),
        restaurantId,
        madeAtMs: clock.nowMs(),
        reachedAtMs: null,
        trouble: null,
        troubleAtMs: null,
      };
      prints.save(printer);
      return listed(printer);
    },
    change: (caller, id, change) => {
      check(caller, change);
      const before = own(caller, id);
      const next = { ...before, ...change, stations: unique(change.stations ?? before.stations) };
      prints.save(next);
      press.forgive(id);
      return listed(next);
    },
    remove: (caller, id) => prints.remove(own(caller, id).id),
    test: async (caller, id) => {
      const printer = own(caller, id);
      const timeZone = store.restaurant(caller.restaurantId)?.timeZone ?? 'UTC';
      const sent = await press.test(printer, testSlip(printer, timeZone, clock.nowMs()));
      return sent.isPrinted ? null : sent.trouble;
    },
    summary: ({ restaurantId }) => {
      const all = prints.of(restaurantId).map(listed);
      const waiting = all.reduce((sum, printer) => sum + printer.waiting, 0);
      return {
        kitchen: all.some(({ stations }) => stations.length > 0),
        guest: all.some(({ isForGuests }) => isForGuests),
        waiting,
        troubled: all.filter((printer) => printer.waiting > 0 && printer.trouble !== null).map(({ name }) => name),
      };
    },
  };
}

const unique = (stations: readonly StationId[]) => [...new Set(stations)];

const refusedField = (path: string, reason: string) =>
  new AppError('invalid', `${path}: ${reason}`, [{ path, reason }]);
