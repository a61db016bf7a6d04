import type { Browser, Page } from '@playwright/test';

/** One task of the page's main thread. In ms. */
export type OwnTask = {
  readonly took: number;
  /** Of it, what the processor worked for it; the rest it waited for one. */
  readonly own: number;
  /** What the browser did in it, the longest first: `Layout 12`, in ms of the processor's. */
  readonly parts: readonly string[];
};

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** In µs; `tdur` is the thread's own time. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
};

const task = 'ThreadControllerImpl::RunTask';

/** The longest tasks while `work` goes on, by their own time, longest first: what a machine to itself would need. */
export async function longestTasks(browser: Browser, page: Page, work: () => Promise<void>): Promise<OwnTask[]> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'v8'] });
  await work();
  const trace = await browser.stopTracing();
  const events: readonly TraceEvent[] = JSON.parse(trace.toString('utf8')).traceEvents;
  const isMain = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread),
  );
  const whole = events
    .filter(({ ph, dur }) => ph === 'X' && dur !== undefined)
    .filter((event) => isMain.has(thread(event)));
  return whole
    .filter(({ name }) => name === task)
    .toSorted((one, other) => (other.tdur ?? 0) - (one.tdur ?? 0))
    .slice(0, mostTold)
    .map((event) => ({ took: msOf(event.dur), own: msOf(event.tdur), parts: partsOf(event, whole) }));
}

const mostTold = 5;
const msOf = (us = 0): number => us / 1000;

/** By name, each without what it holds of others. */
function partsOf(one: TraceEvent, all: readonly TraceEvent[]): readonly string[] {
  const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;
  const inside = all
    .filter(
      (event) => event !== one && thread(event) === thread(one) && event.ts >= one.ts && endOf(event) <= endOf(one),
    )
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const sums = new Map<string, number>();
  const add = (name: string, ms: number) => sums.set(name, (sums.get(name) ?? 0) + ms);
  const open: TraceEvent[] = [];
  for (const event of inside) {
    while (open.length > 0 && endOf(open.at(-1) as TraceEvent) <= event.ts) open.pop();
    const holder = open.at(-1);
    if (holder) add(holder.name, -msOf(event.tdur));
    add(event.name, msOf(event.tdur));
    open.push(event);
  }
  return [...sums]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 6)
    .map(([name, ms]) => `${name} ${ms.toFixed(0)}`);
}

const thread = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;
