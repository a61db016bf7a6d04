/** What `GET /reports/…` tells ([RPT1]). Times in whole seconds, null where there are none. */

/** The mean stands beside the median, which no forgotten bump moves. */
export type TimeFigures = {
  readonly count: number;
  readonly mean_s: number | null;
  readonly median_s: number | null;
  readonly p90_s: number | null;
};

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
  /** Of their dishes, by portions: until ready, … */
  readonly prep: TimeFigures;
  /** … and under the heat lamp, until they were handed over. */
  readonly wait: TimeFigures;
};

/** Portions of a dish, or of a station, and how soon they were ready. */
export type ShareFigures = {
  readonly portions: number;
  readonly prep: TimeFigures;
  readonly wait: TimeFigures;
  readonly late: number;
};

export type TicketReport = {
  readonly total: TicketFigures;
  readonly by_day: readonly ({ readonly day: string } & TicketFigures)[];
  readonly by_month: readonly ({ readonly month: string } & TicketFigures)[];
  readonly by_hour: readonly ({ readonly hour: number } & TicketFigures)[];
  readonly by_day_part: readonly ({ readonly day_part: string } & TicketFigures)[];
  readonly by_type: readonly ({ readonly type: string } & TicketFigures)[];
};

export type ItemFigures = { readonly item: string } & ShareFigures;

export type StationFigures = {
  readonly station: string;
  /** In which it was ready. */
  readonly by_hour: readonly ({ readonly hour: number } & ShareFigures)[];
  readonly by_day_part: readonly ({ readonly day_part: string } & ShareFigures)[];
} & ShareFigures;
