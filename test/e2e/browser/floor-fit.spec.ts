import { scale } from '../../harness/scale.ts';
import { judge } from './accessible-hand.ts';
import { expect, test } from './board-fixture.ts';
import { type FloorLook, tourOfFloor } from './floor-tour.ts';
import { tooSmall } from './hit-hand.ts';
import { widerThanItsBox } from './wider-than-its-box.ts';

const phone: FloorLook = { size: [360, 740], touch: true, theme: 'light', language: 'en' };

const screens = scale<Readonly<Record<string, FloorLook>>>({
  short: { 'phone, light, German': { ...phone, language: 'de' } },
  long: {
    'phone, light, German': { ...phone, language: 'de' },
    'phone, dark, Arabic': { ...phone, theme: 'dark', language: 'ar' },
    'phone, light, French': { ...phone, language: 'fr' },
    'tablet, dark': { ...phone, size: [1280, 800], theme: 'dark' },
    'wall, light, Chinese': { ...phone, size: [1920, 1080], touch: false, language: 'zh' },
  },
});

/** A bare thumb on a phone; half of what a glove needs. */
const least = 48;

for (const [name, screen] of Object.entries(screens)) {
  test(`[LOK1] [LOK2] [GRD3] the floor: nothing serious, nothing too small, nothing out of its box: ${name}`, async ({
    browser,
    server,
    pos,
  }) => {
    test.slow();
    let seen = 0;
    await tourOfFloor({ browser, server, pos }, screen, async (page, what) => {
      seen++;
      await judge(page, what);
      expect.soft(await tooSmall(page, { least, leastLine: least }), what).toEqual([]);
      expect.soft(await page.evaluate(widerThanItsBox), what).toEqual([]);
    });
    expect(seen).toBe(21);
  });
}
