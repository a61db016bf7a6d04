import type { Browser, Page } from '@playwright/test';
import { sessionCookie } from '../../../src-main/server/transport/credential.ts';
import type { Language } from '../../../src-renderer/messages/language.ts';
import { type Api, signIn } from '../../harness/api.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { addUser } from '../../harness/user.ts';
import { expect, guardOver } from './board-fixture.ts';
import { openGuestPage, placeFor } from './guest-hand.ts';
import { byName } from './people-hand.ts';

export type GuestLook = {
  readonly size: readonly [width: number, height: number];
  readonly theme: 'dark' | 'light';
  readonly language: Language;
};

type Look = Parameters<Browser['newContext']>[0] & { readonly colorScheme: 'dark' | 'light' };

type Restaurant = { readonly browser: Browser; readonly server: ServerProcess; readonly pos: Api };

const dishes = [
  { name: 'Crème brûlée with a very long name that nobody would ever print', unit_price: 7, quantity: 12 },
  { name: 'Soup', unit_price: 7, quantity: 1, modifiers: ['no salt', 'extra bread'] },
  { name: '宫保鸡丁', unit_price: 11, quantity: 2 },
  { name: 'دجاج مشوي', unit_price: 9, quantity: 1 },
];

/** Everything that a guest may meet on the page of an order, and what a waiter shows them. */
export async function tourOfGuest(
  { browser, server, pos }: Restaurant,
  { size: [width, height], theme, language }: GuestLook,
  seePage: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const viewport = { width, height };
  const look = { viewport, hasTouch: true, colorScheme: theme, locale: language } as const;
  const context = await browser.newContext(look);
  const page = await context.newPage();
  await page.clock.install();
  const ann = await placeFor(pos, 'Annabel', { items: dishes });
  await openGuestPage(page, server, ann, byName(server));
  const see = async (state: string) => {
    await page.locator(`[data-state="${state}"]`).waitFor();
    await seePage(page, state);
  };
  await see('received');
  const { items } = (await pos.call('GET', `/orders/${ann.id}`)).json;
  await pos.call('PATCH', `/orders/${ann.id}/items/${items[0].id}`, { status: 'ready' });
  await pos.call('PATCH', `/orders/${ann.id}/items/${items[1].id}`, { status: 'voided' });
  await page.locator('[data-dish="cancelled"]').waitFor();
  await page.locator('[aria-pressed]').click();
  await see('preparing');
  await context.setOffline(true);
  await page.clock.runFor(45_000);
  await page.locator('[data-freshness="lost"]').waitFor();
  await seePage(page, 'lost');
  await context.setOffline(false);
  await page.clock.runFor(8000);
  await pos.call('PATCH', `/orders/${ann.id}/status`, { status: 'ready' });
  await see('ready');
  await pos.call('PATCH', `/orders/${ann.id}/status`, { status: 'completed' });
  await see('completed');

  const away = { type: 'takeaway', table_number: undefined };
  const ben = await placeFor(pos, 'Benedict', { ...away, promised_at: new Date(Date.now() + 1800_000).toISOString() });
  await openGuestPage(page, server, ben);
  await page.locator('[data-expected]').waitFor();
  await seePage(page, 'promised');
  await pos.call('POST', `/orders/${ben.id}/cancel`, {});
  await see('cancelled');
  await page.goto(`${server.url}/o/nothing`);
  await page.locator('main h1').waitFor();
  await seePage(page, 'none');
  await context.close();
  await seeAccount({ browser, server, pos }, look, seePage);
  await seeCode({ browser, server, pos }, look, seePage);
}

async function seeAccount(
  { browser, server, pos }: Restaurant,
  look: Look,
  seePage: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  await pos.call('PATCH', '/settings', { customer_accounts: true });
  const context = await browser.newContext(look);
  const page = await context.newPage();
  const ann = await placeFor(pos, 'Dorothea', { items: dishes });
  await openGuestPage(page, server, ann);
  await page.locator('[data-keep-order]').click();
  await page.locator('[aria-pressed]').nth(1).click();
  await page
    .locator('input')
    .first()
    .fill('Ann with a name that is as long as a name of a guest may be, and then some');
  await page.locator('input').nth(1).fill('short');
  await page.locator('button[type=submit]').click();
  await page.locator('[aria-invalid]').waitFor();
  await seePage(page, 'register');
  await page.locator('input').nth(1).fill('a password of a guest');
  await page.locator('button[type=submit]').click();
  await page.locator('[data-kept]').waitFor();
  await page.locator('summary').last().click();
  await seePage(page, 'account');
  await context.close();
}

async function seeCode(
  { browser, server, pos }: Restaurant,
  look: Look,
  seePage: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(look);
  await addUser(server, { username: 'anna', role: 'waiter' });
  const { token } = await signIn(server.url, 'the password of anna', 'anna');
  const url = byName(server);
  await context.addCookies([{ name: sessionCookie, value: token, url, httpOnly: true }]);
  await context.addInitScript((theme) => localStorage.setItem('kitchen-pass.theme', theme), look.colorScheme);
  const { id } = await placeFor(pos, 'Cornelia');
  const page = await context.newPage();
  await page.goto(`${url}/floor#/order/${id}`);
  await page.locator('[data-act="guest-code"]').click();
  await guardOver(page);
  await expect(page.locator('[data-qr]')).toBeVisible();
  await seePage(page, 'code');
  await context.close();
}
