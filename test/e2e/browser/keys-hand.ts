import type { Locator, Page } from '@playwright/test';
import { guardOver } from './board-fixture.ts';

/** Each press as far from the last as two of a cook's are ([TAP1]). */
export async function press(board: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await guardOver(board);
    await board.keyboard.press(key);
  }
}

/** Moves on until the focus is there, as somebody does who sees it; moving alone is held up by nothing. */
export async function moveTo(board: Page, key: string, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < 60; step++) {
    if (await target.evaluate((one) => one === document.activeElement)) return;
    await board.keyboard.press(key);
  }
  throw new Error(`${key} never reached ${target}`);
}
