import type { Page } from '@playwright/test';
import { expect, tickets } from './board-fixture.ts';
import { bringEveryState } from './every-state.ts';
import { choose } from './settings-hand.ts';
import { openSheet, test } from './station-fixture.ts';

const screens = {
  wall: { width: 1920, height: 1080 },
  tablet: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `artefacts/board/${name}.png`, animations: 'disabled' });
}

/** Pictures for people to look at, in `artefacts/board`. */
test('tickets can be looked at in every state, at a station and at the pass', async ({ kitchen, pos, screenOf }) => {
  test.setTimeout(120_000);
  await pos.call('PATCH', '/settings', { acknowledge_allergens: true });
  await bringEveryState(kitchen, pos);
  for (const station of ['grill', 'pass']) {
    const page = await screenOf(station);
    await expect(tickets(page).first()).toBeVisible();
    for (const theme of ['Light', 'Dark']) {
      await choose(page, theme);
      for (const [screen, viewport] of Object.entries(screens)) {
        await page.setViewportSize(viewport);
        await picture(page, `${station}-${screen}-${theme.toLowerCase()}`);
      }
      await page.setViewportSize(screens.tablet);
      await openSheet(page, 'T 1', 'burger');
      await picture(page, `${station}-sheet-${theme.toLowerCase()}`);
      await page.keyboard.press('Escape');
    }
  }
});
