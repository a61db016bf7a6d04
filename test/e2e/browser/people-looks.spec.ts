import { test } from './board-fixture.ts';
import { tourOfPeople } from './people-tour.ts';

const sizes = { wall: [1920, 1080], tablet: [1280, 800], phone: [390, 844] } as const;

const looks = [
  ['wall', 'dark', 'en'],
  ['wall', 'light', 'en'],
  ['tablet', 'dark', 'en'],
  ['tablet', 'light', 'ar'],
  ['phone', 'light', 'en'],
  ['phone', 'dark', 'ar'],
] as const;

/** Pictures for people to look at, in `artefacts/people`. */
for (const [screen, theme, language] of looks) {
  test(`people and devices can be looked at: ${screen}, ${theme}, ${language}`, async ({ browser, server, pos }) => {
    test.slow();
    const look = { size: sizes[screen], touch: screen !== 'wall', theme, language };
    await tourOfPeople({ browser, server, pos }, look, async (page, name) => {
      await page.evaluate(() => document.fonts.ready);
      const path = `artefacts/people/${name}-${screen}-${theme}-${language}.png`;
      await page.screenshot({ path, animations: 'disabled' });
    });
  });
}
