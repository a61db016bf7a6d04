import { orderId, type RestaurantId, type StationId, stationId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import { liveLines, type Order, orderStatus } from '#shared/domain/order.ts';
import { mergedAway } from '#shared/domain/regroup.ts';
import { type Stations, stationOf } from '#shared/domain/station.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { PrintIn } from '#shared/protocol/printer-requests.ts';
import type { RequestMark } from '../core/submission.ts';
import type { Caller, Clock, OrderStore, Restaurant } from '../ports.ts';
import { guestSlip } from './guest-slip.ts';
import { kitchenSlip } from './kitchen-slip.ts';
import type { JobWish, Printer, PrintStore } from './ports.ts';

export type PrintDeskDeps = {
  readonly prints: PrintStore;
  readonly store: Pick<OrderStore, 'order' | 'restaurant' | 'stations'>;
  readonly clock: Clock;
  /** Something is to be printed at once. */
  readonly wake: () => void;
};

/** Slips that somebody asks for by hand ([PRT5]). */
export interface PrintDesk {
  /**
   * On which printers it comes out; they are handed the slip when there is one, and nobody waits for that. With a key the
   * same wish again is the same slip. Throws `order_not_found`, `order_merged`,
   * `order_closed`, `station_not_found` and `no_printer`.
   */
  print(caller: Caller, id: string, wish: PrintIn, mark: Pick<RequestMark, 'idempotency'>): readonly string[];
}

export function createPrintDesk({ prints, store, clock, wake }: PrintDeskDeps): PrintDesk {
  type Asked = { readonly order: Order; readonly restaurant: Restaurant; readonly askKey: string | null };

  function jobFor(
    { order, restaurant, askKey }: Asked,
    printer: Printer,
    what: Pick<JobWish, 'kind' | 'station' | 'slip'>,
  ): JobWish {
    const restaurantId = restaurant.id;
    return {
      printerId: printer.id,
      restaurantId,
      orderId: order.id,
      news: [],
      askKey,
      madeAtMs: clock.nowMs(),
      ...what,
    };
  }

  /** At the first that is meant for it: a bill that comes out twice is a bill too many. */
  function forGuests(asked: Asked, printers: readonly Printer[]): readonly JobWish[] {
    const { order, restaurant } = asked;
    if (orderStatus(order) === 'cancelled') throw new AppError('order_closed', 'It was cancelled; there is no bill.');
    return printers
      .filter(({ isForGuests }) => isForGuests)
      .slice(0, 1)
      .map((printer) => {
        const place = { language: printer.language, timeZone: restaurant.timeZone };
        const slip = guestSlip(order, restaurant.name, place, clock.nowMs());
        return jobFor(asked, printer, { kind: 'guest', station: null, slip });
      });
  }

  /** At every printer of the stations that it is for, with what those cook of it. */
  function forKitchen(asked: Asked, printers: readonly Printer[], wanted: StationId | null): readonly JobWish[] {
    const { order, restaurant } = asked;
    const stations = store.stations(restaurant.id);
    return printers.flatMap((printer) => {
      const own = printer.stations.filter((id) => wanted === null || id === wanted);
      const lines = liveLines(order).filter((line) => own.some((id) => isOf(line, id, stations)));
      if (lines.length === 0) return [];
      const named = wanted ?? (own.length === 1 ? (own[0] ?? null) : null);
      const head = { station: named && (stationOf(stations, named)?.name ?? named), isBackup: false };
      const place = { language: printer.language, timeZone: restaurant.timeZone };
      const slip = kitchenSlip(order, lines, head, place, clock.nowMs());
      return [jobFor(asked, printer, { kind: 'kitchen', station: named, slip })];
    });
  }

  /** An expo without a printer of its own has the stations print their parts. */
  function printsAt(restaurantId: RestaurantId, wanted: StationId | null): StationId | null {
    if (wanted === null || stationOf(store.stations(restaurantId), wanted)?.kind !== 'expo') return wanted;
    return prints.of(restaurantId).some(({ stations }) => stations.includes(wanted)) ? wanted : null;
  }

  /** An empty order is nobody's bill, and the answer says where its dishes are ([GRO2]). */
  function refuseMerged(order: Order): void {
    if (order.mergedInto === null) return;
    const said = mergedAway({ order: (id) => store.order(order.restaurantId, id) }, order);
    if (!said.ok) throw new AppError(said.refusal.code, said.refusal.detail);
  }

  return {
    print: (caller, id, { slip, station }, { idempotency }) => {
      const { restaurantId, subject } = caller;
      const order = store.order(restaurantId, orderId(id));
      const restaurant = store.restaurant(restaurantId);
      if (!order || !restaurant) throw new AppError('order_not_found');
      refuseMerged(order);
      const wanted = station ? stationId(station) : null;
      if (wanted && !stationOf(store.stations(restaurantId), wanted)) throw new AppError('station_not_found');
      const printers = prints.of(restaurantId);
      const askKey = idempotency ? JSON.stringify([subject, idempotency.key, idempotency.fingerprint]) : null;
      const asked = { order, restaurant, askKey };
      const jobs =
        slip === 'guest' ? forGuests(asked, printers) : forKitchen(asked, printers, printsAt(restaurantId, wanted));
      if (jobs.length === 0) throw new AppError('no_printer');
      prints.add(jobs);
      wake();
      return printers.filter((printer) => jobs.some((job) => job.printerId === printer.id)).map(({ name }) => name);
    },
  };
}

/** The expo has a part in everything. */
const isOf = (line: Line, id: StationId, stations: Stations): boolean =>
  stationOf(stations, id)?.kind === 'expo' || line.progress.some(({ station }) => station === id);
