import type { Page } from '@playwright/test';
import { expect, guardOver, test } from './board-fixture.ts';
import { beginAt, openAs, tapDish } from './floor-hand.ts';
import { openDish, openOffice, row, save } from './menu-office-hand.ts';
import { cameraPhoto, secretPlace } from './photo-hand.ts';

test.use({ viewport: { width: 1280, height: 800 } });

const picker = (page: Page) => page.locator('input[type="file"]');
const wrong = (page: Page) => page.locator('[data-wrong]');
/** Of a picture that is drawn; undefined where there is none. */
const widthOf = (page: Page, at: string) =>
  page
    .locator(`${at} img[data-photo]`)
    .evaluateAll((all) => all.map((one) => one instanceof HTMLImageElement && one.naturalWidth)[0]);

test('[PHO5] [PHO6] a photo is made small and says nothing of where it was taken, and is at the table at once', async ({
  page,
  browser,
  server,
  pos,
}) => {
  test.slow();
  const { ids } = await openOffice(page, server, pos);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const tablet = await context.newPage();
  await openAs(tablet, server, pos, 'anna');
  await beginAt(tablet, '4');
  await openDish(page, 'soup');
  for (const [name, mimeType, words] of [
    ['logo.svg', 'image/svg+xml', /SVG/],
    ['IMG_1.HEIC', '', /HEIC/],
    ['dish.jpg', 'image/jpeg', /damaged/],
    ['menu.pdf', 'application/pdf', /no picture/],
  ] as const) {
    await picker(page).setInputFiles({
      name,
      mimeType,
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    });
    await expect(wrong(page)).toContainText(words);
  }
  const taken = await cameraPhoto(page);
  expect([taken.includes(secretPlace), taken.length > 200 * 1024]).toEqual([true, true]);
  await picker(page).setInputFiles({ name: 'IMG_2.JPG', mimeType: 'image/jpeg', buffer: taken });
  await expect(page.locator('[data-photo-chosen] img')).toBeVisible();
  await expect(wrong(page)).toHaveCount(0);
  // Nothing is sent before somebody has looked at it.
  const dish = async () => (await pos.call('GET', `/products/${ids.soup}`)).json;
  expect((await dish()).photo).toBe(null);
  await guardOver(page);
  await save(page);
  await expect(wrong(page)).toContainText('Use this photo or cancel it');
  await guardOver(page);
  await page.locator('[data-photo-give]').click();
  await expect(page.locator('[data-photo-chosen]')).toHaveCount(0);

  const { photo, version } = await dish();
  const sent = Buffer.from(await (await fetch(`${server.url}/photos/${photo}`)).arrayBuffer());
  expect([sent.includes(secretPlace), sent.length < 150_000]).toEqual([false, true]);
  await expect.poll(() => widthOf(page, '[data-dish-form]')).toBe(800);
  await tablet.getByRole('button', { name: 'Starters', exact: true }).click();
  await expect.poll(() => widthOf(tablet, '[data-dish="soup"]')).toBe(800);
  await tablet.getByRole('button', { name: 'Mains', exact: true }).click();
  await expect(tablet.locator('[data-dish="steak"]')).toBeVisible();
  expect(await widthOf(tablet, '[data-dish="steak"]')).toBe(undefined);

  // Who does not want them sees and fetches none; one that cannot be had is left out.
  const tile = tablet.locator('[data-dish="soup"]');
  const reopened = async () => {
    await tablet.reload();
    await tablet.getByRole('button', { name: 'Starters', exact: true }).click();
    await expect(tile).toBeVisible();
  };
  await tapDish(tablet, 'Starters', 'Tomato soup');
  await tablet.locator('[data-settings]').click();
  await guardOver(tablet);
  await tablet.getByRole('button', { name: 'Leave out' }).click();
  await expect(tile.locator('img')).toBeHidden();
  await reopened();
  await expect(tile.locator('img')).toBeHidden();
  await tablet.evaluate(() => localStorage.removeItem('kitchen-pass.floor-photos'));
  await context.route('**/photos/*', (route) => route.abort());
  await reopened();
  await expect(tile.locator('img')).toHaveCount(0);
  await context.close();

  // Dropped, and taken away again.
  await guardOver(page);
  await page.locator('[data-photo-remove]').click();
  await expect(page.locator('[data-dish-form] img[data-photo]')).toHaveCount(0);
  expect(await dish()).toMatchObject({ photo: null, version: version + 1 });
  const data = await page.evaluateHandle(async () => {
    const canvas = new OffscreenCanvas(40, 30);
    canvas.getContext('2d')?.fillRect(0, 0, 40, 30);
    const transfer = new DataTransfer();
    transfer.items.add(new File([await canvas.convertToBlob()], 'dropped.png', { type: 'image/png' }));
    return transfer;
  });
  await page.dispatchEvent('[data-photo-drop]', 'drop', { dataTransfer: data });
  await guardOver(page);
  await page.locator('[data-photo-give]').click();
  await expect.poll(() => widthOf(page, '[data-dish-form]')).toBe(40);
  await page.goto(`${server.url}/manage#/menu`);
  await expect.poll(() => widthOf(page, '[data-dish-row="soup"]')).toBe(40);
  await expect(row(page, 'steak').locator('img')).toHaveCount(0);
});
