import { judge } from './accessible-hand.ts';
import { expect, test } from './board-fixture.ts';
import { tooSmall } from './hit-hand.ts';
import { type OfficeLook, tourOfSiteOffice } from './site-office-tour.ts';
import { widerThanItsBox } from './wider-than-its-box.ts';

const desk = { size: [1440, 900], touch: false } as const;
const tablet = { size: [1024, 768], touch: true } as const;
const phone = { size: [360, 740], touch: true } as const;

const looks: Readonly<Record<string, OfficeLook>> = {
  'desk-light': { ...desk, theme: 'light', language: 'en' },
  'desk-dark': { ...desk, theme: 'dark', language: 'es' },
  'wall-dark': { size: [1920, 1080], touch: false, theme: 'dark', language: 'zh' },
  'tablet-light': { ...tablet, theme: 'light', language: 'de' },
  'tablet-dark': { ...tablet, theme: 'dark', language: 'en' },
  'phone-light': { ...phone, theme: 'light', language: 'en' },
  'phone-dark': { ...phone, theme: 'dark', language: 'ar' },
  'phone-french': { ...phone, theme: 'light', language: 'fr' },
};

/** A bare thumb, and a mouse. */
const least = 48;

/** Judged, and drawn for people to look at, in `artefacts/site-office`. */
for (const [name, look] of Object.entries(looks)) {
  test(`[STE1] [STE5] [LOK1] [LOK2] [GRD3] stations, rules and histories: nothing serious, nothing too small, nothing out of its box: ${name}`, async ({
    browser,
    server,
    pos,
  }) => {
    test.slow();
    let seen = 0;
    await tourOfSiteOffice({ browser, server, pos }, look, async (page, what) => {
      seen++;
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `artefacts/site-office/${what}-${name}.png`, animations: 'disabled' });
      await judge(page, what);
      expect.soft(await tooSmall(page, { least, leastLine: least }), what).toEqual([]);
      expect.soft(await page.evaluate(widerThanItsBox), what).toEqual([]);
    });
    expect(seen).toBe(14);
  });
}
