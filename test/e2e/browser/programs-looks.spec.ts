import { expect } from '@playwright/test';
import { openSink } from '../../harness/webhook-sink.ts';
import { judge } from './accessible-hand.ts';
import { guardOver, test } from './board-fixture.ts';
import { giveUp, openPrograms } from './programs-hand.ts';
import { widerThanItsBox } from './wider-than-its-box.ts';

const sizes = { desk: [1440, 900], tablet: [1024, 768], phone: [360, 740], wall: [3840, 2160] } as const;

const looks = [
  ['desk', 'light', 'en'],
  ['desk', 'dark', 'de'],
  ['tablet', 'light', 'de'],
  ['tablet', 'dark', 'en'],
  ['phone', 'light', 'de'],
  ['phone', 'dark', 'ar'],
  ['phone', 'light', 'fr'],
  ['desk', 'light', 'zh'],
  ['wall', 'light', 'es'],
] as const;

/** Pictures for people to look at, in `artefacts/programs`; each is also judged. */
for (const [screen, theme, language] of looks) {
  test(`[HOK5] [POS3] programs can be looked at: ${screen}, ${theme}, ${language}`, async ({
    browser,
    server,
    pos,
  }) => {
    test.slow();
    const [width, height] = sizes[screen];
    const context = await browser.newContext({ viewport: { width, height }, hasTouch: screen !== 'desk' });
    await context.addInitScript(
      ([chosenTheme, chosenLanguage]) => {
        localStorage.setItem('kitchen-pass.theme', chosenTheme);
        localStorage.setItem('kitchen-pass.language', chosenLanguage);
      },
      [theme, language] as const,
    );
    const page = await context.newPage();
    const see = async (what: string) => {
      await judge(page, what);
      expect.soft(await page.evaluate(widerThanItsBox), what).toEqual([]);
      const path = `artefacts/programs/${what}-${screen}-${theme}-${language}.png`;
      await page.screenshot({ path, animations: 'disabled', fullPage: false });
    };
    const sink = await openSink();
    const section = await openPrograms(page, server);
    await expect(section.locator('[data-row]')).toHaveCount(0);
    await see('none');
    await guardOver(page);
    await section.locator('button[aria-expanded]').click();
    await section.locator('input[name=webhook-url]').fill('nowhere');
    await guardOver(page);
    await section.locator('button[type=submit]').click();
    await expect(section.locator('[aria-invalid]')).toBeVisible();
    await see('wrong');
    sink.answerWith(500);
    await section
      .locator('input[name=webhook-url]')
      .fill(`${sink.url}/a-long-way-to-the-till-at-the-bar-by-the-window`);
    await guardOver(page);
    await section.locator('button[type=submit]').click();
    await section.locator('[data-new-key] summary').click();
    await see('secret');
    await section.locator('[data-new-key] button').last().click();
    await pos.order();
    await pos.order({ type: 'dine_in', table_number: '7' });
    await giveUp(server, pos, 2);
    await guardOver(page);
    await section.locator('[data-row] button').first().click();
    await expect(section.locator('[data-test-result=false]')).toBeVisible();
    await see('tested');
    await expect(section.locator('[data-row] button[aria-expanded]')).toHaveCount(2);
    await guardOver(page);
    await section.locator('[data-row] button[aria-expanded]').first().click();
    await expect(section.locator('[data-failed] li')).toHaveCount(2);
    await see('given-up');
    await page.goto(`${server.url}/docs#post_orders`);
    await expect(page.locator('#post_orders')).toBeInViewport();
    await see('api');
    await sink.close();
    await context.close();
  });
}
