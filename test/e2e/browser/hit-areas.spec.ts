import type { Browser, Page } from '@playwright/test';
import type { Api } from '../../harness/api.ts';
import { scale } from '../../harness/scale.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { expect, guardOver, openBoard, order, test, ticket, tickets } from './board-fixture.ts';
import { type Least, tooSmall } from './hit-hand.ts';
import { openSettings } from './settings-hand.ts';
import { setStations } from './stations-hand.ts';

type Screen = Least & {
  readonly size: readonly [width: number, height: number];
  readonly touch: boolean;
  readonly hitSize: 'standard' | 'largest';
};

const wall: Screen = { size: [1920, 1080], touch: true, hitSize: 'standard', least: 81, leastLine: 81 };
const tablet: Screen = {
  size: [1280, 800],
  touch: true,
  hitSize: 'standard',
  least: 118,
  leastLine: 118,
  leastChrome: 77,
};
const largest: Screen = { ...tablet, hitSize: 'largest', least: 140, leastLine: 140, leastDoor: 118 };
const phone: Screen = { ...tablet, size: [390, 844] };

const screens = scale<Readonly<Record<string, Screen>>>({
  short: { 'tablet, largest': largest, phone },
  long: {
    'wall without touch': { ...wall, touch: false, leastLine: 56 },
    'wall with touch': wall,
    portrait: { ...wall, size: [1080, 1920] },
    tablet,
    'tablet, largest': largest,
    phone,
  },
});

async function openOn(browser: Browser, server: ServerProcess, { size, touch, hitSize }: Screen): Promise<Page> {
  const [width, height] = size;
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch });
  await context.addInitScript((kept) => localStorage.setItem('kitchen-pass.screen', kept), JSON.stringify({ hitSize }));
  const page = await context.newPage();
  await openBoard(page, server);
  return page;
}

const stations = [
  { id: 'hot', name: 'Hot line', items: ['Soup'] },
  { id: 'cold', name: 'Cold' },
];

async function bring(page: Page, pos: Api): Promise<void> {
  await setStations(pos, stations);
  for (let table = 1; table <= 20; table++) await order(pos, String(table), ['Soup']);
  const { id } = await order(pos, '21', ['Soup']);
  expect((await pos.call('POST', `/orders/${id}/hold`, {})).status).toBe(200);
  await expect(page.locator('[data-open-count="21"]')).toBeVisible();
  await expect(page.locator('[data-held-count="1"]')).toBeVisible();
  await expect(ticket(page, 'T 1')).toBeVisible();
  await guardOver(page);
}

/** What keys open, and what must be in it, or there was nothing to judge. */
const sheets: Readonly<Record<string, string>> = {
  r: '[data-recall] button',
  o: '[data-fire]',
  a: 'button',
  F1: 'button',
  F2: '[data-learn] button',
  t: 'button:has-text("Cold")',
};

type Judge = (what: string) => Promise<void>;

/** A screen that lost the kitchen, and one that must not go on. */
async function judgeLost(page: Page, server: ServerProcess, judge: Judge): Promise<void> {
  await page.clock.install();
  await page.reload();
  await expect(ticket(page, 'T 1')).toBeVisible();
  await server.kill('SIGKILL');
  await page.clock.fastForward(42_000);
  await expect(page.getByRole('button', { name: 'Try now' })).toBeVisible();
  await judge('lost');
  await server.start();
  await page.routeWebSocket(/orders\/live/, (socket) => socket.close({ code: 4003 }));
  await page.reload();
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  await judge('stopped');
}

/** Where somebody signs in, and is offered a password of his own. */
async function judgeDoor(page: Page, judge: Judge): Promise<void> {
  await page.unrouteAll();
  await page.context().clearCookies();
  await page.reload();
  await expect(page.locator('input')).toHaveCount(2);
  await judge('sign-in');
  await page.goto(`${new URL(page.url()).origin}/ready`);
  await expect(page.locator('input')).toHaveCount(2);
  await judge('sign-in of the guests’ board');
}

for (const [name, screen] of Object.entries(screens)) {
  test(`[HIT1] [HIT2] everything to be tapped is 20 mm: ${name}`, async ({ browser, server, pos }) => {
    test.slow();
    const page = await openOn(browser, server, screen);
    await bring(page, pos);
    const judge = async (what: string) => expect.soft(await tooSmall(page, screen), what).toEqual([]);
    await judge('board');
    await page.screenshot({ path: `artefacts/board/hit-${name.replaceAll(/\W+/g, '-')}.png`, animations: 'disabled' });
    expect(await tickets(page).locator('[data-line]').count()).toBeGreaterThan(0);

    await page.route('**/api/v1/orders/*/items/*', (route) =>
      route.fulfill({ status: 409, json: { code: 'item_voided', title: 'No', detail: 'The item is voided.' } }),
    );
    await ticket(page, 'T 1').getByText('Soup').click();
    await expect(page.getByRole('alert')).toBeVisible();
    await judge('notice');
    await guardOver(page);
    await page.locator('[data-chip]').click();
    await expect(page.locator('[data-delivery="refused"] button')).toBeVisible();
    await judge('delivery');
    await page.keyboard.press('Escape');
    await guardOver(page);
    await page.keyboard.press('2');
    await page.keyboard.press('p');
    await expect(page.locator('[data-prioritised]')).toBeVisible();
    await judge('toast');
    await guardOver(page);
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-prioritised]')).toBeHidden();

    for (const [key, inside] of Object.entries(sheets)) {
      const opened = page.locator('dialog[open], [data-all-day]');
      // The gap of the bump closes meanwhile, and a press at that very moment does not count ([TAP1]).
      await expect(async () => {
        await guardOver(page);
        await page.keyboard.press('1');
        await page.keyboard.press(key);
        await expect(opened.locator(inside).first(), key).toBeVisible({ timeout: 5000 });
      }).toPass();
      await judge(`after ${key}`);
      await page.keyboard.press('Escape');
      if (key === 'a' && (await opened.count()) > 0) await page.keyboard.press(key);
      await expect(opened).toHaveCount(0);
    }
    await guardOver(page);
    await openSettings(page);
    await judge('settings');
    await page.keyboard.press('Escape');
    await guardOver(page);
    await tickets(page).first().locator('[data-more]').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await guardOver(page);
    await page.locator('[data-sheet-line]').first().getByRole('button').first().click();
    await expect(page.getByRole('dialog').getByRole('button', { name: 'From Hot line to Cold' }).first()).toBeVisible();
    await judge('ticket sheet');
    await judgeLost(page, server, judge);
    const atDoor = { ...screen, least: screen.leastDoor ?? screen.least };
    await judgeDoor(page, async (what) => expect.soft(await tooSmall(page, atDoor), what).toEqual([]));
    await page.context().close();
  });
}

test('[HIT2] the size of what is tapped is chosen in the settings, holds at once and is kept', async ({
  board,
  pos,
}) => {
  await order(pos, '1', ['Soup']);
  await expect(tickets(board)).toHaveCount(1);
  const height = async () => (await ticket(board, 'T 1').locator('[data-bump]').boundingBox())?.height;
  expect(await height()).toBeCloseTo(82, 0);
  await (await openSettings(board)).getByRole('button', { name: 'Largest' }).click();
  await board.keyboard.press('Escape');
  await expect.poll(height).toBeCloseTo(136, 0);
  await board.reload();
  await expect.poll(height).toBeCloseTo(136, 0);
});
