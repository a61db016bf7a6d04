import type { Browser, Page } from '@playwright/test';
import type { Language } from '../../../src-renderer/messages/language.ts';
import type { Api } from '../../harness/api.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { openSmallKitchen, stations } from '../../harness/small-kitchen.ts';
import { expect, guardOver } from './board-fixture.ts';
import { liveThrough, openSection, rowOf, saveStations } from './site-office-hand.ts';

export type OfficeLook = {
  readonly size: readonly [width: number, height: number];
  readonly touch: boolean;
  readonly theme: 'dark' | 'light';
  readonly language: Language;
};

type Restaurant = { readonly browser: Browser; readonly server: ServerProcess; readonly pos: Api };
export type See = (page: Page, name: string) => Promise<void>;

const longNames = [
  { id: 'pastry', name: 'Königsberger Patisserie und Eisausgabe', items: ['cola', 'A dish that is not on the menu'] },
  { id: 'finish', name: 'Finish' },
];

/** Every screen of stations, rules and histories, in every state that somebody may meet; in any language. */
export async function tourOfSiteOffice(
  { browser, server, pos }: Restaurant,
  look: OfficeLook,
  see: See,
): Promise<void> {
  const kitchen = await openSmallKitchen(pos);
  const id = await liveThrough(pos, kitchen.dishes);
  await pos.call('POST', '/products', {
    sku: 'cake',
    name: 'Crème brûlée à la vanille de Tahiti',
    price: 7,
    category: 'Sweets',
  });
  const items = stations.map((one) => (one.id === 'grill' ? { ...one, next: 'finish' } : one));
  expect((await pos.call('PUT', '/stations', { items: [...items, ...longNames] })).status).toBe(200);
  await pos.call('PATCH', '/settings', { warn_minutes: 7, late_minutes: 11 });
  const [width, height] = look.size;
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: look.touch });
  await context.addInitScript(
    (kept) => {
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(`kitchen-pass.${key}`, value);
    },
    { theme: look.theme, language: look.language },
  );
  const page = await context.newPage();
  await seeStations(page, server, see);
  await seeTrial(page, server, see);
  await seeRules(page, server, see);
  await seeHistory(page, server, see, id);
  await context.close();
}

async function seeStations(page: Page, server: ServerProcess, see: See): Promise<void> {
  const office = await openSection(page, server, 'stations');
  await expect(office.locator('[data-unasked]')).toBeVisible();
  await see(page, 'stations');
  await rowOf(office, 'Grill').locator('[data-edit]').click();
  await see(page, 'station');
  await office.locator('[data-goes-on]').scrollIntoViewIfNeeded();
  await see(page, 'station-below');
  await office.locator('[data-add-station]').click();
  await saveStations(office);
  await expect(office.locator('[data-station-form] [aria-invalid]')).toBeVisible();
  await see(page, 'no-name');
  await rowOf(office, 'Bar').locator('[data-remove]').click();
  await expect(office.locator('[data-question]')).toBeVisible();
  await see(page, 'remove');
  await page.evaluate(() => {
    location.hash = '#/house';
  });
  await expect(page.locator('[data-leave-question]')).toBeVisible();
  await see(page, 'leave');
  await guardOver(page);
  await page.locator('[data-leave]').click();
  await expect(page.locator('[data-section="house"]')).toBeVisible();
}

async function seeTrial(page: Page, server: ServerProcess, see: See): Promise<void> {
  const office = await openSection(page, server, 'stations');
  for (const sku of ['burger', 'cake', 'platter']) await office.locator(`[data-try="${sku}"]`).click();
  await rowOf(office, 'Finish').locator('[data-edit]').click();
  await office.locator('[data-picker="categories"] [data-offered="Sweets"]').click();
  await office.locator('[data-trial-order]').scrollIntoViewIfNeeded();
  await expect(office.locator('[data-trial="cake"] [data-after]')).toBeVisible();
  await office.locator('[data-trial="burger"]').evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await see(page, 'trial');
}

async function seeRules(page: Page, server: ServerProcess, see: See): Promise<void> {
  await page.locator('[data-discard]').click();
  const office = await openSection(page, server, 'house');
  await see(page, 'rules');
  await office.locator('input[name="leadMinutes"]').fill('0');
  await guardOver(page);
  await office.locator('[data-numbers="leadMinutes"] button[type="submit"]').click();
  await expect(office.locator('[aria-invalid]')).toBeVisible();
  await office.locator('[data-house-facts]').scrollIntoViewIfNeeded();
  await see(page, 'rules-below');
}

async function seeHistory(page: Page, server: ServerProcess, see: See, id: string): Promise<void> {
  const office = await openSection(page, server, 'history');
  await expect(office.locator('[data-order]').first()).toBeVisible();
  await see(page, 'orders');
  await office.locator('input[type="search"]').fill('nobody at all');
  await expect(office.getByRole('status')).toBeVisible();
  await see(page, 'orders-none');
  const past = await openSection(page, server, `history/${id}`);
  await expect(past.locator('[data-happening]').first()).toBeVisible();
  await see(page, 'order');
  await past.locator('[data-happenings]').evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await see(page, 'order-past');
  const none = await openSection(page, server, 'history/00000000-0000-4000-8000-000000000000');
  await expect(none.getByRole('status')).toBeVisible();
  await see(page, 'order-gone');
}
