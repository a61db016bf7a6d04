import type { Browser, Page } from '@playwright/test';

/** One task of the page's main thread. In ms. */
export type OwnTask = {
  readonly took: number;
  /** Of it, what the processor worked for it; the rest it waited for one. */
  readonly own: number;
};

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** In µs; `tdur` is the thread's own time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
};

const task = 'ThreadControllerImpl::RunTask';

/** The longest tasks while `work` goes on, by their own time, longest first: what a machine to itself would need. */
export async function longestTasks(browser: Browser, page: Page, work: () => Promise<void>): Promise<OwnTask[]> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await work();
  const trace = await browser.stopTracing();
  const events: readonly TraceEvent[] = JSON.parse(trace.toString('utf8')).traceEvents;
  const isMain = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread),
  );
  return events
    .filter((event) => event.ph === 'X' && event.name === task && isMain.has(thread(event)))
    .map(({ dur = 0, tdur = 0 }) => ({ took: dur / 1000, own: tdur / 1000 }))
    .toSorted((one, other) => other.own - one.own);
}

const thread = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;
