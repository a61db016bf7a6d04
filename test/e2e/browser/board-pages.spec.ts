import type { Page } from '@playwright/test';
import { bumpOf, expect, guardOver, order, test, ticket, tickets } from './board-fixture.ts';

const labels = (count: number) => Array.from({ length: count }, (_, index) => `T ${index + 1}`);

test('[PGE1] forty tickets: every one is on exactly one page, oldest first, and the hidden ones are counted', async ({
  board,
  pos,
}) => {
  for (let table = 1; table <= 40; table++)
    await order(pos, String(table), ['Soup', 'Burger'].slice(0, 1 + (table % 2)));
  await expect(board.locator('[data-open-count="40"]')).toBeVisible();
  const seen: string[] = [];
  for (;;) {
    seen.push(...(await tickets(board).getByRole('heading').allTextContents()));
    const next = board.getByRole('button', { name: /Next page/ });
    if ((await next.count()) === 0) break;
    await expect(next).toHaveAccessibleName(new RegExp(`\\+${40 - seen.length} more, oldest \\d+:\\d\\d`));
    await guardOver(board);
    await next.click();
    await expect(ticket(board, `T ${seen.length + 1}`)).toBeVisible();
  }
  expect(seen).toEqual(labels(40));
});

test('[GRD7] what comes next is drawn out of sight, and nobody can reach it', async ({ board, pos }) => {
  const orders = 60;
  for (let table = 1; table <= orders; table++) await order(pos, String(table), ['Soup']);
  const outOfSight = board.locator('[data-ticket][aria-hidden="true"]');
  await expect(outOfSight).toHaveCount(6);
  const shown = await tickets(board).count();
  await expect(outOfSight.first().locator('header')).toContainText(`T ${shown + 1}`);
  const reached = await outOfSight.locator('button').evaluateAll((buttons) =>
    buttons.filter((button) => {
      (button as HTMLElement).focus();
      const { x, y } = button.getBoundingClientRect();
      return document.activeElement === button || document.elementFromPoint(x + 5, y + 5) === button;
    }),
  );
  expect(reached).toEqual([]);
  await board.getByRole('button', { name: /Next page/ }).click();
  await expect(ticket(board, `T ${shown + 1}`)).toBeVisible();
  await expect(outOfSight).toHaveCount(Math.min(6, orders - 2 * shown));
});

test('[KEY1] [GRD7] a ticket that is pushed off the page loses the bump key to the one in its place', async ({
  board,
  pos,
}) => {
  for (let table = 1; table <= 30; table++) await order(pos, String(table), ['Soup']);
  await expect(board.locator('[data-ticket][aria-hidden="true"]')).toHaveCount(6);
  // A bump bar is in use, and stands on the last of the page.
  await board.keyboard.press('1');
  const places = await tickets(board).count();
  for (let step = 1; step < places; step++) await board.keyboard.press('ArrowRight');
  await expect(bumpOf(ticket(board, `T ${places}`))).toBeFocused();
  await pos.order({ type: 'dine_in', table_number: '99', priority: 'high' });
  await expect(tickets(board).first().getByRole('heading')).toHaveText('T 99');
  await expect(ticket(board, `T ${places}`)).toBeHidden();
  await expect(bumpOf(ticket(board, `T ${places - 1}`))).toBeFocused();
  // One that is still there keeps it, wherever it stands by then.
  await board.keyboard.press('3');
  await expect(bumpOf(ticket(board, 'T 2'))).toBeFocused();
  await pos.order({ type: 'dine_in', table_number: '98', priority: 'high' });
  await expect(ticket(board, 'T 98')).toBeVisible();
  await expect(bumpOf(ticket(board, 'T 2'))).toBeFocused();
});

test('[PGE1] when the last page is emptied the one before is shown', async ({ board, pos }) => {
  for (let table = 1; table <= 24; table++) await order(pos, String(table), ['Soup']);
  await expect(board.locator('[data-open-count="24"]')).toBeVisible();
  const next = board.getByRole('button', { name: /Next page/ });
  let before = '';
  while ((await next.count()) > 0) {
    before = (await tickets(board).first().getByRole('heading').textContent()) ?? '';
    await guardOver(board);
    await next.click();
    await expect(ticket(board, before)).toBeHidden();
  }
  await guardOver(board);
  for (let left = await tickets(board).count(); left > 0; left--) {
    const last = tickets(board).first();
    const label = (await last.getByRole('heading').textContent()) ?? '';
    // A gap closes meanwhile, and a press at that very moment does not count ([TAP1]).
    await expect(async () => {
      if (await ticket(board, label).isVisible()) await bumpOf(ticket(board, label)).click();
      await expect(ticket(board, label)).toBeHidden({ timeout: 1000 });
    }).toPass();
    await guardOver(board);
  }
  // Once the last of them cannot be taken back any more ([SLT2]).
  await expect(ticket(board, before)).toBeVisible({ timeout: 20_000 });
});

test('[KEY1] digits select, Enter bumps, the next ticket is selected', async ({ board, pos }) => {
  for (const table of ['1', '2', '3']) await order(pos, table, ['Soup', 'Burger']);
  await expect(tickets(board)).toHaveCount(3);
  await board.keyboard.press('2');
  await expect(bumpOf(ticket(board, 'T 2'))).toBeFocused();
  await board.keyboard.press('Enter');
  await expect(ticket(board, 'T 2')).toBeHidden();
  await expect(bumpOf(ticket(board, 'T 3'))).toBeFocused();
  await guardOver(board);
  await board.keyboard.press('ArrowLeft');
  await expect(bumpOf(ticket(board, 'T 1'))).toBeFocused();
  await board.keyboard.press('ArrowUp');
  await expect(ticket(board, 'T 1').getByRole('button', { name: 'Burger' })).toBeFocused();
  await board.keyboard.press('Space');
  await expect(ticket(board, 'T 1').locator('[data-status="ready"]')).toContainText('Burger');
});

test('[KEY1] with nothing selected Enter bumps the oldest, and a key held down bumps one', async ({ board, pos }) => {
  for (const table of ['1', '2', '3']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(3);
  await board.keyboard.down('Enter');
  for (let repeat = 0; repeat < 20; repeat++) await board.keyboard.down('Enter');
  await board.keyboard.up('Enter');
  await expect(ticket(board, 'T 1')).toBeHidden();
  await expect(tickets(board)).toHaveCount(2);
});

test('[GRD2] a long ticket shows all its lines side by side', { tag: '@wall' }, async ({ board, pos }) => {
  await order(
    pos,
    '4',
    Array.from({ length: 26 }, (_, index) => `Dish ${index + 1}`),
  );
  const card = ticket(board, 'T 4');
  await expect(card).toHaveAttribute('data-span', /[2-5]/);
  for (const line of await card.locator('[data-line]').all()) await expect(line).toBeInViewport({ ratio: 1 });
  await order(pos, '5', ['Soup']);
  const widthIn = (label: string) =>
    ticket(board, label)
      .locator('[data-line]')
      .first()
      .evaluate((line) => line.getBoundingClientRect().width);
  await expect(ticket(board, 'T 5')).toBeVisible();
  expect(Math.abs((await widthIn('T 4')) - (await widthIn('T 5')))).toBeLessThan(0.1);
});

test('[GRD2] a ticket longer than the screen says so and scrolls to its last line', async ({ board, pos }) => {
  await order(
    pos,
    '4',
    Array.from({ length: 120 }, (_, index) => `Dish ${index + 1}`),
  );
  const card = ticket(board, 'T 4');
  await expect(card).toContainText('120 items - scroll for all');
  await card.getByRole('button', { name: 'Dish 120', exact: false }).last().scrollIntoViewIfNeeded();
  await expect(card.locator('[data-line]').last()).toBeInViewport();
});

const hard = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

const screens = {
  phone: { width: 390, height: 844 },
  'small phone': { width: 320, height: 568 },
  'small wall': { width: 1280, height: 720 },
  tablet: { width: 1280, height: 800 },
  portrait: { width: 1080, height: 1920 },
  wall: { width: 1920, height: 1080 },
  '4K': { width: 3840, height: 2160 },
};

const bumpsOf = (board: Page) => tickets(board).locator('[data-bump]');

/** What is beside the screen, or wider than its own box. */
const outside = (board: Page) =>
  board.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const all = [...document.querySelectorAll('body *:not(.sr-only):not(svg *)')];
    const beside = all.filter((part) => part.getBoundingClientRect().right > edge + 1);
    const torn = [...document.querySelectorAll('[data-ticket] *:not(.sr-only)')].filter(
      (part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0,
    );
    return [...beside, ...torn].map((part) => part.outerHTML.slice(0, 80));
  });

test('[GRD3] long words and other scripts stay inside on every screen, and every ticket can be bumped', async ({
  board,
  pos,
}) => {
  const item = {
    name: hard,
    unit_price: 1,
    quantity: 12,
    modifiers: [hard],
    notes: hard,
    allergens: [hard.slice(0, 60)],
  };
  await pos.order({
    type: 'dine_in',
    table_number: hard.slice(0, 40),
    customer_name: hard,
    notes: hard,
    items: [item],
  });
  await pos.order({
    customer_name: 'محمد عبد الرحمن',
    items: [{ name: 'شاورما دجاج', unit_price: 8, notes: 'حار جداً' }],
  });
  await pos.order({ customer_name: '王小明', items: [{ name: '宫保鸡丁配米饭', unit_price: 8, quantity: 3 }] });
  for (let table = 1; table <= 20; table++) await order(pos, String(table), ['Soup', 'Bread']);
  await expect(board.locator('[data-open-count="23"]')).toBeVisible();
  for (const [name, viewport] of Object.entries(screens)) {
    await board.setViewportSize(viewport);
    await expect(tickets(board).first()).toBeVisible();
    await expect.poll(() => outside(board), name).toEqual([]);
    await expect(bumpsOf(board).first(), name).toBeVisible();
    if (name.includes('phone')) continue;
    // The page of the size before may still stand there when they are counted.
    await expect(async () => {
      const bumps = await bumpsOf(board).all();
      for (const bump of bumps) await expect(bump, name).toBeInViewport({ ratio: 1, timeout: 1000 });
      // More than one, or the cook sees no more than the ticket that fills the screen.
      expect(bumps.length, name).toBeGreaterThan(1);
    }).toPass();
  }
});

test('[GRD3] on a phone the bump is as high as a thumb, and the list scrolls to the newest', async ({ board, pos }) => {
  await board.setViewportSize({ width: 390, height: 844 });
  for (let table = 1; table <= 12; table++) await order(pos, String(table), ['Soup']);
  await expect(tickets(board)).toHaveCount(12);
  const box = await bumpOf(ticket(board, 'T 1')).boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(64);
  await ticket(board, 'T 12').scrollIntoViewIfNeeded();
  await expect(bumpOf(ticket(board, 'T 12'))).toBeInViewport();
});

test('[GRD3] a screen that is turned or made small and large again has its grid and pages back', async ({
  board,
  pos,
}) => {
  await board.setViewportSize({ width: 1280, height: 800 });
  for (let table = 1; table <= 16; table++) await order(pos, String(table), ['Soup', 'Bread', 'Wine']);
  const inGrid = board.locator('[data-ticket][style*="absolute"]:not([aria-hidden="true"])');
  await expect(inGrid).not.toHaveCount(0);
  await expect(board.locator('[data-turn="after"]')).toBeVisible();
  const before = await inGrid.count();
  await board.getByRole('button', { name: 'Next page' }).click();
  await board.setViewportSize({ width: 390, height: 844 });
  await expect(tickets(board)).toHaveCount(16);
  await expect(inGrid).toHaveCount(0);
  await expect(board.locator('[data-turn="after"]')).toBeHidden();
  await board.setViewportSize({ width: 1280, height: 800 });
  await expect(inGrid).toHaveCount(before);
  await expect(ticket(board, 'T 1')).toBeVisible();
});
