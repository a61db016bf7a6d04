import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { type ScreenCounts, type ScreenReport, transports } from '#shared/protocol/screen-report.ts';
import { createReportedTabs, type ReportedTabsDeps, type Reporter } from './reported-tabs.ts';

/** What the screens say of themselves: only they know what was shown ([MET3]). */
export interface ScreenFigures {
  /** Adds a report's counts, once. */
  take(caller: Reporter, report: ScreenReport): void;
}

type Sum = Exclude<keyof ScreenCounts, 'reconnects_ms'>;

const sums: Readonly<Record<Sum, string>> = {
  events_due: 'Events that the log grew by while screens were meant to follow.',
  events_shown: 'Due events that screens showed, by event or by snapshot.',
  events_lost: 'Events proven to be missing on a live connection; fetched again, but late.',
  duplicates_dropped: 'Events that came twice and were dropped.',
  stalls: 'Connections that screens gave up because nothing came.',
  resets: 'Connections that screens gave up because the frames did not fit together.',
  errors_shown: 'Failures that a person was shown: red boards, refusals, pages that say stop.',
  commands_made: 'Commands made on screens.',
  commands_refused: 'Commands of screens that were refused.',
};

export function createScreenFigures(register: Registry, deps: ReportedTabsDeps): ScreenFigures {
  const registers = [register];
  const tabs = createReportedTabs(deps);
  const totals = Object.entries(sums).map(([name, help]) => ({
    sum: name as Sum,
    counter: new Counter({ name: `kitchen_pass_screen_${name}_total`, help, registers }),
  }));
  const reconnect = new Histogram({
    name: 'kitchen_pass_screen_reconnect_seconds',
    help: 'Times of screens without a live link, from losing it to being live again.',
    buckets: [0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 60, 300, 1800],
    registers,
  });
  const reports = countReports(registers);
  countTabs(registers, tabs.byTransport);
  countCutOff(registers, tabs.cutOff);

  return {
    take: (caller, report) => {
      const { counts } = report;
      const isNew = tabs.take(caller, report);
      reports.inc({ result: isNew ? 'counted' : 'repeated' });
      if (!isNew) return;
      for (const { sum, counter } of totals) counter.inc(counts[sum]);
      for (const ms of counts.reconnects_ms) reconnect.observe(ms / 1000);
    },
  };
}

function countReports(registers: Registry[]): Counter<'result'> {
  const reports = new Counter({
    name: 'kitchen_pass_screen_reports_total',
    help: 'Reports of screens: counted, or repeated and not counted again.',
    labelNames: ['result'],
    registers,
  });
  for (const result of ['counted', 'repeated']) reports.inc({ result }, 0);
  return reports;
}

type ByTransport = ReturnType<typeof createReportedTabs>['byTransport'];

function countTabs(registers: Registry[], byTransport: ByTransport): void {
  new Gauge({
    name: 'kitchen_pass_screens',
    help: 'Screens that reported in the last three minutes, by the transport they named; none is without a link.',
    labelNames: ['transport'],
    registers,
    collect() {
      const counts = byTransport();
      for (const transport of [...transports, 'none'] as const) this.set({ transport }, counts[transport]);
    },
  });
}

type CutOff = ReturnType<typeof createReportedTabs>['cutOff'];

/** Gauges, because a screen that is back counts by itself what it missed. */
function countCutOff(registers: Registry[], cutOff: CutOff): void {
  new Gauge({
    name: 'kitchen_pass_screens_cut_off',
    help: 'Screens without a link, or not heard of for three minutes, that did not say that they leave; for 15 min.',
    registers,
    collect() {
      this.set(cutOff().screens);
    },
  });
  new Gauge({
    name: 'kitchen_pass_screen_events_owed',
    help: 'Events stored since screens that are cut off last followed, summed over these screens.',
    registers,
    collect() {
      this.set(cutOff().events);
    },
  });
}
