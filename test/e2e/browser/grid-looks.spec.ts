import { bumpOf, expect, guardOver, openBoard, order, test, ticket, tickets } from './board-fixture.ts';
import { choose, openSettings } from './settings-hand.ts';
import { setStations } from './stations-hand.ts';

const screens = {
  wall: { width: 1920, height: 1080 },
  small: { width: 1280, height: 720 },
  tablet: { width: 1280, height: 800 },
  portrait: { width: 1080, height: 1920 },
  phone: { width: 390, height: 844 },
  '4K': { width: 3840, height: 2160 },
};
const dishes = ['Chicken Bowl', 'Steak Burrito', 'Caesar salad', 'Fish & chips', 'Mushroom risotto', 'Crème brûlée'];
const long = [...dishes, ...dishes, ...dishes].map((name, index) => `${name} ${index + 1}`);

/** Pictures for people to look at, in `artefacts/grid`: gaps, torn tickets, overview and settings on every screen. */
test('places, torn tickets, overview and settings can be looked at', async ({ pos, server, page }) => {
  test.setTimeout(180_000);
  await setStations(pos, [
    { id: 'grill', name: 'Grill', items: [] },
    { id: 'cold', name: 'Cold side' },
  ]);
  for (let table = 1; table <= 24; table++)
    await order(pos, String(table), table === 6 ? long : dishes.slice(table % 4, (table % 4) + 1 + (table % 3)));
  await pos.order({ promised_at: new Date(Date.now() + 3 * 3_600_000).toISOString() });
  await openBoard(page, server);
  for (const table of [2, 4]) {
    await bumpOf(ticket(page, `T ${table}`)).click();
    await expect(ticket(page, `T ${table}`)).toBeHidden();
    await guardOver(page);
  }
  const shoot = async (name: string) => {
    await expect(tickets(page).first()).toBeVisible();
    await page.screenshot({ path: `artefacts/grid/${name}.png`, animations: 'disabled' });
  };
  await shoot('gaps-dark');
  for (const theme of ['Light', 'Dark']) {
    await choose(page, theme);
    for (const grid of ['As they fit', '8 places', '12 places']) {
      await page.setViewportSize(screens.wall);
      await choose(page, grid);
      for (const [screen, viewport] of Object.entries(screens)) {
        await page.setViewportSize(viewport);
        await shoot(`${screen}-${grid.replaceAll(' ', '-')}-${theme}`.toLowerCase());
      }
    }
    for (const screen of ['tablet', 'phone'] as const) {
      await page.setViewportSize(screens[screen]);
      await openSettings(page);
      await page.screenshot({ path: `artefacts/grid/settings-${screen}-${theme.toLowerCase()}.png` });
      await page.keyboard.press('Escape');
    }
    await page.setViewportSize(screens.wall);
  }
  await choose(page, 'العربية');
  for (const screen of ['wall', 'tablet', 'phone'] as const) {
    await page.setViewportSize(screens[screen]);
    await shoot(`${screen}-arabic`);
  }
});
