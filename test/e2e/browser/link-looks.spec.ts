import type { Page } from '@playwright/test';
import { expect, order, test } from './board-fixture.ts';
import { freshness, signInByName, wake, withoutWebSocket } from './link-hand.ts';
import { choose } from './settings-hand.ts';

/** Pictures for people to look at, in `artefacts/link`. */
test('what the board says of its link can be looked at', async ({ page, context, pos, server }) => {
  test.slow();
  for (let table = 1; table <= 6; table++) await order(pos, String(table), ['Soup', 'Steak Burrito']);
  const webSocket = await withoutWebSocket(page);
  await page.clock.install();
  await signInByName(page, server);
  await expect(freshness(page)).toContainText('Live (backup link)', { timeout: 30_000 });
  await look(page, 'backup');
  webSocket.letThrough();
  await wake(page);
  await expect(freshness(page)).toHaveText(/^Live\d/);
  await look(page, 'live');
  await context.setOffline(true);
  await expect(freshness(page)).toContainText('No network here');
  await look(page, 'offline');
  await page.clock.fastForward(17_000);
  await expect(page.locator('[data-freshness="waiting"]')).toBeVisible();
  await look(page, 'amber');
  await page.clock.fastForward(25_000);
  await expect(page.getByRole('alert')).toBeVisible();
  await look(page, 'red');
});

const screens = { wall: [1920, 1080], tablet: [820, 1180], phone: [390, 844] } as const;

async function look(page: Page, name: string): Promise<void> {
  for (const [screen, [width, height]] of Object.entries(screens)) {
    await page.setViewportSize({ width, height });
    for (const theme of ['Light', 'Dark']) {
      await choose(page, theme);
      await page.evaluate(() => document.fonts.ready);
      const path = `artefacts/link/${name}-${screen}-${theme.toLowerCase()}.png`;
      await page.screenshot({ path, animations: 'disabled' });
    }
  }
}
