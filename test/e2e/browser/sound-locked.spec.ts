import { chromiumOptions } from '../../config/chromium-options.ts';
import { bumpOf, expect, guardOver, openBoard, order, test, ticket, tickets } from './board-fixture.ts';
import { played, watchSound } from './sound-watch.ts';

/** As a browser is that somebody has just switched on. */
test.use({ launchOptions: chromiumOptions('document-user-activation-required') });
test.beforeEach(({ page }) => watchSound(page));

test('[CHM9] a locked browser says so, and any touch unlocks it; off says so, too, and the choice is kept', async ({
  page,
  pos,
  server,
}) => {
  await openBoard(page, server);
  await order(pos, '1', ['Soup']);
  await expect(ticket(page, 'T 1')).toBeVisible();
  await expect(page.locator('[data-sound="locked"]')).toHaveText('Tap to allow sound');
  expect(await played(page)).toEqual([]);
  await page.locator('[data-sound="locked"]').click();
  await expect(page.locator('[data-sound]')).toHaveCount(0);

  await guardOver(page);
  await page.locator('[data-settings]').click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Test: Late ticket' }).click();
  await expect.poll(() => played(page)).toEqual(['late']);
  const quieter = sheet.getByRole('button', { name: 'Quieter' });
  while (await quieter.isEnabled()) await quieter.click();
  await guardOver(page);
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('[data-sound="off"]')).toHaveText('Sound is off');
  await page.reload();
  await expect(page.locator('[data-sound="off"]')).toBeVisible();
  await page.locator('[data-sound="off"]').click();
  await expect(page.locator('[data-sound]')).toHaveCount(0);
});

test('[CHM9] [TAP1] the first tap does what it was meant for, although the sign goes with it', async ({
  page,
  pos,
  server,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await order(pos, '1', ['Soup']);
  await openBoard(page, server);
  await expect(page.locator('[data-sound="locked"]')).toBeVisible();
  await guardOver(page);
  await bumpOf(ticket(page, 'T 1')).click();
  await expect(tickets(page)).toHaveCount(0);
  await expect(page.locator('[data-sound]')).toHaveCount(0);
});
