import type { Language } from '../../../src-renderer/messages/language.ts';
import { judge } from './accessible-hand.ts';
import { expect, test } from './board-fixture.ts';
import { type GuestLook, tourOfGuest } from './guest-tour.ts';
import { widerThanItsBox } from './wider-than-its-box.ts';

const languages: readonly Language[] = ['en', 'de', 'es', 'fr', 'zh', 'ar'];

const looks: Readonly<Record<string, GuestLook>> = {
  ...Object.fromEntries(
    languages.map((language, index) => [
      `phone-${language}`,
      { size: [360, 740], theme: index % 2 ? 'dark' : 'light', language },
    ]),
  ),
  tablet: { size: [1024, 768], theme: 'dark', language: 'en' },
  desk: { size: [1440, 900], theme: 'light', language: 'de' },
};

/** Pictures for people to look at, in `artefacts/guest`; each is judged, and nothing of it runs out of its box. */
for (const [name, look] of Object.entries(looks)) {
  test(`[GST2] the page of an order can be looked at: ${name}`, async ({ browser, server, pos }) => {
    test.slow();
    await tourOfGuest({ browser, server, pos }, look, async (page, what) => {
      await judge(page, `${what}-${name}`);
      expect.soft(await page.evaluate(widerThanItsBox), `${what}-${name}`).toEqual([]);
      await page.screenshot({ path: `artefacts/guest/${what}-${name}.png`, animations: 'disabled' });
    });
  });
}
