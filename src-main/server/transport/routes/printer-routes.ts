import { z } from 'zod';
import { type StationId, stationId } from '#shared/domain/id.ts';
import { AppError } from '#shared/errors/app-error.ts';
import {
  type PrinterChangeIn,
  type PrinterOut,
  type PrinterTested,
  printerChangeIn,
  printerIn,
  printerPreviewQuery,
  printIn,
} from '#shared/protocol/printer-requests.ts';
import { uuid } from '#shared/protocol/text.ts';
import { toIso } from '#shared/protocol/wire-time.ts';
import type { Clock, OrderStore } from '../../ports.ts';
import { lazyRender } from '../../printing/lazy-render.ts';
import type { PrinterWish } from '../../printing/ports.ts';
import type { PrintDesk } from '../../printing/print-desk.ts';
import type { ListedPrinter, Printers } from '../../printing/printers.ts';
import { sampleSlip } from '../../printing/sample-order.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import { markOf } from '../request-mark.ts';
import type { Door } from './door.ts';

export type PrinterRoutesDeps = {
  readonly printers: Printers;
  readonly printDesk: PrintDesk;
  readonly restaurantOf: OrderStore['restaurant'];
  readonly clock: Clock;
};

/** Printers, for managers ([PRT1]); slips by hand, for all who work with orders ([PRT5]). */
export function printerRoutes(app: Door, printing: PrinterRoutesDeps): void {
  const root = `${apiRoot}/printers`;
  const config = { access: 'printers.manage' } as const;
  const params = z.strictObject({ id: uuid });

  app.get(root, { config }, async (request) => ({ items: printing.printers.list(callerIn(request)).map(printerOut) }));

  app.post(root, { config, schema: { body: printerIn } }, async (request, reply) =>
    reply.code(201).send(printerOut(printing.printers.make(callerIn(request), wishOf(request.body)))),
  );

  app.patch(`${root}/:id`, { config, schema: { params, body: printerChangeIn } }, async (request) =>
    printerOut(printing.printers.change(callerIn(request), request.params.id, wishOf(request.body))),
  );

  app.delete(`${root}/:id`, { config, schema: { params } }, async (request, reply) => {
    printing.printers.remove(callerIn(request), request.params.id);
    return reply.code(204).send();
  });

  app.post(`${root}/:id/test`, { config, schema: { params } }, async (request): Promise<PrinterTested> => {
    const trouble = await printing.printers.test(callerIn(request), request.params.id);
    return { printed: trouble === null, trouble };
  });

  app.get(`${root}/preview`, { config, schema: { querystring: printerPreviewQuery } }, async (request, reply) => {
    const { slip, ...setting } = request.query;
    const restaurant = printing.restaurantOf(callerIn(request).restaurantId);
    if (!restaurant) throw new AppError('not_allowed');
    const { toPicture } = await lazyRender();
    return reply
      .type('image/svg+xml')
      .send(toPicture(sampleSlip(slip, setting, restaurant, printing.clock.nowMs()), setting));
  });

  app.get(`${root}/waiting`, { config: { access: 'orders.print' } }, async (request) =>
    printing.printers.summary(callerIn(request)),
  );

  app.post(
    `${apiRoot}/orders/:id/print`,
    { config: { access: 'orders.print' }, schema: { params, body: printIn } },
    async (request, reply) => {
      const names = printing.printDesk.print(callerIn(request), request.params.id, request.body, markOf(request));
      return reply.code(202).send({ printers: names });
    },
  );
}

/** What is not named stays out, so that it stays as it is. */
function wishOf<Body extends PrinterChangeIn>({ guest, stations, ...body }: Body) {
  const named = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  return {
    ...named,
    ...(stations === undefined ? {} : { stations: stations.map(stationId) as readonly StationId[] }),
    ...(guest === undefined ? {} : { isForGuests: guest }),
  } as Body extends { guest: boolean } ? PrinterWish : Partial<PrinterWish>;
}

const printerOut = (printer: ListedPrinter): PrinterOut => ({
  id: printer.id,
  name: printer.name,
  host: printer.host,
  port: printer.port,
  paper: printer.paper,
  letters: printer.letters,
  language: printer.language,
  stations: printer.stations,
  guest: printer.isForGuests,
  reached_at: toIso(printer.reachedAtMs),
  trouble: printer.trouble,
  trouble_at: toIso(printer.troubleAtMs),
  waiting: printer.waiting,
  dropped: printer.dropped,
});
