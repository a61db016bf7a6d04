import type { Logger } from 'pino';
import type { RestaurantId, StationId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { stationOf } from '#shared/domain/station.ts';
import { ticketAt, viewpointOf } from '#shared/domain/station-ticket.ts';
import type { Clock, OrderStore, Restaurant } from '../ports.ts';
import { backupSlip } from './kitchen-slip.ts';
import { newsOf } from './news.ts';
import type { Job, JobWish, Printer, PrintStore } from './ports.ts';
import type { StationSights } from './station-sights.ts';
import type { ToldNews } from './told-news.ts';

export type BackupDeps = {
  readonly prints: PrintStore;
  readonly store: Pick<OrderStore, 'restaurant' | 'settings' | 'stations' | 'openOrders' | 'order'>;
  readonly toldNews: ToldNews;
  readonly sights: StationSights;
  readonly clock: Clock;
  readonly log: Logger;
};

/** Printers in place of screens that are gone ([PRT6]). */
export interface Backup {
  /** One turn: hands in what no screen has shown for too long; whether there was any. Call it every few seconds. */
  look(): boolean;
  /** Whether a slip that has waited for its printer still tells its station anything. */
  isNeeded(job: Job): boolean;
}

export function createBackup({ prints, store, toldNews, sights, clock, log }: BackupDeps): Backup {
  /** Nobody has shown the work of that station for so long. */
  function isGone(restaurantId: RestaurantId, station: StationId, seconds: number): boolean {
    return clock.nowMs() - sights.of(restaurantId, station).heardAtMs >= seconds * 1000;
  }

  function lookAt(restaurant: Restaurant, printers: readonly Printer[]): readonly JobWish[] {
    const { backupPrintSeconds: seconds } = store.settings(restaurant.id);
    if (seconds === null) return [];
    sights.keep(restaurant.id);
    const stations = store.stations(restaurant.id);
    const wanted = new Set(printers.flatMap((printer) => printer.stations));
    const gone = [...wanted].filter((id) => stationOf(stations, id) && isGone(restaurant.id, id, seconds));
    if (gone.length === 0) return [];
    const orders = store.openOrders(restaurant.id);
    return gone.flatMap((station) => orders.flatMap((order) => slipsFor(order, station, restaurant, printers)));
  }

  function slipsFor(
    order: Order,
    station: StationId,
    restaurant: Restaurant,
    printers: readonly Printer[],
  ): readonly JobWish[] {
    const nowMs = clock.nowMs();
    const stations = store.stations(restaurant.id);
    const { seenAtMs } = sights.of(restaurant.id, station);
    const known = { seenAtMs, told: toldNews.of(order, station) };
    const news = newsOf(order, viewpointOf(stations, station), known, nowMs);
    if (news.length === 0) return [];
    const head = { station: stationOf(stations, station)?.name ?? station, isBackup: true };
    return printers
      .filter((printer) => printer.stations.includes(station))
      .map(({ id, language }) => ({
        printerId: id,
        restaurantId: restaurant.id,
        kind: 'backup',
        orderId: order.id,
        station,
        slip: backupSlip(order, news, head, { language, timeZone: restaurant.timeZone }, nowMs),
        news: news.flatMap(({ keys }) => keys),
        askKey: null,
        madeAtMs: nowMs,
      }));
  }

  return {
    look: () => {
      const all = prints.all();
      const jobs = [...new Set(all.map(({ restaurantId }) => restaurantId))].flatMap((id) => {
        const restaurant = store.restaurant(id);
        return restaurant
          ? lookAt(
              restaurant,
              all.filter((printer) => printer.restaurantId === id),
            )
          : [];
      });
      if (jobs.length === 0) return false;
      // What is handed in is known as told from here on, in the same transaction: no start tells it a second time.
      prints.add(jobs);
      log.info({ slips: jobs.length }, 'no screen shows these; they are printed');
      return true;
    },
    isNeeded: ({ restaurantId, orderId, station, madeAtMs }) => {
      if (station === null) return true;
      if (sights.of(restaurantId, station).seenAtMs > madeAtMs) return false;
      const order = store.order(restaurantId, orderId);
      return (
        order !== undefined &&
        ticketAt(order, viewpointOf(store.stations(restaurantId), station), clock.nowMs()) !== undefined
      );
    },
  };
}
