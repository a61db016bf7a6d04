import { languages } from '../../../src-renderer/messages/language.ts';
import { scale } from '../../harness/scale.ts';
import { expect, guardOver, tickets } from './board-fixture.ts';
import { bringEveryState } from './every-state.ts';
import { test } from './station-fixture.ts';

/** The short form has those with the longest words. */
const spoken = scale<readonly string[]>({ short: ['de', 'fr'], long: Object.keys(languages) });

/** Buttons of tickets in which a word is cut off or leaves its button. */
const tooNarrow = () =>
  [...document.querySelectorAll<HTMLElement>('[data-ticket]:not([aria-hidden="true"]) [data-foot] button')]
    .filter((button) => {
      const { left, right } = button.getBoundingClientRect();
      return [...button.childNodes].some((part) => {
        if (part instanceof Element && part.className === 'sr-only') return false;
        const words = document.createRange();
        words.selectNode(part);
        return [...words.getClientRects()].some((box) => box.left < left || box.right > right);
      });
    })
    .map((button) => button.textContent);

type Screen = { readonly viewport: { readonly width: number; readonly height: number }; readonly hasTouch: boolean };

const tablet: Screen = { viewport: { width: 1280, height: 800 }, hasTouch: true };

const screens = scale<Readonly<Record<string, Screen>>>({
  short: { 'a tablet': tablet },
  long: { 'a tablet': tablet, 'a wall': { viewport: { width: 1920, height: 1080 }, hasTouch: false } },
});

for (const [name, options] of Object.entries(screens))
  test.describe(name, () => {
    test.use(options);

    test('[GRD3] in every language each step of a ticket fits its button, also beside its number', async ({
      kitchen,
      pos,
      screenOf,
    }) => {
      test.slow();
      await bringEveryState(kitchen, pos);
      for (const station of ['grill', 'pass']) {
        const screen = await screenOf(station);
        for (const language of spoken) {
          await screen.evaluate((chosen) => localStorage.setItem('kitchen-pass.language', chosen), language);
          await screen.reload();
          await expect(tickets(screen).first()).toBeVisible();
          await guardOver(screen);
          expect.soft(await screen.evaluate(tooNarrow), `${station} ${language}`).toEqual([]);
          await screen.keyboard.press('1');
          await expect(tickets(screen).locator('kbd').first()).toBeVisible();
          expect.soft(await screen.evaluate(tooNarrow), `${station} ${language} by keys`).toEqual([]);
          await screen.screenshot({ path: `artefacts/feet/${name.replaceAll(' ', '-')}-${station}-${language}.png` });
        }
      }
    });
  });
