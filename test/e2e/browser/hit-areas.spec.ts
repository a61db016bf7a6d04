import type { Browser, Page } from '@playwright/test';
import type { Api } from '../../harness/api.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { expect, guardOver, openBoard, order, test, ticket, tickets } from './board-fixture.ts';
import { openSettings } from './settings-hand.ts';

type Screen = {
  readonly size: readonly [width: number, height: number];
  readonly touch: boolean;
  readonly hitSize: 'standard' | 'largest';
  /** In pixels, as measured on such screens: 81 are 20 mm on a 21.5" one of 1080 lines, 118 on a 10" tablet. */
  readonly least: number;
  /** Where nothing can be touched, dishes may stand closer. */
  readonly leastLine: number;
};

const screens: Readonly<Record<string, Screen>> = {
  'wall without touch': { size: [1920, 1080], touch: false, hitSize: 'standard', least: 81, leastLine: 56 },
  'wall with touch': { size: [1920, 1080], touch: true, hitSize: 'standard', least: 81, leastLine: 81 },
  portrait: { size: [1080, 1920], touch: true, hitSize: 'standard', least: 81, leastLine: 81 },
  'tablet, as it comes': { size: [1280, 800], touch: true, hitSize: 'standard', least: 77, leastLine: 77 },
  'tablet, largest': { size: [1280, 800], touch: true, hitSize: 'largest', least: 118, leastLine: 118 },
  'phone, largest': { size: [390, 844], touch: true, hitSize: 'largest', least: 118, leastLine: 118 },
};

async function openOn(browser: Browser, server: ServerProcess, { size, touch, hitSize }: Screen): Promise<Page> {
  const [width, height] = size;
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch });
  await context.addInitScript((kept) => localStorage.setItem('kitchen-pass.screen', kept), JSON.stringify({ hitSize }));
  const page = await context.newPage();
  await openBoard(page, server);
  return page;
}

type TooSmall = { readonly name: string; readonly width: number; readonly height: number };

/** Everything to be tapped that a gloved finger would miss. A line of a ticket is as wide as the ticket. */
const tooSmall = (page: Page, { least, leastLine }: Screen): Promise<readonly TooSmall[]> =>
  page.evaluate(
    ([hit, line]) => {
      const inFront = document.querySelector('dialog[open]') ?? document.body;
      return [...inFront.querySelectorAll<HTMLElement>('button, select, input')].flatMap((one) => {
        const { width, height } = one.getBoundingClientRect();
        const isSeen = one.checkVisibility() && !one.closest('[aria-hidden="true"]');
        const isLarge = height >= (one.dataset.line === undefined ? hit : line) - 0.5 && width >= hit - 0.5;
        if (!isSeen || isLarge || one.matches('input')) return [];
        return [{ name: one.getAttribute('aria-label') ?? one.textContent ?? '', width, height }];
      });
    },
    [least, leastLine] as const,
  );

async function bring(page: Page, pos: Api): Promise<void> {
  for (let table = 1; table <= 20; table++) await order(pos, String(table), ['Soup']);
  await expect(page.locator('[data-open-count="20"]')).toBeVisible();
  await expect(ticket(page, 'T 1')).toBeVisible();
  await guardOver(page);
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
    await page.keyboard.press('2');
    await page.keyboard.press('p');
    await expect(page.locator('[data-prioritised]')).toBeVisible();
    await judge('toast');
    await expect(page.locator('[data-prioritised]')).toBeHidden();

    for (const key of ['r', 'a', 'F1', 'F2']) {
      await guardOver(page);
      await page.keyboard.press(key);
      await guardOver(page);
      await judge(`after ${key}`);
      await page.keyboard.press('Escape');
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
    await judge('ticket sheet');
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
