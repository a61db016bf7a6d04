import { languages } from '../../../src-renderer/messages/language.ts';
import { scale } from '../../harness/scale.ts';
import { expect, guardOver, openBoard, order, test, tickets } from './board-fixture.ts';
import { setStations } from './stations-hand.ts';

/** The short form has those with the longest words. */
const spoken = scale<readonly string[]>({ short: ['de', 'ar'], long: Object.keys(languages) });

const sizes = [
  [1280, 720],
  [1366, 768],
  [1920, 1080],
] as const;

test('[OVW5] on every lying screen and in every language the header is one row, also between two pages', async ({
  pos,
  server,
  page,
}) => {
  test.slow();
  await setStations(pos, [
    { id: 'grill', name: 'Kalte Küche und Salate', items: ['Salad'] },
    { id: 'other', name: 'Other' },
  ]);
  for (let table = 1; table <= 60; table++) await order(pos, String(table), ['Salad']);
  await openBoard(page, server);
  await page.goto(`${server.url}/?station=grill`);
  for (const language of spoken) {
    await page.evaluate((chosen) => localStorage.setItem('kitchen-pass.language', chosen), language);
    await page.reload();
    await expect(tickets(page).first()).toBeVisible();
    await guardOver(page);
    await page.locator('[data-turn="after"]').click();
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await expect(page.locator('[data-turn]')).toHaveCount(2);
      await expect(tickets(page).first()).toBeVisible();
      const rows = await page.evaluate(() => {
        const parts = [...document.querySelectorAll('header[data-chrome] > *')].filter((one) => one.clientWidth > 1);
        const boxes = parts.map((one) => one.getBoundingClientRect());
        const [right, left] = [Math.max(...boxes.map((box) => box.right)), Math.min(...boxes.map((box) => box.left))];
        const isOneRow = Math.max(...boxes.map((box) => box.top)) < Math.min(...boxes.map((box) => box.bottom));
        return { parts: parts.length > 5, isOneRow, isInside: left >= 0 && right <= innerWidth };
      });
      expect(rows, `${language} ${width}`).toEqual({ parts: true, isOneRow: true, isInside: true });
      await page.screenshot({
        path: `artefacts/header/${language}-${width}.png`,
        clip: { x: 0, y: 0, width, height: 220 },
      });
    }
  }
});
