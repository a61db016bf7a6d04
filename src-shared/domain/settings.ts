import type { RestaurantId } from './id.ts';
import type { Table } from './table.ts';

/** Whether all of a course begins at once, or each dish so that all end together ([FIR3]). */
export const firings = ['at-once', 'by-prep-time'] as const;
export type Firing = (typeof firings)[number];

/** What holds for all screens of a restaurant, so that reports and colours agree. Layout and sound are each screen's own. */
export type Settings = {
  readonly restaurantId: RestaurantId;
  readonly version: number;
  /** The restaurant's, by which all its screens tell the time (IANA name); set with the program, not here. Null: unknown yet. */
  readonly timeZone: string | null;
  /** From when a ticket is slow, and late, in minutes, for a dish without a target of its own ([AGE1]). */
  readonly warnMinutes: number;
  readonly lateMinutes: number;
  /** So long after its target a ticket is late. */
  readonly lateAfterTargetMinutes: number;
  /** Later courses wait until somebody fires them ([FIR1]). */
  readonly holdCourses: boolean;
  readonly firing: Firing;
  /** A scheduled order appears so long before it is promised for a dish without a target of its own, … */
  readonly leadMinutes: number;
  /** … and so much earlier for each further item ([SCH1]). */
  readonly leadSecondsPerItem: number;
  /** A ticket with allergens cannot be begun before they are acknowledged ([ALG2]). */
  readonly acknowledgeAllergens: boolean;
  /** Tickets leave a station by themselves at this age; null for never ([AUB1]). */
  readonly autoBumpMinutes: number | null;
  /** What is left over from the day before goes when the new day begins ([CLR1]). */
  readonly nightlyClear: boolean;
  /** Guests may make accounts for themselves ([GST8]). */
  readonly customerAccounts: boolean;
  /** Guests may order from their table's code, and a waiter confirms it ([SLF1]). */
  readonly selfOrdering: boolean;
  /** A new ticket that nobody has touched sounds again after so long, … */
  readonly alarmRepeatSeconds: number;
  /** … and louder after so long ([CHM1]). */
  readonly alarmLouderSeconds: number;
  /** What no screen of its station has shown for so long is printed there; null for never ([PRT6]). */
  readonly backupPrintSeconds: number | null;
  /** Where guests sit, in the order in which the floor shows it; none where waiters type ([FLR3]). */
  readonly tables: readonly Table[];
  readonly updatedAtMs: number;
};

export type SettingsChange = Partial<Omit<Settings, 'restaurantId' | 'version' | 'timeZone' | 'updatedAtMs'>>;

/** Quick service; before anybody has changed anything. */
export const firstSettings = (restaurantId: RestaurantId): Settings => ({
  restaurantId,
  version: 0,
  timeZone: null,
  warnMinutes: 5,
  lateMinutes: 8,
  lateAfterTargetMinutes: 5,
  holdCourses: false,
  firing: 'at-once',
  leadMinutes: 15,
  leadSecondsPerItem: 30,
  acknowledgeAllergens: false,
  autoBumpMinutes: null,
  nightlyClear: true,
  customerAccounts: false,
  selfOrdering: false,
  alarmRepeatSeconds: 30,
  alarmLouderSeconds: 90,
  backupPrintSeconds: null,
  tables: [],
  updatedAtMs: 0,
});
