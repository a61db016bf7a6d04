import { test } from './board-fixture.ts';
import { type FloorLook, tourOfFloor } from './floor-tour.ts';

const looks: Readonly<Record<string, FloorLook>> = {
  phone: { size: [360, 740], touch: true, theme: 'light', language: 'en' },
  'phone-dark': { size: [390, 844], touch: true, theme: 'dark', language: 'ar' },
  tablet: { size: [1280, 800], touch: true, theme: 'light', language: 'de' },
  wall: { size: [1920, 1080], touch: false, theme: 'dark', language: 'en' },
};

/** Pictures for people to look at, in `artefacts/floor`. */
for (const [name, look] of Object.entries(looks)) {
  test(`the floor can be looked at: ${name}`, async ({ browser, server, pos }) => {
    test.slow();
    await tourOfFloor({ browser, server, pos }, look, async (page, what) => {
      await page.screenshot({ path: `artefacts/floor/${what}-${name}.png`, animations: 'disabled' });
    });
  });
}
