import type { Page } from '@playwright/test';
import { expect, guardOver, test } from './board-fixture.ts';
import { openAs, openFloor, orderCard } from './floor-hand.ts';
import { played, watchSound } from './sound-watch.ts';

const phone = { hasTouch: true, viewport: { width: 360, height: 740 } };
test.use(phone);

/** The kitchen's clock, as its frames tell it. */
const serverTime = /(?<="server_time":")([^"]+)/g;

/** A page that hears every tone, on which time stands where the test puts it. */
async function onClock(page: Page, aheadMs: () => number): Promise<void> {
  const later = (time: string) => new Date(Date.parse(time) + aheadMs()).toISOString();
  await page.routeWebSocket(/orders\/live/, (socket) => {
    const kitchen = socket.connectToServer();
    kitchen.onMessage((frame) => socket.send(String(frame).replaceAll(serverTime, later)));
  });
  await watchSound(page);
  await page.addInitScript(() => {
    const felt: number[][] = [];
    Object.assign(window, { felt });
    navigator.vibrate = (pattern) => felt.push([pattern].flat() as number[]) > 0;
  });
}

test('[PUP1] [PUP2] [PUP3] a plate calls whoever took it, and after two minutes everybody, once, also over a reload', async ({
  page,
  server,
  pos,
  browser,
}) => {
  test.slow();
  let aheadMs = 0;
  await onClock(page, () => aheadMs);
  const { waiter, productIds } = await openFloor(page, server, pos);
  const context = await browser.newContext(phone);
  const other = await context.newPage();
  await onClock(other, () => aheadMs);
  // Called the same: whose it is goes by the person.
  await openAs(other, server, pos, 'ben', 'Anna');
  const items = [{ menu_item_id: productIds.burger }];
  const { json } = await waiter.call('POST', '/orders', { type: 'dine_in', table_number: '4', items });
  await expect(orderCard(page, 'T 4')).toBeVisible();
  await expect(other.getByRole('button', { name: 'All (1)' })).toBeVisible();
  await expect(other.getByText('None of yours is open')).toBeVisible();

  await pos.call('PATCH', `/orders/${json.id}/status`, { status: 'ready' });
  await expect(orderCard(page, 'T 4').locator('[data-ready="now"]')).toBeVisible();
  await expect.poll(() => played(page)).toEqual(['ready']);
  expect(await page.evaluate(() => (window as unknown as { felt: number[][] }).felt)).toEqual([[200, 100, 200]]);
  await other.reload();
  await expect(other.getByRole('button', { name: 'All (1)' })).toBeVisible();
  await expect(other.locator('[data-called]')).toHaveCount(0);
  expect(await played(other)).toEqual([]);

  aheadMs = 125_000;
  await expect(other.locator('[data-called]')).toContainText('T 4');
  await expect.poll(() => played(other)).toEqual(['call']);
  await expect.poll(() => played(page)).toEqual(['ready', 'late', 'late']);
  await expect(orderCard(page, 'T 4').locator('[data-ready="long"]')).toBeVisible();
  // Also before whoever is ringing in.
  await other.goto(`${server.url}/floor#/new`);
  await expect(other.locator('[data-called-bar]')).toContainText('T 4 · A1 waits at the pass');

  for (const one of [page, other]) {
    await one.goto(`${server.url}/floor#/`);
    await one.reload();
    await expect(one.locator('[data-ready="long"]')).toBeVisible();
    await expect(one.locator('[data-freshness="fresh"]')).toBeVisible();
  }
  await pos.call('PATCH', `/orders/${json.id}/status`, { status: 'completed' });
  for (const one of [page, other]) {
    await expect(one.locator('[data-called], [data-ready]')).toHaveCount(0);
    expect(await played(one)).toEqual([]);
  }
  await context.close();
});

test('[PUP3] of many plates that wait too long the longest are shown, and the others by a tap', async ({
  page,
  server,
  pos,
}) => {
  let aheadMs = 0;
  await onClock(page, () => aheadMs);
  const { productIds } = await openFloor(page, server, pos);
  const items = [{ menu_item_id: productIds.burger }];
  for (const table_number of ['1', '2', '3', '4', '5']) {
    const { json } = await pos.order({ type: 'dine_in', table_number, items });
    await pos.call('PATCH', `/orders/${json.id}/status`, { status: 'ready' });
  }
  await expect(page.getByRole('button', { name: 'All (5)' })).toBeVisible();
  aheadMs = 125_000;
  const called = page.locator('[data-called]');
  await expect(called.getByRole('heading', { level: 2 })).toHaveText([/Waits too long/, 'T 1', 'T 2', 'T 3']);
  await guardOver(page);
  await called.getByRole('button', { name: 'Show 2 more that wait' }).click();
  await expect(called.locator('[data-order]')).toHaveCount(5);
  await expect(called.locator('[data-called-more]')).toHaveCount(0);
});
