import { judge } from './accessible-hand.ts';
import { expect } from './board-fixture.ts';
import { longNight, manyDishes, test } from './reports-fixture.ts';
import { letIn } from './signed-in.ts';
import { widerThanItsBox } from './wider-than-its-box.ts';

const sizes = { desk: [1440, 900], tablet: [1024, 768], phone: [360, 740], wall: [3840, 2160] } as const;

const looks = [
  ['desk', 'light', 'en'],
  ['desk', 'dark', 'de'],
  ['tablet', 'light', 'es'],
  ['tablet', 'dark', 'ar'],
  ['phone', 'light', 'ar'],
  ['phone', 'dark', 'de'],
  ['phone', 'light', 'fr'],
  ['wall', 'light', 'zh'],
] as const;

/** Pictures for people to look at, in `artefacts/reports`; and what a machine can see of them. */
for (const [screen, theme, language] of looks) {
  test(`[RPO5] [LOK1] reports: nothing serious, nothing out of its box: ${screen}, ${theme}, ${language}`, async ({
    page,
    server,
  }) => {
    test.slow();
    const [width, height] = sizes[screen];
    await page.setViewportSize({ width, height });
    await page.addInitScript(
      ([first, second]) => {
        localStorage.setItem('kitchen-pass.theme', first);
        localStorage.setItem('kitchen-pass.language', second);
      },
      [theme, language] as const,
    );
    await letIn(page.context(), server);
    for (const [name, days] of Object.entries({
      night: longNight,
      dishes: manyDishes,
      none: { from: '2026-01-01', to: '2026-01-02' },
    })) {
      await page.goto(`${server.url}/manage#/reports/${days.from}/${days.to}`);
      await expect(page.locator('[data-report=told]')).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      for (const part of ['[data-days]', 'figure', '#figures-part', '#figures-item']) {
        const there = page.locator(part).first();
        if ((await there.count()) === 0) continue;
        await there.evaluate((element) => element.scrollIntoView({ block: 'start' }));
        const path = `artefacts/reports/${name}-${part.replace(/\W/g, '')}-${screen}-${theme}-${language}.png`;
        await page.screenshot({ path, animations: 'disabled' });
      }
      await judge(page, name);
      // Tables scroll within their frame.
      await page.evaluate(() => {
        for (const one of document.querySelectorAll<HTMLElement>('[data-figures]')) one.hidden = true;
      });
      expect.soft(await page.evaluate(widerThanItsBox), name).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
    }
  });
}
