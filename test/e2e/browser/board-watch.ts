import type { Page } from '@playwright/test';

/** What a person in front of the board could have seen, by the clock of this machine. */
export type BoardSample = {
  readonly atMs: number;
  /** Open tickets; -1 while none are loaded. */
  readonly count: number;
  readonly freshness: string | undefined;
};

/** Looks at the board four times a second and at every change, from now on. */
export async function watchBoard(page: Page): Promise<void> {
  await page.evaluate(() => {
    const samples: BoardSample[] = [];
    const look = () => {
      const count = Number(document.querySelector<HTMLElement>('[data-open-count]')?.dataset.openCount ?? -1);
      const freshness = document.querySelector<HTMLElement>('[data-freshness]')?.dataset.freshness;
      const last = samples.at(-1);
      const atMs = Date.now();
      if (last?.count === count && last.freshness === freshness && atMs - last.atMs < 200) return;
      samples.push({ atMs, count, freshness });
    };
    setInterval(look, 250);
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    Object.assign(window, { samples });
    look();
  });
}

export const samplesOf = (page: Page): Promise<BoardSample[]> =>
  page.evaluate(() => (window as unknown as { samples: BoardSample[] }).samples);
