import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { guardOver } from './board-fixture.ts';

/** What a person in front of the board could have seen, by the clock of this machine. */
export type BoardSample = {
  readonly atMs: number;
  /** Open tickets; -1 while none are loaded. */
  readonly count: number;
  readonly freshness: string | undefined;
  /** Tickets that stand there more than once. */
  readonly twice: number;
};

/** Looks at the board four times a second and at every change, from now on. */
export async function watchBoard(page: Page): Promise<void> {
  await page.evaluate(() => {
    const samples: BoardSample[] = [];
    const look = () => {
      const count = Number(document.querySelector<HTMLElement>('[data-open-count]')?.dataset.openCount ?? -1);
      const freshness = document.querySelector<HTMLElement>('[data-freshness]')?.dataset.freshness;
      const ids = [...document.querySelectorAll<HTMLElement>('[data-ticket]')].map((one) => one.dataset.ticket);
      const twice = ids.length - new Set(ids).size;
      const last = samples.at(-1);
      const atMs = Date.now();
      const isNews = last?.count !== count || last.freshness !== freshness || last.twice !== twice;
      if (isNews || atMs - last.atMs >= 200) samples.push({ atMs, count, freshness, twice });
    };
    setInterval(look, 250);
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    Object.assign(window, { samples });
    look();
  });
}

export const samplesOf = (page: Page): Promise<BoardSample[]> =>
  page.evaluate(() => (window as unknown as { samples: BoardSample[] }).samples);

/** The orders whose tickets the board shows, on all of its pages, each as often as it stands there. */
export async function ordersOn(page: Page): Promise<string[]> {
  const count = Number(await page.locator('[data-open-count]').getAttribute('data-open-count'));
  const found: string[] = [];
  await page.keyboard.press('Home');
  for (let before: readonly string[] = []; found.length < count; ) {
    const ids = await idsAfter(page, before);
    if (!ids) break;
    found.push(...ids);
    before = ids;
    // A key that turns a page twice within its guard's time has bounced ([TAP1]).
    await guardOver(page);
    await page.keyboard.press('PageDown');
  }
  return found;
}

const turnWithinMs = 3000;

/** What stands on the page that comes after those; `undefined` when none comes. */
async function idsAfter(page: Page, before: readonly string[]): Promise<string[] | undefined> {
  const cards = page.locator('[data-ticket]:not([aria-hidden="true"])');
  for (const untilMs = Date.now() + turnWithinMs; Date.now() < untilMs; await wait(30)) {
    const ids = await cards.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.ticket ?? ''));
    if (ids.length > 0 && ids.join() !== before.join()) return ids;
  }
  return undefined;
}
