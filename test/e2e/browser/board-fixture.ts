import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';
import type { Api, ApiAnswer } from '../../harness/api.ts';
import { managerOf } from '../../harness/manager.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { createSpareServer, type SpareServer } from '../../harness/spare-server.ts';
import { letIn } from './signed-in.ts';
import { watchTyped } from './typed-secrets.ts';

export { expect };

type Kitchen = {
  /** The built server, with a data folder of its own; started. */
  readonly server: ServerProcess;
  /** The POS that brings the orders. */
  readonly pos: Api;
  /** The board of a signed-in screen. */
  readonly board: Page;
};

export type Screen = {
  /** How a screen looks that has chosen nothing yet; the projects of the long form say it. */
  readonly theme: 'dark' | 'light';
  /**
   * Whether the test has a hand on the board's clock, which goes by itself until then. Only a page that is not open yet
   * can be given one: what runs while it comes reads the year 1970 for a moment, and holds it for a long sleep.
   */
  readonly ownTime: boolean;
};

export const test = base.extend<Kitchen & Screen, { readonly spares: SpareServer }>({
  spares: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names in the pattern
    async ({}, use) => {
      const spares = createSpareServer();
      await use(spares);
      await spares.remove();
    },
    { scope: 'worker' },
  ],
  // Every context, of the fixtures or a test's own, is made by it.
  browser: [
    async ({ browser }, use) => {
      const make = browser.newContext.bind(browser);
      browser.newContext = async (options) => {
        const context = await make(options);
        watchTyped(context);
        return context;
      };
      await use(browser);
    },
    { scope: 'worker' },
  ],
  theme: ['dark', { option: true }],
  ownTime: [false, { option: true }],
  context: async ({ context, theme }, use) => {
    await dress(context, theme);
    await use(context);
  },
  server: async ({ spares }, use) => {
    const server = await spares.take();
    await use(server);
    await server.remove();
  },
  pos: async ({ server }, use) => use(await managerOf(server)),
  board: async ({ server, page, ownTime }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    if (ownTime) await page.clock.install();
    await openBoard(page, server);
    await use(page);
    expect(complaints).toEqual([]);
  },
});

/** A screen that has chosen nothing yet looks like this; what a test chooses afterwards stays. */
export async function dress(context: BrowserContext, theme: Screen['theme']): Promise<void> {
  if (theme === 'dark') return;
  await context.addInitScript((key) => {
    if (localStorage.getItem(key) === null) localStorage.setItem(key, 'light');
  }, 'kitchen-pass.theme');
}

export async function openBoard(page: Page, server: ServerProcess): Promise<void> {
  await letIn(page.context(), server);
  await page.goto(server.url);
  await expect(page.locator('[data-open-count]')).toBeVisible();
  await guardOver(page);
}

/** Tickets that are on the screen, not those that wait to be measured. */
export const tickets = (board: Page): Locator => board.locator('[data-ticket]:not([aria-hidden="true"])');

export const ticket = (board: Page, label: string): Locator =>
  tickets(board).filter({ has: board.getByRole('heading', { name: label, exact: true }) });

/** The all-day counts: beside the board, or where there is no room a sheet over it. */
export const counts = (board: Page): Locator =>
  board.locator('[data-all-day]').or(board.getByRole('dialog', { name: 'All day' }));

/** Where nothing has to come before it. */
export const bumpOf = (card: Locator): Locator => card.locator('[data-step="bump"], [data-step="ask"]');

/** So long the guard of tickets that have slid holds ([TAP1]), and a little more. */
const guardMs = 620;

/** Resolves when the screen's own clock has left every guard of what was done or has slid behind ([TAP1]). */
export async function guardOver(board: Page): Promise<void> {
  // What was opened or has grown is known to have moved with the next picture only.
  for (let frame = 0; frame < 2; frame++) await drawn(board);
  const bumpedBefore = await board.evaluate(() => performance.now());
  const isOver = ([since, ms]: readonly [number, number]) => performance.now() - since > ms;
  // Not with every frame, which keeps the whole page at work.
  await board.waitForFunction(isOver, [bumpedBefore, guardMs] as const, { polling: 50 });
}

/** From here on only the test lets time pass: two taps are as near to each other as can be. For a board of `ownTime`. */
export async function standStill(board: Page): Promise<void> {
  const stop = async () => board.clock.pauseAt(await board.evaluate(() => Date.now()));
  // Refused where it is later by then; but from then on it stands.
  await stop().catch(stop);
  await letSettle(board);
}

/** Where the clock stands: a busy machine draws late, and what slides then would close the guard for good. */
export async function letSettle(board: Page): Promise<void> {
  await board.clock.runFor(guardMs);
  for (let frame = 0; frame < 2; frame++) await drawn(board);
  await board.clock.runFor(guardMs);
}

/** Resolves after the next frame, which the page's clock has no hand in. */
export const drawn = (board: Page): Promise<void> =>
  board.evaluate(
    () =>
      new Promise((resolve) => {
        const observer = new ResizeObserver(() => {
          observer.disconnect();
          resolve();
        });
        observer.observe(document.body);
      }),
  );

/** Puts a table's order into the kitchen; gives it back as stored. */
export async function order(pos: Api, table: string, names: readonly string[]): Promise<ApiAnswer['json']> {
  const items = names.map((name) => ({ name, unit_price: 9.5, quantity: 1 }));
  const answer = await pos.order({ type: 'dine_in', table_number: table, items });
  expect(answer.status).toBe(201);
  return answer.json;
}
