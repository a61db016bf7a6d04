import type { Logger } from 'pino';
import type { CommitQueue } from '../core/commit-queue.ts';
import type { Clock, IdSource, OrderStore } from '../ports.ts';
import { createBackup } from './backup.ts';
import type { PrintStore } from './ports.ts';
import { createPress } from './press.ts';
import { createPrintDesk, type PrintDesk } from './print-desk.ts';
import { notePrinted } from './printed-notes.ts';
import { createPrinterLine } from './printer-line.ts';
import { createPrinters, type Printers } from './printers.ts';
import { createStationSights, type StationSights } from './station-sights.ts';
import { createToldNews } from './told-news.ts';

export type PrintingDeps = {
  readonly prints: PrintStore;
  readonly store: OrderStore;
  readonly queue: CommitQueue;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Logger;
};

/** All that has to do with paper. */
export interface Printing {
  readonly printers: Printers;
  readonly printDesk: PrintDesk;
  /** A board has confirmed what it shows. */
  readonly saw: StationSights['saw'];
  /** Call it every few seconds: looks for screens that are gone, and prints what waits. */
  turn(): void;
  stop(): Promise<void>;
}

export function createPrinting({ prints, store, queue, clock, ids, log }: PrintingDeps): Printing {
  const sights = createStationSights({ prints, clock });
  const toldNews = createToldNews({ prints, store, ids });
  const backup = createBackup({ prints, store, toldNews, sights, clock, log });
  let noting: Promise<void> | undefined;

  function note(): void {
    noting ??= notePrinted(prints, queue, log)
      .catch((error) => log.error({ err: error }, 'what was printed could not be noted'))
      .finally(() => {
        noting = undefined;
      });
  }

  const press = createPress({
    prints,
    send: createPrinterLine(),
    clock,
    log,
    isNeeded: backup.isNeeded,
    onPrinted: note,
  });

  return {
    printers: createPrinters({ prints, store, press, clock, ids }),
    printDesk: createPrintDesk({ prints, store, clock, wake: press.wake }),
    saw: sights.saw,
    turn: () => {
      backup.look();
      note();
      press.wake();
    },
    stop: async () => {
      for (const { restaurantId } of prints.all()) sights.keep(restaurantId, true);
      await press.stop();
      await noting;
    },
  };
}
