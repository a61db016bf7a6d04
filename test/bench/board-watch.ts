import type { Page } from '@playwright/test';

declare global {
  /** Start and length in ms, by the page's clock. */
  var longTasks: { readonly at: number; readonly ms: number }[];
  /** Pictures that were late, each in words. */
  var lateFrames: { readonly at: number; readonly told: string }[];
  /** What was taken out of them: from and to. */
  var notOfThePage: (readonly [number, number])[];
  /** Pictures from the last tap on *Bump* to the first without the ticket; undefined while it is still there. */
  var picturesToGone: number | undefined;
  /** Chromium's own measure of the last click: from the input to the picture after its handlers, in ms, by eights. */
  var clickMs: number | undefined;
}

/** Before the page's own code: counts tasks of more than 50 ms, and looks at every picture after a tap on *Bump*. */
export async function watchBoard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    globalThis.notOfThePage = [];
    new PerformanceObserver((list) =>
      longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ at: startTime, ms: duration }))),
    ).observe({ type: 'longtask' });
    globalThis.lateFrames = [];
    const round = Math.round;
    new PerformanceObserver((list) => {
      for (const frame of list.getEntries() as LateFrame[]) {
        const scripts = frame.scripts
          .filter(({ duration }) => duration >= 5)
          .map((one) => `${one.invoker} ${round(one.duration)} (layout ${round(one.forcedStyleAndLayoutDuration)})`);
        const layoutMs = frame.startTime + frame.duration - frame.styleAndLayoutStart;
        lateFrames.push({
          at: frame.startTime,
          told: `${round(frame.duration)} ms at ${round(frame.startTime / 1000)} s: ${scripts.join(', ')}, style and layout ${frame.styleAndLayoutStart ? round(layoutMs) : 0}`,
        });
      }
    }).observe({ type: 'long-animation-frame' });
    new PerformanceObserver((list) => {
      const click = list.getEntries().findLast(({ name }) => name === 'click');
      if (click) globalThis.clickMs = click.duration;
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    const look = (id: string, pictures: number) =>
      requestAnimationFrame(() => {
        const isGone = !document.querySelector(`[data-ticket="${id}"]`);
        if (isGone) globalThis.picturesToGone = pictures;
        else if (pictures < 30) look(id, pictures + 1);
      });
    addEventListener(
      'click',
      ({ target }) => {
        const card = target instanceof Element && target.closest('[data-bump]')?.closest<HTMLElement>('[data-ticket]');
        if (card) look(card.dataset.ticket ?? '', 1);
      },
      true,
    );
  });
}

/** What Chromium says of a picture that took more than 50 ms to come. In ms. */
type LateFrame = PerformanceEntry & {
  readonly styleAndLayoutStart: number;
  readonly scripts: readonly {
    readonly invoker: string;
    readonly duration: number;
    readonly forcedStyleAndLayoutDuration: number;
  }[];
};

/** All until now, in ms, without those that `withoutLongTasks` made. */
export const takeLongTasks = async (page: Page): Promise<number[]> => {
  await page.waitForTimeout(1000);
  return page.evaluate(() =>
    longTasks
      .splice(0)
      .filter(({ at, ms }) => !notOfThePage.some(([from, to]) => at < to && at + ms > from))
      .map(({ ms }) => Math.round(ms)),
  );
};

/** What the pictures were late for, until now. */
export const takeLateFrames = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    lateFrames
      .splice(0)
      .filter(({ at }) => !notOfThePage.some(([from, to]) => at < to && at > from - 1000))
      .map(({ told }) => told),
  );

/** What `look` has the page do is none of the board's work. */
export async function withoutLongTasks<Found>(page: Page, look: () => Promise<Found>): Promise<Found> {
  const from = await page.evaluate(() => performance.now());
  const found = await look();
  await page.evaluate((began) => notOfThePage.push([began, performance.now()]), from);
  return found;
}

/** The tickets that somebody in front of the screen sees. */
export const ticketsInSight = (page: Page): Promise<string[]> =>
  page
    .locator('[data-ticket]:not([aria-hidden="true"])')
    .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.ticket ?? ''));
