import type { Locator, Page } from '@playwright/test';
import { expect, guardOver } from './board-fixture.ts';

/** Opens what may differ from screen to screen, whatever language it is in. */
export async function openSettings(page: Page): Promise<Locator> {
  const sheet = page.getByRole('dialog');
  // Just after something has moved, a tap does not count ([TAP1]).
  await expect(async () => {
    if (!(await sheet.isVisible())) await page.locator('[data-settings]').click({ timeout: 5000 });
    await expect(sheet).toBeVisible({ timeout: 1000 });
  }).toPass();
  return sheet;
}

async function closeSettings(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** A choice of the sheet by its words: a theme, or a language by its own name. */
export async function choose(page: Page, words: string): Promise<void> {
  const sheet = await openSettings(page);
  const button = sheet.getByRole('button', { name: words, exact: true });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await closeSettings(page);
}

export async function signOut(page: Page): Promise<void> {
  const sheet = await openSettings(page);
  await guardOver(page);
  await sheet.getByRole('button', { name: 'Sign out' }).click();
  // Whoever opens the settings at the door must not find those of the board, which are going.
  await expect(sheet).toBeHidden();
}
