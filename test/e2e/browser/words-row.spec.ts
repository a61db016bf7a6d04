import type { Locator, Page } from '@playwright/test';
import type { Api } from '../../harness/api.ts';
import { scale } from '../../harness/scale.ts';
import { expect, guardOver, order, standStill, test, ticket, tickets } from './board-fixture.ts';
import { choose } from './settings-hand.ts';

test.use({ ownTime: true });

/** A line that the kitchen does not take. */
async function refuse(board: Page, pos: Api): Promise<Locator> {
  for (let table = 1; table <= 9; table++) await order(pos, String(table), ['Soup']);
  await expect(board.locator('[data-open-count="9"]')).toBeVisible();
  await board.route('**/api/v1/orders/*/items/*', (route) =>
    route.fulfill({ status: 409, json: { code: 'item_voided', title: 'No', detail: 'The item is voided.' } }),
  );
  await expect(ticket(board, 'T 1')).toBeVisible();
  await guardOver(board);
  await ticket(board, 'T 1').getByText('Soup').click();
  const notice = board.getByRole('alert');
  await expect(notice).toContainText('The item is voided');
  return notice;
}

/** Of everything that bumps, what lies under this. */
const covered = (words: Locator) =>
  words.evaluate((above) => {
    const { top, bottom, left, right } = above.getBoundingClientRect();
    return [...document.querySelectorAll('[data-ticket]:not([aria-hidden="true"]) [data-bump]')].filter((button) => {
      const box = button.getBoundingClientRect();
      return box.top < bottom && box.bottom > top && box.left < right && box.right > left;
    }).length;
  });

/** Below the header, which on a phone has a row more while a change is not taken. */
const whereIsT2 = async (board: Page) => {
  const header = await board.locator('header').first().boundingBox();
  const box = await ticket(board, 'T 2').boundingBox();
  return box && header && { ...box, y: Math.round(box.y - header.y - header.height) };
};

type Place = readonly [name: string, width: number, height: number, strip: 'Shown' | 'Hidden'];

const tablet: Place = ['tablet', 1280, 800, 'Shown'];
const bareWall: Place = ['wall without the row of all tickets', 1920, 1080, 'Hidden'];
const phone: Place = ['phone', 390, 844, 'Shown'];

const places = scale<readonly Place[]>({
  short: [tablet, bareWall, phone],
  long: [
    ['wall', 1920, 1080, 'Shown'],
    bareWall,
    tablet,
    ['tablet without the row of all tickets', 1280, 800, 'Hidden'],
    phone,
  ],
});

for (const [name, width, height, strip] of places) {
  test(`[WRD1] on a ${name} words cover no button that bumps, nor each other, and move nothing`, async ({
    board,
    pos,
  }) => {
    await board.setViewportSize({ width, height });
    await choose(board, strip);
    const notice = await refuse(board, pos);
    expect(await covered(notice)).toBe(0);
    const before = await whereIsT2(board);
    await guardOver(board);
    await notice.getByRole('button', { name: 'Got it' }).click();
    await expect(notice).toBeHidden();
    expect(await whereIsT2(board)).toEqual(before);
    await guardOver(board);
    await ticket(board, 'T 1').getByText('Soup').click();
    await expect(notice).toBeVisible();
    // Another one: what is tried again on the same ticket takes back that it was refused.
    await board.keyboard.press('3');
    // Three seconds may be over before a busy machine has looked.
    await standStill(board);
    await board.keyboard.press('p');
    const toast = board.locator('[data-prioritised]');
    await expect(toast).toBeVisible();
    await expect(notice).toBeHidden();
    expect(await covered(toast)).toBe(0);
    await board.screenshot({ path: `artefacts/board/words-${name.replaceAll(' ', '-')}.png`, animations: 'disabled' });
    await board.clock.fastForward(4000);
    await expect(toast).toBeHidden();
    await expect(notice).toBeVisible();
    await expect(tickets(board).first()).toBeVisible();
  });
}

test('[KEY2] a priority is taken back and a notice taken for read by keys, which stand on their buttons', async ({
  board,
  pos,
}) => {
  const notice = await refuse(board, pos);
  await board.keyboard.press('3');
  await expect(notice.getByRole('button', { name: 'Got it' })).toContainText('Esc');
  await standStill(board);
  await board.keyboard.press('p');
  const toast = board.locator('[data-prioritised]');
  await expect(toast.getByRole('button', { name: 'Cancel' })).toContainText('U');
  await expect(tickets(board).first().getByRole('heading')).toHaveText('T 3');
  await board.clock.runFor(300);
  await board.keyboard.press('u');
  await expect(toast).toBeHidden();
  await expect(tickets(board).first().getByRole('heading')).toHaveText('T 1');
  // The tickets have slid back.
  await board.clock.runFor(700);
  await board.keyboard.press('Escape');
  await expect(notice).toBeHidden();
});

test('[PRI1] a priority that is refused says so at once, and offers nothing to cancel', async ({ board, pos }) => {
  for (const table of ['1', '2']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(2);
  await board.route('**/api/v1/orders/*/priority', (route) =>
    route.fulfill({ status: 409, json: { code: 'order_closed', title: 'No', detail: 'The order is closed.' } }),
  );
  await board.keyboard.press('2');
  await standStill(board);
  await board.keyboard.press('p');
  await expect(board.getByRole('alert')).toContainText('The order is closed.');
  await expect(board.locator('[data-prioritised]')).toBeHidden();
});
