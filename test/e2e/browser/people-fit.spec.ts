import type { Page } from '@playwright/test';
import { scale } from '../../harness/scale.ts';
import { judge } from './accessible-hand.ts';
import { expect, test } from './board-fixture.ts';
import { tooSmall } from './hit-hand.ts';
import { type Look, stops, tourOfPeople } from './people-tour.ts';
import { widerThanItsBox } from './wider-than-its-box.ts';

type Fit = Look & {
  readonly least: number;
  /** On the pairing page, where nobody has chosen a size yet. */
  readonly leastDoor?: number;
  /** Whether axe is asked, too; it takes longer than all the rest. */
  readonly axe: boolean;
};

const wall: Fit = { size: [1920, 1080], touch: false, theme: 'dark', language: 'en', least: 81, axe: true };
const tablet: Fit = { size: [1280, 800], touch: true, theme: 'light', language: 'ar', least: 118, axe: true };
const phone: Fit = { size: [390, 844], touch: true, theme: 'light', language: 'en', least: 118, axe: true };

const screens = scale<Readonly<Record<string, Fit>>>({
  short: { 'phone, light': phone },
  long: {
    'wall, dark': wall,
    'wall, light, Arabic': { ...wall, theme: 'light', language: 'ar' },
    'tablet, light, Arabic': tablet,
    'tablet, largest': { ...tablet, theme: 'dark', language: 'en', hitSize: 'largest', least: 140, leastDoor: 118 },
    'phone, light': phone,
    'phone, dark, Arabic': { ...phone, theme: 'dark', language: 'ar' },
  },
});

type Visit = { readonly stops: Parameters<typeof tourOfPeople>[3]; readonly screens: number };

/** What is visited in one test, and how many screens there are at least: all at once takes a slow machine too long. */
const panel = { 'the panel': { stops: [stops.panel], screens: 8 } };
const visits = scale<Readonly<Record<string, Visit>>>({
  short: panel,
  long: { ...panel, 'pairing and a PIN': { stops: [stops.pairing, stops.here, stops.pin], screens: 16 } },
});

for (const [name, screen] of Object.entries(screens)) {
  for (const [part, visit] of Object.entries(visits)) {
    test(`[LOK1] [LOK2] [HIT1] [GRD3] people and devices: nothing serious, nothing too small, nothing out of its box: ${part}: ${name}`, async ({
      browser,
      server,
      pos,
    }) => {
      test.slow();
      let seen = 0;
      const look = async (page: Page, what: string) => {
        seen++;
        if (screen.axe) await judge(page, what);
        const least = (what.startsWith('pair-') && screen.leastDoor) || screen.least;
        expect.soft(await tooSmall(page, { least, leastLine: least }), what).toEqual([]);
        expect.soft(await page.evaluate(widerThanItsBox), what).toEqual([]);
      };
      await tourOfPeople({ browser, server, pos }, screen, look, visit.stops);
      expect(seen).toBe(visit.screens);
    });
  }
}
