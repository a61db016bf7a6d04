import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';

/** In MB, after a collection. */
export type Memory = {
  readonly heap: number;
  /** What the page's process has for itself alone; 0 where the system does not tell. */
  readonly process: number;
};

export async function memoryOf(browser: Browser, page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { heap: usedSize / 2 ** 20, process: await processMb(browser) };
}

/** The page's is the largest of the renderers: Chromium keeps a spare one. */
async function processMb(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return Math.max(0, ...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateMb(id)));
}

function privateMb(pid: number): number {
  if (process.platform !== 'linux') return 0;
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kb = [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+)/gm)].map(([, amount]) => Number(amount));
  return kb.reduce((sum, amount) => sum + amount, 0) / 1024;
}
