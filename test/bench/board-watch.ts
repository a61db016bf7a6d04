import type { Page } from '@playwright/test';

/** From a finger on *Bump* to the picture without the ticket. */
export type Tap = { readonly ms: number; readonly pictures: number };

declare global {
  var longTasks: number[];
  var lastTap: Tap | undefined;
}

/** Before the page's own code: counts tasks of more than 50 ms, and looks at every picture after a tap on *Bump*. */
export async function watchBoard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) =>
      longTasks.push(...list.getEntries().map(({ duration }) => Math.round(duration))),
    ).observe({ type: 'longtask' });
    const look = (id: string, fromMs: number, pictures: number) =>
      requestAnimationFrame(() => {
        const isGone = !document.querySelector(`[data-ticket="${id}"]`);
        if (isGone) globalThis.lastTap = { ms: performance.now() - fromMs, pictures };
        else if (pictures < 60) look(id, fromMs, pictures + 1);
      });
    addEventListener(
      'click',
      ({ target, timeStamp }) => {
        const card = target instanceof Element && target.closest('[data-bump]')?.closest<HTMLElement>('[data-ticket]');
        if (card) look(card.dataset.ticket ?? '', timeStamp, 1);
      },
      true,
    );
  });
}

export const takeLongTasks = (page: Page): Promise<number[]> => page.evaluate(() => longTasks.splice(0));

/** Real input on the last ticket of the page, which nobody else works on; undefined when it did not count: something had just moved. */
export async function tapLast(page: Page): Promise<Tap | undefined> {
  await page.evaluate(() => {
    globalThis.lastTap = undefined;
  });
  const at = await page.locator('[data-ticket]:not([aria-hidden="true"]) [data-bump]').last().boundingBox();
  if (!at) return undefined;
  await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
  return page
    .waitForFunction(() => globalThis.lastTap, undefined, { timeout: 2000 })
    .then((found) => found.jsonValue())
    .catch(() => undefined);
}

/** After a collection. */
export async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 2 ** 20;
}
