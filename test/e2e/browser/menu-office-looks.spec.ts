import { judge } from './accessible-hand.ts';
import { expect, test } from './board-fixture.ts';
import { tooSmall } from './hit-hand.ts';
import { type OfficeLook, tourOfOffice } from './menu-office-hand.ts';
import { widerThanItsBox } from './wider-than-its-box.ts';

const looks: Readonly<Record<string, OfficeLook>> = {
  phone: { size: [360, 740], touch: true, theme: 'light', language: 'en' },
  'phone-dark': { size: [390, 844], touch: true, theme: 'dark', language: 'ar' },
  tablet: { size: [1024, 768], touch: true, theme: 'light', language: 'de' },
  desk: { size: [1440, 900], touch: false, theme: 'dark', language: 'en' },
  'desk-light': { size: [1440, 900], touch: false, theme: 'light', language: 'fr' },
  'desk-chinese': { size: [1280, 800], touch: false, theme: 'dark', language: 'zh' },
  'wall-spanish': { size: [3840, 2160], touch: false, theme: 'light', language: 'es' },
};

/** A bare thumb, as on the floor. */
const least = 48;

/** Pictures for people to look at, in `artefacts/menu-office`, each judged as well. */
for (const [name, look] of Object.entries(looks)) {
  test(`[LOK1] [LOK2] [GRD3] the menu in the office: nothing serious, nothing too small, nothing out of its box: ${name}`, async ({
    browser,
    server,
    pos,
  }) => {
    test.slow();
    let seen = 0;
    await tourOfOffice({ browser, server, pos }, look, async (page, what) => {
      seen++;
      await page.screenshot({ path: `artefacts/menu-office/${what}-${name}.png`, animations: 'disabled' });
      await judge(page, what);
      expect.soft(await tooSmall(page, { least, leastLine: least }), what).toEqual([]);
      expect.soft(await page.evaluate(widerThanItsBox), what).toEqual([]);
    });
    expect(seen).toBe(15);
  });
}
