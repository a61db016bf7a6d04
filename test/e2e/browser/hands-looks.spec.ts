import type { Page } from '@playwright/test';
import { openSmallKitchen } from '../../harness/small-kitchen.ts';
import { expect, guardOver, openBoard, test, tickets } from './board-fixture.ts';

const screens = {
  wall: { width: 1920, height: 1080 },
  tablet: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

const looks = [
  ['wall', 'dark', 'en'],
  ['tablet', 'light', 'en'],
  ['tablet', 'dark', 'ar'],
  ['phone', 'dark', 'en'],
  ['phone', 'light', 'ar'],
] as const;

const views = {
  recall: { key: 'r', shows: (page: Page) => page.locator('[data-recall]').first() },
  counts: { key: 'a', shows: (page: Page) => page.locator('[data-dish-count]').first() },
  wipe: { key: 'w', shows: (page: Page) => page.locator('[data-wipe-lock]') },
  help: { key: 'F1', shows: (page: Page) => page.locator('[data-help]').first() },
  learn: { key: 'F2', shows: (page: Page) => page.locator('[data-learn]').first() },
  transfer: { key: 't', shows: (page: Page) => page.getByRole('dialog').getByRole('button').nth(1) },
};

/** Pictures for people to look at, in `artefacts/hands`. */
test('what hands open can be looked at, on three screens, in both themes and directions', async ({
  pos,
  server,
  page,
}) => {
  test.setTimeout(180_000);
  const kitchen = await openSmallKitchen(pos);
  for (let table = 1; table <= 9; table++) {
    const more = { modifiers: table % 2 ? ['no onion', 'well done'] : ['extra cheese'], quantity: 1 + (table % 3) };
    const dishes = ['platter', 'cola', 'fries'].slice(0, table % 4);
    const made = await kitchen.order([{ sku: 'burger', ...more }, ...dishes], {
      table_number: table === 7 ? 'Terrace, by the window' : String(table),
      customer_name: table % 2 ? 'Zoë Müller' : null,
    });
    if (table > 6)
      for (const station of ['grill', 'fry', 'bar', 'pass'])
        await pos.call('POST', `/orders/${made.id}/bump`, { station });
  }
  await openBoard(page, server);
  for (const [screen, theme, language] of looks) {
    await page.setViewportSize(screens[screen]);
    await page.evaluate(
      ([one, other]) => {
        localStorage.setItem('kitchen-pass.theme', one);
        localStorage.setItem('kitchen-pass.language', other);
      },
      [theme, language] as const,
    );
    await page.reload();
    await expect(tickets(page).first()).toBeVisible();
    for (const [name, { key, shows }] of Object.entries(views)) {
      await page.keyboard.press('2');
      await page.keyboard.press(key);
      await expect(shows(page)).toBeVisible();
      if (name === 'counts') await page.locator('[data-dish-count]').first().click();
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({
        path: `artefacts/hands/${name}-${screen}-${theme}-${language}.png`,
        animations: 'disabled',
      });
      await page.keyboard.down('Escape');
      // The wipe-lock ends only when a key was held, and is let go ([WIP1]).
      if (name.startsWith('wipe')) await expect(page.locator('[data-wipe-lock] [data-done="true"]')).toBeVisible();
      await page.keyboard.up('Escape');
      await expect(shows(page)).toBeHidden();
      // After it keys are silent for half a second.
      for (const _ of ['guard', 'silence', 'rest']) await guardOver(page);
    }
  }
});
