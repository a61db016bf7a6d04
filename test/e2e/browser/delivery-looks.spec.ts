import { bumpOf, expect, guardOver, order, test, ticket } from './board-fixture.ts';
import { chip, openPanel, openTab } from './outbox-fixture.ts';
import { choose } from './settings-hand.ts';

const screens = {
  wall: { width: 1920, height: 1080 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
};

/** Pictures for people to look at, in `artefacts/delivery`: what is kept, stored, seen and refused, in the list and on the lines. */
test('the list of changes can be looked at, on three screens in both themes', async ({ context, pos, server }) => {
  test.setTimeout(120_000);
  const dish = 'Grilled sea bass with fennel, orange and a warm potato salad';
  for (const table of ['1', '2', '3', 'Terrace, left of the door', '5']) await order(pos, table, [dish, 'Soup']);
  const page = await openTab(context, `http://kitchen-pass.local:${server.port}`);
  await bumpOf(ticket(page, 'T 1')).click();
  await expect(chip(page)).toHaveText('All sent');
  await page.route('**/api/v1/orders/*/bump', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 409, code: 'order_closed', title: 'No', detail: 'The order is closed.' }),
    }),
  );
  await guardOver(page);
  await bumpOf(ticket(page, 'T 2')).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.unroute('**/api/v1/orders/*/bump');
  await server.kill('SIGKILL');
  await guardOver(page);
  await ticket(page, 'T 3').getByText('Soup').click();
  await guardOver(page);
  await bumpOf(ticket(page, 'T 5')).click();
  await expect(chip(page)).toContainText('kept on this tablet');
  for (const [screen, viewport] of Object.entries(screens)) {
    await page.setViewportSize(viewport);
    for (const theme of ['Light', 'Dark']) {
      await choose(page, theme);
      const name = `artefacts/delivery/${screen}-${theme.toLowerCase()}`;
      await page.screenshot({ path: `${name}-board.png`, animations: 'disabled' });
      const panel = await openPanel(page);
      await page.screenshot({ path: `${name}-list.png`, animations: 'disabled' });
      await page.keyboard.press('Escape');
      await expect(panel).toBeHidden();
    }
  }
});
