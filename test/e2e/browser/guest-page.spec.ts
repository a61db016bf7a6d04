import type { Browser, Page } from '@playwright/test';
import { sessionCookie } from '../../../src-main/server/transport/credential.ts';
import { expect, guardOver, test } from './board-fixture.ts';
import { openFloor } from './floor-hand.ts';
import { openGuestPage, placeFor } from './guest-hand.ts';
import { byName, readQr } from './people-hand.ts';
import { played, watchSound } from './sound-watch.ts';

const state = (page: Page) => page.locator('[data-state]');

const phone = async (browser: Browser) =>
  (await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true })).newPage();

test('[GST1] [GST2] [GST5] two guests with two phones see each their own order and no other, live until it is served', async ({
  browser,
  pos,
  server,
}) => {
  const [ann, ben] = [await placeFor(pos, 'Annabel'), await placeFor(pos, 'Benedict')];
  const [first, second] = [await phone(browser), await phone(browser)];
  const told: string[] = [];
  first.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => told.push(String(payload))));
  const missing: string[] = [];
  first.on('response', (answer) => answer.status() >= 400 && missing.push(new URL(answer.url()).pathname));
  await openGuestPage(first, server, ann);
  await openGuestPage(second, server, ben);
  for (const [page, own, other] of [
    [first, 'Annabel', 'Benedict'],
    [second, 'Benedict', 'Annabel'],
  ] as const) {
    await expect(state(page)).toContainText('We have your order');
    await expect(page.locator('[data-dish]')).toHaveText([new RegExp(`^2Soup of ${own}no saltWaiting$`)]);
    await expect(page.locator('body')).not.toContainText(other);
    await expect(page.locator('body')).not.toContainText(/Name|note|5550199/);
  }
  await pos.call('PATCH', `/orders/${ann.id}/status`, { status: 'preparing' });
  await expect(state(first)).toContainText('Being prepared');
  await pos.call('POST', `/orders/${ann.id}/bump`, {});
  await expect(state(first)).toContainText('Enjoy your meal!');
  await expect(first).toHaveTitle(`${ann.number} · Served`);
  await expect(state(second)).toContainText('We have your order');
  await pos.call('POST', `/orders/${ben.id}/cancel`, {});
  await expect(state(second)).toContainText('Cancelled');
  expect(told.join('')).not.toMatch(/Benedict|Name|note |5550199/);
  // Its parts are named from the root: the page stands one step below it.
  expect(missing).toEqual([]);
  // What is over is no longer followed, and needs no word of the kitchen.
  await expect(first.locator('[data-freshness]')).toHaveCount(0);
});

test('[GST5] bumped by mistake and brought back, the page goes on', async ({ page, pos, server }) => {
  await page.clock.install();
  const ann = await placeFor(pos, 'Annabel');
  await openGuestPage(page, server, ann);
  await pos.call('POST', `/orders/${ann.id}/bump`, {});
  await expect(state(page)).toHaveAttribute('data-state', 'completed');
  await pos.call('POST', `/orders/${ann.id}/recall`, {});
  await page.clock.runFor(16_000);
  await expect(state(page)).toHaveAttribute('data-state', 'preparing');
  await pos.call('PATCH', `/orders/${ann.id}/status`, { status: 'ready' });
  await expect(state(page)).toHaveAttribute('data-state', 'ready');
});

test('[FRS1] [GST5] without a network the page says so and never looks fresh, and knows all when it is back', async ({
  page,
  context,
  pos,
  server,
}) => {
  await page.clock.install();
  const ann = await placeFor(pos, 'Annabel');
  await openGuestPage(page, server, ann, byName(server));
  await expect(page.locator('[data-freshness="fresh"]')).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByRole('alert')).toContainText('Your phone has no network');
  await page.clock.runFor(42_000);
  await expect(page.locator('[data-freshness="lost"]')).toBeVisible();
  await expect(page.locator('main[data-lost="true"]')).toBeVisible();
  await pos.call('PATCH', `/orders/${ann.id}/status`, { status: 'ready' });
  await context.setOffline(false);
  await page.clock.runFor(6000);
  await expect(state(page)).toContainText('It is on its way to your table.');
  await expect(page.locator('[data-freshness="fresh"]')).toBeVisible();
});

test('[GST5] where no WebSocket gets through the page is live by events, and where those do not, by asking', async ({
  page,
  pos,
  server,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/')[3] ?? ''));
  const ann = await placeFor(pos, 'Annabel');
  await page.routeWebSocket(/ws\/orders/, (socket) => socket.close());
  await page.clock.install();
  await openAfter(page, 10_000, () => page.goto(`${server.url}${ann.path}`));
  expect(asked).toContain('events');
  await pos.call('PATCH', `/orders/${ann.id}/status`, { status: 'preparing' });
  await expect(state(page)).toContainText('Being prepared');
  await page.route(/events\/orders/, (route) => route.abort());
  asked.length = 0;
  await openAfter(page, 10_000, () => page.reload());
  expect(asked).toContain('sync');
  await pos.call('PATCH', `/orders/${ann.id}/status`, { status: 'ready' });
  await page.clock.runFor(3000);
  await expect(state(page)).toHaveAttribute('data-state', 'ready');
});

/** Time goes on until what was tried first has failed. */
async function openAfter(page: Page, ms: number, open: () => Promise<unknown>): Promise<void> {
  await open();
  await page.clock.runFor(ms);
  await expect(state(page)).toBeVisible();
}

test('[GST7] a guest who asks for it hears it when the order is ready', async ({ page, pos, server }) => {
  await watchSound(page);
  const ann = await placeFor(pos, 'Annabel');
  await openGuestPage(page, server, ann);
  const tellMe = page.getByRole('button', { name: 'Tell me when it is ready' });
  await tellMe.click();
  await expect(tellMe).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => played(page)).not.toEqual([]);
  const before = (await played(page)).length;
  await pos.call('PATCH', `/orders/${ann.id}/status`, { status: 'ready' });
  await expect(state(page)).toHaveAttribute('data-state', 'ready');
  await expect.poll(async () => (await played(page)).length).toBeGreaterThan(before);
});

test('[GST3] a link that is wrong, cut or made up leads to one clear page', async ({ page, pos, server }) => {
  const promised_at = new Date(Date.now() + 3_600_000).toISOString();
  const ann = await placeFor(pos, 'Annabel', { promised_at });
  const wrong = `${ann.path.slice(0, -2)}${ann.path.at(-2) === 'A' ? 'B' : 'A'}A`;
  for (const path of [wrong, ann.path.slice(0, -1), `/o/${'A'.repeat(43)}`]) {
    await page.goto(`${server.url}${path}`);
    await expect(page.getByText('There is no order behind this link')).toBeVisible();
    await expect(page.locator('body')).not.toContainText(ann.number);
  }
  // What stumbles by a fault of ours speaks to guests, too.
  await page.addInitScript(() => {
    Object.assign(Intl, {
      DateTimeFormat: () => {
        throw new Error('broken');
      },
    });
  });
  await page.goto(`${server.url}${ann.path}`);
  await expect(page.getByText('What you have ordered is not lost.')).toBeVisible();
  await expect(page.locator('body')).not.toContainText('kitchen computer');
});

test('[GST3] a waiter shows the code of an order, and a guest’s phone that reads it is there', async ({
  page,
  browser,
  pos,
  server,
}) => {
  const ann = await placeFor(pos, 'Annabel');
  const { page: floor, waiter } = await openFloor(page, server, pos);
  await page.context().addCookies([{ name: sessionCookie, value: waiter.token, url: byName(server), httpOnly: true }]);
  // At the kitchen's own computer, which listens to itself alone, no phone would come through.
  await floor.goto(`${server.url}/floor#/order/${ann.id}`);
  await floor.locator('[data-act="guest-code"]').click();
  await expect(floor.locator('[data-only-here]')).toBeVisible();
  await floor.goto(`${byName(server)}/floor#/order/${ann.id}`);
  await floor.locator('[data-act="guest-code"]').click();
  await guardOver(floor);
  const address = await readQr(floor.getByRole('dialog'));
  expect(address).toBe(`${byName(server)}${ann.path}`);
  const guest = await phone(browser);
  await guest.goto(address);
  await expect(guest.locator('[data-number]')).toHaveText(ann.number);
});
