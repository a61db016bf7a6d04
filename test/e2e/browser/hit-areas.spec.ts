import type { Page } from '@playwright/test';
import { expect, guardOver, order, test, tickets } from './board-fixture.ts';

/** 20 mm in pixels, as the screen has it set: `--hit-size` of its own rem. */
const hitOf = (page: Page) =>
  page.evaluate(() => {
    const probe = document.createElement('div');
    probe.style.width = 'var(--hit-size)';
    document.body.append(probe);
    const { width } = probe.getBoundingClientRect();
    probe.remove();
    return width;
  });

type TooSmall = { readonly name: string; readonly width: number; readonly height: number };

/** Everything to be tapped that a gloved finger would miss. A line of a ticket is as wide as the ticket. */
const tooSmall = (page: Page, least: number): Promise<readonly TooSmall[]> =>
  page.evaluate((hit) => {
    const inFront = document.querySelector('dialog[open]') ?? document.body;
    return [...inFront.querySelectorAll<HTMLElement>('button')].flatMap((button) => {
      const { width, height } = button.getBoundingClientRect();
      const isLine = button.dataset.line !== undefined;
      const isSeen = button.checkVisibility() && !button.closest('[aria-hidden="true"]');
      if (!isSeen || isLine || (width >= hit - 0.5 && height >= hit - 0.5)) return [];
      return [{ name: button.getAttribute('aria-label') ?? button.textContent ?? '', width, height }];
    });
  }, least);

const screens = { wall: [1920, 1080], tablet: [1280, 800], portrait: [1080, 1920], phone: [390, 844] } as const;

for (const [screen, [width, height]] of Object.entries(screens)) {
  test(`[HIT1] on a ${screen} everything to be tapped on the board and its sheets is 20 mm`, async ({ board, pos }) => {
    await board.setViewportSize({ width, height });
    for (let table = 1; table <= 30; table++) await order(pos, String(table), ['Soup']);
    await expect(board.locator('[data-open-count="30"]')).toBeVisible();
    await expect(tickets(board).first()).toBeVisible();
    const least = await hitOf(board);
    expect(least).toBeGreaterThanOrEqual(70);
    expect(await tooSmall(board, least)).toEqual([]);
    for (const key of ['r', 'a', 'F1', 'F2']) {
      await board.keyboard.press(key);
      await guardOver(board);
      expect(await tooSmall(board, least), `after ${key}`).toEqual([]);
      await board.keyboard.press('Escape');
    }
  });
}
