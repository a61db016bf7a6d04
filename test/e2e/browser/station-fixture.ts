import type { Browser, Locator, Page } from '@playwright/test';
import type { ServerProcess } from '../../harness/server-process.ts';
import { openSmallKitchen, type SmallKitchen, type Taken } from '../../harness/small-kitchen.ts';
import { test as base, dress, expect, guardOver, type Screen, ticket } from './board-fixture.ts';
import { letIn } from './signed-in.ts';

type Stations = {
  /** Grill, fryer, bar and pass, with a menu. */
  readonly kitchen: SmallKitchen;
  /** The signed-in screen of one station, in a window of its own. */
  readonly screenOf: (station: string) => Promise<Page>;
};

export const test = base.extend<Stations>({
  kitchen: async ({ pos }, use) => use(await openSmallKitchen(pos)),
  screenOf: async ({ browser, server, kitchen, theme, ownTime }, use) => {
    const opened: Page[] = [];
    await use(async (station) => {
      expect(kitchen.dishes).toBeDefined();
      const page = await openStation(await newScreen(browser, theme, ownTime), server, station);
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
  },
});

/** Of the size that the project says. */
async function newScreen(browser: Browser, theme: Screen['theme'], ownTime: boolean): Promise<Page> {
  const context = await browser.newContext();
  await dress(context, theme);
  const page = await context.newPage();
  if (ownTime) await page.clock.install();
  return page;
}

async function openStation(page: Page, server: ServerProcess, station: string): Promise<Page> {
  await letIn(page.context(), server);
  await page.goto(`${server.url}/?station=${station}`);
  await expect(page.locator('[data-open-count]')).toBeVisible();
  await guardOver(page);
  return page;
}

/** The block of one dish on a ticket, with the rule above it and the question below. */
export const dish = (card: Locator, name: string): Locator =>
  card.locator('[data-block]').filter({ has: card.page().getByText(name, { exact: true }) });

export const stepOf = (card: Locator): Locator => card.locator('[data-bump]');

/** Opens the sheet of a ticket, and in it one dish. */
export async function openSheet(screen: Page, label: string, dishName?: string): Promise<Locator> {
  await expect(ticket(screen, label)).toBeVisible();
  await guardOver(screen);
  await ticket(screen, label).locator('[data-more]').click();
  const sheet = screen.getByRole('dialog');
  await expect(sheet).toBeVisible();
  await guardOver(screen);
  if (dishName) await openDish(screen, dishName);
  return sheet;
}

/** In an open sheet: what can be done with one dish. */
export async function openDish(screen: Page, name: string): Promise<void> {
  const row = screen.getByRole('dialog').locator('[data-sheet-line]').filter({ hasText: name });
  await row.getByRole('button').first().click();
  await guardOver(screen);
}

/** How far each station is with each dish, as the kitchen has it: `burger@grill: ready`. */
export const sharesOf = (order: Taken): string[] =>
  order.items.flatMap((item: Taken) =>
    item.progress.map((part: Taken) => `${item.name}@${part.station}: ${part.status}`),
  );
