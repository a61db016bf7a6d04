import type { OrderId, RestaurantId, StationId } from '#shared/domain/id.ts';
import type { PrinterLanguage, PrinterLetters, PrinterPaper, PrinterTrouble } from '#shared/protocol/printer-words.ts';
import type { Slip } from './slip.ts';

/** What a manager says of a printer ([PRT1]). */
export type PrinterWish = {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly paper: PrinterPaper;
  readonly letters: PrinterLetters;
  readonly language: PrinterLanguage;
  /** Whose kitchen slips come out here. */
  readonly stations: readonly StationId[];
  readonly isForGuests: boolean;
};

export type Printer = PrinterWish & {
  readonly id: string;
  readonly restaurantId: RestaurantId;
  readonly madeAtMs: number;
  /** When it took something last; null for never. */
  readonly reachedAtMs: number | null;
  /** Why it does not print now; null while nothing is wrong. */
  readonly trouble: PrinterTrouble | null;
  readonly troubleAtMs: number | null;
};

export type JobKind = 'backup' | 'kitchen' | 'guest';

/** Something to be printed, as it is handed in. */
export type JobWish = {
  readonly printerId: string;
  readonly restaurantId: RestaurantId;
  readonly kind: JobKind;
  readonly orderId: OrderId;
  readonly station: StationId | null;
  readonly slip: Slip;
  /** What a backup slip tells the station, so that it is told once ([PRT7]). */
  readonly news: readonly string[];
  /** The same wish a second time is the same slip; null where nobody can repeat it. */
  readonly askKey: string | null;
  readonly madeAtMs: number;
};

export type Job = Omit<JobWish, 'news' | 'askKey'> & {
  /** Also the order in which they are printed. */
  readonly n: number;
  /** Some of it has gone out on an earlier try: it may lie in the kitchen already ([PRT4]). */
  readonly isBegun: boolean;
};

/**
 * How a slip ended: `printed`; `dropped` as too old or too many, so that somebody has to look; `unneeded` where the
 * screen was back before the printer was.
 */
export type JobEnd = 'printed' | 'dropped' | 'unneeded';

export type JobCounts = { readonly waiting: number; readonly dropped: number };

/** A backup slip that came out, and whose order has not been told so yet ([PRT8]). */
export type Unnoted = {
  readonly n: number;
  readonly restaurantId: RestaurantId;
  readonly orderId: OrderId;
  readonly station: StationId;
  readonly atMs: number;
};

export interface PrintStore {
  all(): Printer[];
  of(restaurantId: RestaurantId): Printer[];
  save(printer: Printer): void;
  /** With all that waits for it. */
  remove(id: string): void;
  reached(id: string, atMs: number): void;
  troubled(id: string, trouble: PrinterTrouble, atMs: number): void;

  /** In one transaction, and only what was not asked for before; gives how many are new. */
  add(jobs: readonly JobWish[]): number;
  /** The next for this printer. */
  next(printerId: string): Job | undefined;
  /** From here on it may lie in the kitchen. */
  begin(n: number): void;
  /** Its text is forgotten: names and notes are no business of a slip that is done. */
  end(n: number, end: JobEnd, atMs: number): void;
  /** All but the newest `most` that wait are dropped; gives how many. */
  dropBeyond(printerId: string, most: number, atMs: number): number;
  counts(printerId: string, sinceMs: number): JobCounts;
  /** What backup slips have told that station of the order. */
  told(orderId: OrderId, station: StationId): ReadonlySet<string>;
  unnoted(limit: number): Unnoted[];
  noted(n: number): void;
  /** What ended before then. */
  forget(beforeMs: number): void;

  /** Up to when the screens of a station had shown everything; `''` for those of the whole kitchen. */
  sights(restaurantId: RestaurantId): ReadonlyMap<string, number>;
  /** All in one transaction. */
  keepSights(restaurantId: RestaurantId, sights: readonly (readonly [station: string, seenAtMs: number])[]): void;
}
