import type { Page } from '@playwright/test';

declare global {
  var longTasks: number[];
  /** Pictures from the last tap on *Bump* to the first without the ticket; undefined while it is still there. */
  var picturesToGone: number | undefined;
  /** Chromium's own measure of the last click: from the input to the picture after its handlers, in ms, by eights. */
  var clickMs: number | undefined;
}

/** Before the page's own code: counts tasks of more than 50 ms, and looks at every picture after a tap on *Bump*. */
export async function watchBoard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) =>
      longTasks.push(...list.getEntries().map(({ duration }) => Math.round(duration))),
    ).observe({ type: 'longtask' });
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

export const takeLongTasks = (page: Page): Promise<number[]> => page.evaluate(() => longTasks.splice(0));

/** The tickets that somebody in front of the screen sees. */
export const ticketsInSight = (page: Page): Promise<string[]> =>
  page
    .locator('[data-ticket]:not([aria-hidden="true"])')
    .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.ticket ?? ''));
