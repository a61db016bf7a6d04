import { expect, openBoard, test, tickets } from './board-fixture.ts';
import { choose } from './settings-hand.ts';

const dishes = ['Chicken Bowl', 'Steak Burrito', 'Caesar salad', 'Fish & chips', 'Mushroom risotto', 'Crème brûlée'];

function orderOf(index: number): Record<string, unknown> {
  const items = dishes.slice(index % 3, (index % 3) + 1 + (index % 4)).map((name, place) => ({
    name,
    unit_price: 9.5,
    quantity: 1 + (place % 2),
    modifiers: place % 2 ? ['no onion', 'extra cheese'] : [],
    ...(index % 5 === 2 ? { notes: 'sauce on the side', allergens: ['nuts'] } : {}),
  }));
  const where = index % 2 ? { type: 'takeaway', customer_name: 'Lena' } : { type: 'dine_in', table_number: index + 1 };
  return { ...where, priority: index % 6 === 3 ? 'high' : 'normal', items };
}

const screens = {
  wall: { width: 1920, height: 1080 },
  tablet: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

/** Pictures for people to look at, in `artefacts/board`. */
test('the board can be looked at, on three screens in both themes', async ({ pos, server, page }) => {
  for (let index = 0; index < 12; index++) expect((await pos.order(orderOf(index))).status).toBe(201);
  await openBoard(page, server);
  for (const [screen, viewport] of Object.entries(screens)) {
    await page.setViewportSize(viewport);
    for (const theme of ['Light', 'Dark']) {
      await choose(page, theme);
      await expect(tickets(page).first()).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `artefacts/board/${screen}-${theme.toLowerCase()}.png`, animations: 'disabled' });
    }
  }
});
