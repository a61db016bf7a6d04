import { createServerProcess } from '../../harness/server-process.ts';
import { test as base, bumpOf, expect, guardOver, openBoard, order, ticket } from './board-fixture.ts';

/** A kitchen in Kathmandu, and screens that were set to New York: a quarter of an hour apart, too. */
const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names in the pattern
  server: async ({}, use) => {
    const server = await createServerProcess({ KDS_TIMEZONE: 'asia/kathmandu' });
    await server.start();
    await use(server);
    await server.remove();
  },
});
test.use({ timezoneId: 'America/New_York' });

const inKitchen = (atMs: number) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Kathmandu' }).format(atMs);

test('[TOD1] [CRD2] board, tickets and recall list tell the time of the restaurant', async ({ page, pos, server }) => {
  await openBoard(page, server);
  const promisedAtMs = Date.now() + 60_000;
  const items = [{ name: 'Soup', unit_price: 5 }];
  await pos.order({ type: 'dine_in', table_number: '1', items, promised_at: new Date(promisedAtMs).toISOString() });
  await expect(ticket(page, 'T 1').locator('header')).toContainText(`for ${inKitchen(promisedAtMs)}`);
  await expect
    .poll(async () => [-1000, 0, 1000].map((by) => inKitchen(Date.now() + by)).includes(await wallClockOf(page)))
    .toBe(true);

  await order(pos, '2', ['Cake']);
  await expect(ticket(page, 'T 2')).toBeVisible();
  await guardOver(page);
  const fromMs = Date.now();
  const stored = page.waitForResponse(/\/bump$/);
  await bumpOf(ticket(page, 'T 2')).click();
  await stored;
  await guardOver(page);
  await page.getByRole('button', { name: 'Recall', exact: true }).click();
  const row = page.locator('[data-recall]').first();
  await expect(row).toBeVisible();
  await expect(row).toContainText(new RegExp(`${inKitchen(fromMs)}|${inKitchen(Date.now())}`));
});

test('[TOD1] so does the board for guests', async ({ page, server }) => {
  await openBoard(page, server);
  await page.goto(`${server.url}/ready`);
  await expect
    .poll(async () => [-1000, 0, 1000].map((by) => inKitchen(Date.now() + by)).includes(await wallClockOf(page)))
    .toBe(true);
});

const wallClockOf = (page: Parameters<typeof openBoard>[0]) => page.locator('header p[dir="ltr"]').first().innerText();
